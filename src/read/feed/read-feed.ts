import { declaredCharset } from "../page/declared-charset.js";
import { decodeText } from "../plain/decode-text.js";
import type { FeedReading } from "./feed.js";
import { parseJsonFeed } from "./json-feed.js";
import { parseXmlFeed } from "./xml-feed.js";

export interface FeedSource {
  /** Where it is from, which relative addresses are relative to. */
  readonly address: string | null;
  /** The encoding that came with it, in lower case. */
  readonly charset: string | null;
}

/** 32 MiB: a thousand times a usual feed. */
const largestFeed = 32 * 1024 * 1024;

/**
 * The feed in the bytes: RSS, RDF, Atom or JSON Feed. Broken XML is read as far as it goes, and the feed's `faults` say so; what is no feed
 * gives the reason. Pure, and never throws on what the bytes hold.
 */
export function readFeed(bytes: Uint8Array, { address, charset }: FeedSource): FeedReading {
  const refuse = (reason: string): FeedReading => ({ kind: "unreadable", reason });
  if (bytes.length > largestFeed) return refuse(`this feed has ${bytes.length} bytes; up to ${largestFeed} are read`);
  const decoding = decodeText(bytes, charset ?? declaredCharset(bytes));
  if (decoding.kind === "binary") return refuse("this is binary data, not a feed");
  const text = decoding.text.replace(/^\ufeff/, "");
  const json = /^\s*\{/.test(text);
  try {
    const feed = json ? parseJsonFeed(text, address) : parseXmlFeed(text, address);
    if (feed === null) return refuse("this is no RSS, Atom or JSON feed");
    return {
      kind: "feed",
      feed: { ...feed, faults: [...decoding.messages.map(({ reason }) => reason), ...feed.faults] },
    };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse(`this is not JSON (${error.message})`);
  }
}
