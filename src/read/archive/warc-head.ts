import type { RecordHead } from "./archive-record.js";

/** Where the next WARC record begins: its version line, at the start of a line. */
export const warcStart = /(?<=^|\n)WARC\/[01]\.\d+\r?\n/;

/** How far the head of the record goes that `bytes` begin with, its blank line included; `null` where that is not among them. */
export function warcHeadEnd(bytes: Buffer): number | null {
  const end = bytes.indexOf("\r\n\r\n");
  const bare = bytes.indexOf("\n\n");
  if (bare >= 0 && (end < 0 || bare < end)) return bare + 2;
  return end < 0 ? null : end + 4;
}

/** What the head says, or what is wrong with it. Header lines may go on in the next, and the address may stand in angle brackets or hold spaces. */
export function parseWarcHead(bytes: Buffer): RecordHead | string {
  const [version = "", ...lines] = bytes
    .toString("utf8")
    .replace(/\r?\n[ \t]+/g, " ")
    .split(/\r?\n/);
  if (!/^WARC\/[01]\.\d+$/.test(version)) return "no record begins here";
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const length = fields.get("content-length") ?? "";
  if (!/^\d{1,15}$/.test(length)) return `the record has no length that can be read ("${length.slice(0, 40)}")`;
  return {
    type: fields.get("warc-type")?.toLowerCase() ?? "unknown",
    address: addressOf(fields.get("warc-target-uri")),
    fetched: momentOf(fields.get("warc-date")),
    contentType: fields.get("content-type") ?? null,
    length: Number(length),
  };
}

/** Wget writes addresses in angle brackets, some crawlers leave spaces in them. */
function addressOf(written: string | undefined): string | null {
  const bare = written?.replace(/^<(.*)>$/, "$1").replaceAll(" ", "%20") ?? "";
  return bare === "" ? null : bare;
}

function momentOf(written: string | undefined): string | null {
  return written !== undefined && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/.test(written) ? written : null;
}
