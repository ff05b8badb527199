import type { RecordHead } from "./archive-record.js";

/**
 * An ARC record's line: address, IP address, date of 14 digits, type, length. Addresses may hold spaces, so it is read from its end. The
 * second version of the format has five fields more between type and length.
 */
const line =
  /^(?<address>[a-z][a-z0-9+.-]*:.*?) (?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:.]*|-) (?<date>\d{8,}) (?<type>\S+)(?: \S+ \S+ \S+ \S+ \S+)? (?<length>\S+)$/i;

/** Where the next ARC record may begin: a line that starts with an address. */
export const arcStart =
  /(?<=^|\n)[a-z][a-z0-9+.-]*:[^\n]{0,8192} (?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:.]*|-) \d{8,} [^\n]{1,400}\n/i;

/** How far the line goes that `bytes` begin with; `null` where its end is not among them. */
export function arcHeadEnd(bytes: Buffer): number | null {
  const end = bytes.indexOf("\n");
  return end < 0 ? null : end + 1;
}

/** What the line says, or what is wrong with it. */
export function parseArcHead(bytes: Buffer): RecordHead | string {
  const fields = line.exec(bytes.toString("utf8").trimEnd())?.groups;
  if (fields === undefined) return "no record begins here";
  const { address = "", date = "", type = "", length = "" } = fields;
  if (!/^\d{1,15}$/.test(length)) return `the record has no length that can be read ("${length.slice(0, 40)}")`;
  return {
    type: address.startsWith("filedesc:") ? "warcinfo" : "response",
    address: address.replaceAll(" ", "%20"),
    fetched: date.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, "$1-$2-$3T$4:$5:$6Z").replace(/^\d+$/, "") || null,
    contentType: type,
    length: Number(length),
  };
}
