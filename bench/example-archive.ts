import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { infoRecord, pageRecords } from "./warc-record.js";

/** The web archive of the examples, in the folder of its pages. */
export const exampleArchiveName = "belmar-gazette.warc.gz";

/**
 * A web archive (`.warc.gz`, a member for each record) of The Belmar Gazette's pages in the folder, each as if it had been fetched when it came out or
 * was last changed. Unpacked, the same pages give the same bytes; packed, that is left to zlib.
 */
export function exampleArchive(folder: string): Buffer {
  const pages = readdirSync(folder)
    .filter((name) => name.endsWith(".html") && name.includes("belmar-gazette"))
    .sort()
    .map((name) => readFileSync(join(folder, name)));
  const records = [infoRecord("sitrep examples", "2031-03-12T20:00:00Z"), ...pages.flatMap(recordsOf)];
  return Buffer.concat(records.map((record) => gzipSync(record)));
}

function recordsOf(page: Buffer): readonly Buffer[] {
  const html = page.toString("utf8");
  const address = told(html, /<link rel="canonical" href="([^"]+)"/);
  const changed = /"dateModified": "([^"]+)"/.exec(html)?.[1] ?? told(html, /"datePublished": "([^"]+)"/);
  return pageRecords(address, new Date(changed).toISOString().replace(/\.\d+Z$/, "Z"), page);
}

function told(html: string, pattern: RegExp): string {
  const found = pattern.exec(html)?.[1];
  if (found === undefined) throw new Error(`Expected a page of the examples to have ${pattern.source}.`);
  return found;
}
