import { looksLikeFeed } from "./feed/looks-like-feed.js";

/** What the first bytes and the name say an input is. `other` carries what it is called, for the error message. */
export type Format =
  | { readonly kind: "plain" | "page" | "feed" | "archive" | "json-lines" | "gzip" | "opml" }
  | { readonly kind: "other"; readonly what: string };

/** The format of an input, from its content and, where that is silent, from the ending of its name. */
export function sniffFormat(bytes: Uint8Array, name: string): Format {
  for (const [signature, what] of signatures) {
    if (startsWith(bytes, signature)) return { kind: "other", what };
  }
  if (isArchiveName(name) || startsWith(bytes, "WARC/") || startsWith(bytes, "filedesc://")) return { kind: "archive" };
  if (startsWith(bytes, "\x1f\x8b")) return { kind: "gzip" };
  if (/\.(?:jsonl|ndjson)$/i.test(name)) return { kind: "json-lines" };
  if (looksLikeFeed(bytes)) return { kind: "feed" };
  if (looksLikeOpml(bytes)) return { kind: "opml" };
  if (/\.(?:html?|xhtml)$/i.test(name) || looksLikePage(bytes)) return { kind: "page" };
  if (/\.(?:rss|atom)$/i.test(name)) return { kind: "feed" };
  return { kind: "plain" };
}

/** Says of a file's name whether it is that of a WARC or ARC file, which is better read as a stream. */
export function isArchiveName(name: string): boolean {
  return /\.w?arc(?:\.gz)?$/i.test(name);
}

/** The first bytes of formats that people hand over by mistake, so that the error can name them. */
const signatures: readonly (readonly [string, string])[] = [
  ["%PDF-", "a PDF document; save its text as a plain-text file"],
  ["PK\x03\x04", "a ZIP file, such as a Word document; save its text as a plain-text file"],
  ["\xd0\xcf\x11\xe0", "an old Office document; save its text as a plain-text file"],
  ["{\\rtf", "a rich-text (RTF) document; save it as plain text"],
  ["\x89PNG", "a PNG image"],
  ["\xff\xd8\xff", "a JPEG image"],
  ["GIF8", "a GIF image"],
];

function startsWith(bytes: Uint8Array, signature: string): boolean {
  for (let i = 0; i < signature.length; i++) {
    if (bytes[i] !== signature.charCodeAt(i)) return false;
  }
  return true;
}

/** Says of bytes whether they begin as a page does, by the HTML standard's sniffing in short: a known first tag after white space and comments. Zero bytes go first, for UTF-16. */
export function looksLikePage(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4_096)).toString("latin1").replaceAll("\0", "");
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body|title|meta|article|div|script|h1|p)[\s>/]/i.test(
    head,
  );
}

/** Says of bytes whether they begin as an OPML file, a list of feeds, does. */
export function looksLikeOpml(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4_096)).toString("latin1").replaceAll("\0", "");
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s|<!--[\s\S]*?-->|<\?[^>]*>|<!doctype[^>]*>)*<opml[\s>]/i.test(head);
}
