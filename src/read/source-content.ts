import { gunzipSync } from "node:zlib";
import { discoverFeeds, type FeedLink, isOfComments } from "./feed/discover-feeds.js";
import type { Feed } from "./feed/feed.js";
import { looksLikeFeed } from "./feed/looks-like-feed.js";
import { readFeed } from "./feed/read-feed.js";
import { readOpml } from "./feed/read-opml.js";
import { declaredCharset } from "./page/declared-charset.js";
import { isFrontPage } from "./page/front-page.js";
import { decodeText } from "./plain/decode-text.js";
import { charsetOf, type Retrieval } from "./retrieval.js";
import { looksLikeSitemap, readSitemap, type SitemapReading } from "./sitemap/read-sitemap.js";
import { looksLikeOpml, looksLikePage } from "./sniff-format.js";

/**
 * What an address leads to: a feed, or a sitemap, which is told as one; a page, an OPML file or an index that lists feeds or sitemaps; or something else, to be read for itself. `unreadable` is what
 * begins as a feed or a list and is none.
 */
export type SourceContent =
  | { readonly kind: "feed"; readonly feed: Feed }
  | {
      readonly kind: "feed-list";
      /** What it lists. */
      readonly of: "feeds" | "sitemaps";
      readonly feeds: readonly FeedLink[];
      /** What was odd about it. */
      readonly faults: readonly string[];
    }
  | { readonly kind: "other" }
  | { readonly kind: "unreadable"; readonly reason: string };

/** What the bytes that an address gave lead to. Of a front page's feeds those of comments are left out. Pure. */
export function sourceContent(
  packed: Uint8Array,
  { address, contentType }: Pick<Retrieval, "address" | "contentType">,
): SourceContent {
  const bytes = unpacked(packed);
  if (looksLikeSitemap(bytes)) return sitemapContent(readSitemap(bytes, { address, charset: charsetOf(contentType) }));
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
  return feeds.length === 0 ? { kind: "other" } : { kind: "feed-list", of: "feeds", feeds, faults: [] };
}

/** As "1 feed", "3 sitemaps". */
export function countedSources(count: number, plural: "feeds" | "sitemaps" | "pages"): string {
  return `${count} ${count === 1 ? plural.slice(0, -1) : plural}`;
}

/** Sitemaps and some feeds lie on their servers packed with gzip, which is no coding of the answer. */
function unpacked(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: largest });
  } catch {
    return bytes;
  }
}

/** 32 MiB, as for any feed. */
const largest = 32 * 1024 * 1024;

function sitemapContent(reading: SitemapReading): SourceContent {
  if (reading.kind !== "index") return reading;
  return { kind: "feed-list", of: "sitemaps", feeds: reading.sitemaps, faults: reading.faults };
}

/** The feeds of an OPML file; none is a fault of the list. */
function feedList(feeds: readonly FeedLink[]): SourceContent {
  const reason = "this list of feeds (OPML) names none";
  return feeds.length === 0 ? { kind: "unreadable", reason } : { kind: "feed-list", of: "feeds", feeds, faults: [] };
}

/** Types that nothing but feeds has. */
function isFeedType(contentType: string | null): boolean {
  return /^\s*application\/(?:rss\+xml|atom\+xml|feed\+json|rdf\+xml)\b/i.test(contentType ?? "");
}
