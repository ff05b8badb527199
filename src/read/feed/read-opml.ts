import { declaredCharset } from "../page/declared-charset.js";
import { decodeText } from "../plain/decode-text.js";
import type { FeedLink } from "./discover-feeds.js";
import { parseXml, type XmlElement } from "./xml-tree.js";

/** The feeds that an OPML file lists, in its order, each once; `null` where the bytes are no OPML. */
export function readOpml(bytes: Uint8Array): readonly FeedLink[] | null {
  const decoding = decodeText(bytes, declaredCharset(bytes));
  const root = decoding.kind === "text" ? parseXml(decoding.text, null).root : null;
  if (root?.name !== "opml") return null;
  const found = new Map<string, FeedLink>();
  const waiting: XmlElement[] = [root];
  for (let element = waiting.shift(); element !== undefined; element = waiting.shift()) {
    const address = element.attributes.get("xmlurl") ?? "";
    const title = element.attributes.get("title") ?? element.attributes.get("text") ?? null;
    if (address !== "" && !found.has(address)) found.set(address, { address, title });
    waiting.unshift(...element.children);
  }
  return [...found.values()];
}
