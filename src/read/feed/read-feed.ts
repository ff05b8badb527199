import type { FeedReading } from "./feed.js";
import { parseJsonFeed } from "./json-feed.js";
import { markSharedPages } from "./shared-pages.js";
import { parseXmlFeed } from "./xml-feed.js";
import { xmlText } from "./xml-text.js";

export interface FeedSource {
  /** Where it is from, which relative addresses are relative to. */
  readonly address: string | null;
  /** The encoding that came with it, in lower case. */
  readonly charset: string | null;
}

/**
 * The feed in the bytes: RSS, RDF, Atom or JSON Feed. Broken XML is read as far as it goes, and the feed's `faults` say so; what is no feed
 * gives the reason. Pure, and never throws on what the bytes hold.
 */
export function readFeed(bytes: Uint8Array, { address, charset }: FeedSource): FeedReading {
  const refuse = (reason: string): FeedReading => ({ kind: "unreadable", reason });
  const decoded = xmlText(bytes, "feed", charset);
  if (decoded.kind === "unreadable") return decoded;
  const { text, faults } = decoded;
  try {
    const feed = /^\s*\{/.test(text) ? parseJsonFeed(text, address) : parseXmlFeed(text, address);
    if (feed === null) return refuse("this is no RSS, Atom or JSON feed");
    return {
      kind: "feed",
      feed: { ...feed, items: markSharedPages(feed.items), faults: [...faults, ...feed.faults] },
    };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse(`this is not JSON (${error.message})`);
  }
}
