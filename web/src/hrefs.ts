import { inPath } from "./api.js";

/** The page of whatever the id names: of a line its own, with its article in the address. */
export function hrefOf(id: string): string {
  const line = lineParts(id);
  if (line !== null) return `/lines/${inPath(line.article)}/${inPath(line.line)}`;
  if (id.startsWith("wh_")) return `/entities/${inPath(id)}`;
  if (id.startsWith("sy_")) return `/stories/${inPath(id)}`;
  if (id.startsWith("di_")) return `/disputes/${inPath(id)}`;
  if (/^(?:ev|hi|or|co)_/.test(id)) return `/things/${inPath(id)}`;
  return hrefOfArticle(id);
}

/** Where a line stands on a page with many; two states of one history are two lines. */
export function elementIdOf({ id, line }: { readonly id: string; readonly line: string | null }): string {
  return `line-${id}~${line ?? ""}`.replaceAll(/[^\w~@.-]/g, "-");
}

/** The page of an institution, by the key that its histories give. */
export function hrefOfInstitution(key: string): string {
  return `/postures/${inPath(key)}`;
}

/** The page of an article's version, with a line of it chosen. */
export function hrefOfArticle(id: string, line: string | null = null): string {
  return `/articles/${inPath(id)}${line === null ? "" : `?line=${inPath(line)}`}`;
}

/** The words of a line in their article. */
export function hrefOfWords(id: string): string {
  const line = lineParts(id);
  return line === null ? hrefOfArticle(id) : hrefOfArticle(line.article, line.line);
}

/** The page of what a line claims, in the shape of a dispute; `null` where the id names no line. */
export function hrefOfClaim(id: string): string | null {
  const line = lineParts(id);
  return line === null ? null : `/claims/${inPath(line.article)}/${inPath(line.line)}`;
}

/** Article and line of a line's id, `null` where it names no line. An article's id may itself have a slash. */
export function lineParts(id: string): { readonly article: string; readonly line: string } | null {
  const [, article, line] = /^(.+)\/([a-z]+_[0-9]+)$/s.exec(id) ?? [];
  return article === undefined || line === undefined ? null : { article, line };
}

/** An outside address that a browser may be sent to; `null` for all but the web's own. */
export function outside(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}
