import { addressOf, type QueryValue } from "../api.js";

/** What the interface can be asked of a period; all else in the address is of the page alone. */
const names = ["since", "until", "country", "who", "story", "watch", "as_of"] as const;

/** The address of a question that is narrowed down as the page is. */
export function askedAs(path: string, query: URLSearchParams, more: Readonly<Record<string, QueryValue>> = {}): string {
  return addressOf(path, { ...Object.fromEntries(names.map((name) => [name, query.getAll(name)])), ...more });
}
