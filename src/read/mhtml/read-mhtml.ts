import { sha256 } from "../../text/hash.js";
import type { KnownFacts } from "../known-facts.js";
import { readPage } from "../page/read-page.js";
import { publicationDate } from "../publication-date.js";
import { type Reading, unreadable } from "../reading.js";
import { pagePart } from "./page-part.js";

/** 64 MiB: a page with its pictures. */
const largest = 64 * 1024 * 1024;

/** The article of a page that was saved as MHTML, from where and when it was saved. */
export async function readMhtml(bytes: Uint8Array, input: string, known: KnownFacts): Promise<Reading> {
  if (bytes.length > largest)
    return unreadable(input, `this MHTML file has ${bytes.length} bytes; up to ${largest} are read`);
  const page = await pagePart(bytes);
  if (page === null) return unreadable(input, "this MHTML file holds no page");
  const { html, address, saved } = page;
  const content = new TextEncoder().encode(html);
  const told = { fetched: momentOf(saved), status: 200, headers: {}, contentType: "text/html; charset=utf-8" };
  const retrieval = { requested: address, address, ...told, sha256: sha256(content) };
  return readPage(content, input, known, { retrieval, item: null });
}

/** With its zone: a time of day alone is no moment. */
function momentOf(written: string | null): string | null {
  const date = written === null ? null : publicationDate(written);
  return date !== null && /T.*(?:Z|[+-]\d\d:\d\d)$/.test(date) ? new Date(date).toISOString() : null;
}
