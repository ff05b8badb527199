import { discoverFeeds, type FeedLink, isOfComments } from "./feed/discover-feeds.js";
import type { Feed } from "./feed/feed.js";
import { looksLikeFeed } from "./feed/looks-like-feed.js";
import { readFeed } from "./feed/read-feed.js";
import { readOpml } from "./feed/read-opml.js";
import { declaredCharset } from "./page/declared-charset.js";
import { isFrontPage } from "./page/front-page.js";
import { decodeText } from "./plain/decode-text.js";
import { charsetOf, type Retrieval } from "./retrieval.js";
import { looksLikeOpml, looksLikePage } from "./sniff-format.js";

/**
 * What an address leads to: a feed; a page or an OPML file that lists feeds; or something else, to be read for itself. `unreadable` is what
 * begins as a feed or a list and is none.
 */
export type SourceContent =
  | { readonly kind: "feed"; readonly feed: Feed }
  | { readonly kind: "feed-list"; readonly feeds: readonly FeedLink[] }
  | { readonly kind: "other" }
  | { readonly kind: "unreadable"; readonly reason: string };

/** What the bytes that an address gave lead to. Of a front page's feeds those of comments are left out. Pure. */
export function sourceContent(bytes: Uint8Array, { address, contentType }: Retrieval): SourceContent {
  if (looksLikeFeed(bytes) || isFeedType(contentType)) {
    const reading = readFeed(bytes, { address, charset: charsetOf(contentType) });
    if (reading.kind === "feed") return reading;
    if (looksLikeFeed(bytes)) return reading;
  }
  if (looksLikeOpml(bytes)) return feedList(readOpml(bytes) ?? []);
  if (address === null || !looksLikePage(bytes)) return { kind: "other" };
  const decoding = decodeText(bytes, charsetOf(contentType) ?? declaredCharset(bytes));
  if (decoding.kind === "binary" || !isFrontPage(decoding.text, address)) return { kind: "other" };
  const feeds = discoverFeeds(decoding.text, address).filter((link) => !isOfComments(link));
  return feeds.length === 0 ? { kind: "other" } : { kind: "feed-list", feeds };
}

/** The feeds of an OPML file; none is a fault of the list. */
function feedList(feeds: readonly FeedLink[]): SourceContent {
  const reason = "this list of feeds (OPML) names none";
  return feeds.length === 0 ? { kind: "unreadable", reason } : { kind: "feed-list", feeds };
}

/** Types that nothing but feeds has. */
function isFeedType(contentType: string | null): boolean {
  return /^\s*application\/(?:rss\+xml|atom\+xml|feed\+json|rdf\+xml)\b/i.test(contentType ?? "");
}
