import { headOfBytes } from "../sniff/head-of-bytes.js";
import { documentStart } from "./xml-text.js";

/** Says of bytes whether they begin as a feed does, also behind a notice that its program printed before it. */
export function looksLikeFeed(bytes: Uint8Array): boolean {
  const head = headOfBytes(bytes);
  if (/^\s*\{[^{}[\]]*"version"\s*:\s*"https?:(?:\\?\/){2}jsonfeed\.org\\?\//.test(head)) return true;
  if (feed.test(head)) return true;
  return endsAsFeed(bytes) && documentStart(head) > 0;
}

const feed =
  /^(?:\s|<!--[\s\S]*?-->|<\?[^>]*>|<!doctype\s+(?:rss|feed|rdf)[^>[]*(?:\[[^\]]*\]\s*)?>)*<(?:[\w.-]+:)?(?:rss|feed|rdf|channel)[\s>]/i;

/** A text that only tells of feeds ends otherwise. */
function endsAsFeed(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.subarray(-4_096)).toString("latin1").replaceAll("\0", "");
  return /<\/(?:[\w.-]+:)?(?:rss|feed|rdf)\s*>(?:\s|<!--[\s\S]*?-->)*$/i.test(tail);
}
