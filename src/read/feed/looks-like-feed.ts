import { headOfBytes } from "../sniff/head-of-bytes.js";
import { documentStart } from "./xml-text.js";

/** Says of bytes whether they begin as a feed does, also behind a notice that its program printed before it. */
export function looksLikeFeed(bytes: Uint8Array): boolean {
  const head = headOfBytes(bytes);
  if (/^\s*\{/.test(head)) return looksLikeJsonFeed(bytes);
  if (feed.test(head)) return true;
  return endsAsFeed(bytes) && documentStart(head) > 0;
}

/** Says of bytes that begin as an object of JSON whether they name the version of JSON Feed, wherever it stands and however it is escaped. */
function looksLikeJsonFeed(bytes: Uint8Array): boolean {
  const json = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (json.length > largestJson || (!json.includes("sonfeed") && !json.includes("SONFEED"))) return false;
  const text = json
    .toString("latin1")
    .replaceAll("\0", "")
    .replace(/\\u00([2-7][0-9a-f])/gi, unescaped)
    .replaceAll("\\/", "/");
  return /"version"\s*:\s*"https?:\/\/jsonfeed\.org\/version\//i.test(text);
}

/** 32 MiB: what is bigger is read as any JSON is. */
const largestJson = 32 * 1024 * 1024;

/** Letters and slashes that did not need it; marks of JSON itself stay escaped. */
function unescaped(whole: string, code: string): string {
  const character = String.fromCharCode(Number.parseInt(code, 16));
  return /[\w:/.]/.test(character) ? character : whole;
}

const feed =
  /^(?:\s|<!--[\s\S]*?-->|<\?[^>]*>|<!doctype\s+(?:rss|feed|rdf)[^>[]*(?:\[[^\]]*\]\s*)?>)*<(?:[\w.-]+:)?(?:rss|feed|rdf|channel)[\s>]/i;

/** A text that only tells of feeds ends otherwise. */
function endsAsFeed(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.subarray(-4_096)).toString("latin1").replaceAll("\0", "");
  return /<\/(?:[\w.-]+:)?(?:rss|feed|rdf)\s*>(?:\s|<!--[\s\S]*?-->)*$/i.test(tail);
}
