import { filterNames } from "./periods.js";

/** The pages on which filters mean the same, so that they go along from one to the next. */
const pages: ReadonlySet<string> = new Set([
  ...["/", "/postures", "/timeline", "/map", "/statements", "/network", "/stories", "/articles", "/search"],
]);

let kept = $state.raw(new URLSearchParams());

/** Notes what the page that is open is narrowed down to; a page that cannot be leaves what was noted alone. */
export function noteFilters(path: string, query: URLSearchParams): void {
  if (!pages.has(path)) return;
  const noted = new URLSearchParams();
  for (const name of filterNames) for (const value of query.getAll(name)) noted.append(name, value);
  if (noted.toString() !== kept.toString()) kept = noted;
}

/** The address of a page, narrowed down as the one before was, where that means the same there. */
export function withFilters(href: string): string {
  const [path = "", own = ""] = href.split("?");
  if (!pages.has(path) || kept.size === 0) return href;
  const query = new URLSearchParams(own);
  for (const [name, value] of kept) query.append(name, value);
  return `${path}?${query}`;
}
