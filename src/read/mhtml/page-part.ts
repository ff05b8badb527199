import PostalMime from "postal-mime";
import { repairedText } from "../mail/repaired-text.js";

/** The page in an MHTML file. */
export interface PagePart {
  readonly html: string;
  /** Where it was saved from. */
  readonly address: string | null;
  /** When, as written. */
  readonly saved: string | null;
}

/** The page that a browser saved with its pictures and frames, which stand behind it as parts; `null` where none is in it. */
export async function pagePart(bytes: Uint8Array): Promise<PagePart | null> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { head, body } = split(whole);
  const told = fieldsOf(head.toString("latin1"));
  const boundary = /\bboundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(told.get("content-type") ?? "");
  const parts = boundary === null ? [whole] : partsBetween(body, boundary[1] ?? boundary[2] ?? "");
  const start = /\bstart\s*=\s*"?([^";\s]+)/i.exec(told.get("content-type") ?? "")?.[1] ?? null;
  const pages = parts.flatMap((part) => {
    const fields = fieldsOf(split(part).head.toString("latin1"));
    return /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(fields.get("content-type") ?? "")
      ? [{ part, fields }]
      : [];
  });
  const page = pages.find(({ fields }) => start !== null && fields.get("content-id") === start) ?? pages[0];
  if (page === undefined) return null;
  const html = await htmlOf(page.part);
  if (html === null) return null;
  const addresses = [
    told.get("snapshot-content-location"),
    page.fields.get("content-location"),
    told.get("content-location"),
  ];
  return {
    html,
    address: addresses.find((address) => /^https?:\/\//i.test(address ?? "")) ?? null,
    saved: told.get("date") ?? null,
  };
}

/** The first 64 KiB: more headers has no page. */
const longestHead = 64 * 1024;

function split(part: Buffer): { readonly head: Buffer; readonly body: Buffer } {
  const end = /\r?\n\r?\n/.exec(part.toString("latin1", 0, longestHead));
  if (end === null) return { head: part.subarray(0, longestHead), body: part.subarray(part.length) };
  return { head: part.subarray(0, end.index), body: part.subarray(end.index + end[0].length) };
}

/** By name in lower case, the first of each; a field may go on in the next line. */
function fieldsOf(head: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const [, name = "", value = ""] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
    if (name !== "" && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value.trim());
  }
  return fields;
}

function partsBetween(body: Buffer, boundary: string): readonly Buffer[] {
  const mark = `--${boundary}`;
  const parts: Buffer[] = [];
  for (let at = body.indexOf(mark); at >= 0; ) {
    const start = body.indexOf("\n", at) + 1;
    const next = body.indexOf(`\n${mark}`, at);
    if (start === 0 || body.toString("latin1", at + mark.length, at + mark.length + 2) === "--") break;
    parts.push(body.subarray(start, next < 0 ? body.length : next));
    at = next < 0 ? -1 : next + 1;
  }
  return parts;
}

/** One part is a mail by itself, whose coding and characters the library undoes; `null` where nothing of a page comes out. */
async function htmlOf(part: Buffer): Promise<string | null> {
  try {
    const { html } = await PostalMime.parse(part);
    return html !== undefined && /<[a-z!]/i.test(html) ? repairedText(html) : null;
  } catch {
    return null;
  }
}
