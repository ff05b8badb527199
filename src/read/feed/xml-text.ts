import type { Message } from "../../text/message.js";
import { declaredCharset } from "../page/declared-charset.js";
import { decodeText } from "../plain/decode-text.js";

/** The text of an XML or JSON document with what was odd about it, or why there is none. */
export type XmlText =
  | { readonly kind: "text"; readonly text: string; readonly faults: readonly string[] }
  | { readonly kind: "unreadable"; readonly reason: string };

/** 32 MiB: a thousand times a usual feed. */
const largest = 32 * 1024 * 1024;

/**
 * The text in the bytes of a document that programs write: a feed, a sitemap, a news item; `what` is its name. Characters that such a document cannot
 * hold stand as U+FFFD, and what was printed before it is cut off, as a faulty program does that writes its notices into its answer.
 */
export function xmlText(bytes: Uint8Array, what: string, charset: string | null = null): XmlText {
  if (bytes.length > largest) {
    return { kind: "unreadable", reason: `this ${what} has ${bytes.length} bytes; up to ${largest} are read` };
  }
  const decoding = decodeText(bytes, charset ?? declaredCharset(bytes), { controls: "replace" });
  if (decoding.kind === "binary") return { kind: "unreadable", reason: `this is binary data, not a ${what}` };
  const text = decoding.text.replace(/^\ufeff/, "").replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, validReference);
  const start = documentStart(text);
  const faults = decoding.messages.map(({ reason }: Message) => reason);
  if (start === 0) return { kind: "text", text, faults };
  return {
    kind: "text",
    text: text.slice(start),
    faults: [...faults, `something stands before the ${what}; it is left out`],
  };
}

function validReference(written: string, hex: string | undefined, decimal: string | undefined): string {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code < 0x20 && code !== 9 && code !== 10 && code !== 13 ? "\ufffd" : written;
}

/** A notice is short. */
const longestNotice = 4_096;

/**
 * Where the XML of a feed begins in a text, by its first characters: 0 where it is the beginning, and where none can be told. What stands before it may be
 * anything but a page.
 */
export function documentStart(text: string): number {
  const head = text.slice(0, longestNotice);
  if (/^\s*[<{[]?\s*$/.test(head) || /^\s*<(?:\?xml|!doctype|rss|feed|rdf)/i.test(head)) return 0;
  if (/<(?:!doctype\s+html|html|body)[\s>]/i.test(head)) return 0;
  const found = declaredFeed.exec(head) ?? bareFeed.exec(head);
  return found?.index ?? 0;
}

const root = String.raw`<(?:[\w.-]{1,20}:)?(?:rss|feed|rdf)\s[^>]*(?:version|xmlns)`;
const declaredFeed = new RegExp(
  String.raw`<\?xml\s[^>]{0,200}\?>(?:\s|<!--[\s\S]{0,2000}?-->|<\?[^>]{0,400}>|<!doctype[^>]{0,400}>)*${root}`,
  "i",
);
const bareFeed = new RegExp(String.raw`(?<=^|>)\s*${root}`, "i");
