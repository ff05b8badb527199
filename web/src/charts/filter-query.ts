import { addressOf, type QueryValue } from "../api.js";
import { filterNames } from "../periods.js";

/** The address of a question that is narrowed down as the page is; all else in the page's address is of the page alone. */
export function askedAs(path: string, query: URLSearchParams, more: Readonly<Record<string, QueryValue>> = {}): string {
  return addressOf(path, { ...Object.fromEntries(filterNames.map((name) => [name, query.getAll(name)])), ...more });
}
