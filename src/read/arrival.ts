import type { FeedItem } from "./feed/feed.js";
import type { Retrieval } from "./retrieval.js";

/** What is known of a page from the way it came. The page's own word comes before that of the feed that led to it. */
export interface Arrival {
  readonly retrieval: Retrieval | null;
  readonly item: FeedItem | null;
}

/** Of a file that somebody put there. */
export const noArrival: Arrival = { retrieval: null, item: null };
