/** A feed as it was read, whatever its format. */
export interface Feed {
  readonly format: "rss" | "atom" | "json" | "sitemap";
  readonly title: string | null;
  /** Of the site that it tells of, not of the feed itself. */
  readonly address: string | null;
  /** The primary subtag of its language. */
  readonly language: string | null;
  readonly items: readonly FeedItem[];
  /** What was odd about it, in sentences for people; empty for a sound feed. */
  readonly faults: readonly string[];
}

/** One item. What it does not tell is `null`. */
export interface FeedItem {
  /** What the feed tells it apart by; else its address. */
  readonly id: string | null;
  /** Plain text. */
  readonly title: string | null;
  /** Of the page behind it, absolute where the feed tells what it is relative to. */
  readonly address: string | null;
  /** As written. */
  readonly published: string | null;
  readonly updated: string | null;
  /** HTML, as is what follows; plain text is escaped. */
  readonly summary: string | null;
  readonly content: string | null;
  readonly authors: readonly string[];
  /** Who published it first, where the feed tells that beside its own name. */
  readonly outlet?: string;
  /** The level of advice that it is filed under, in its issuer's words. */
  readonly level?: string;
  /** When its page last changed, by a sitemap: a reason to look again, and no date of publication. */
  readonly changed?: string;
  /** The page behind it is that of other items too, which tell of other things: what the feed says is then what there is of it. */
  readonly sharesPage?: true;
}

/** What came of the bytes of a feed. */
export type FeedReading =
  | { readonly kind: "feed"; readonly feed: Feed }
  | { readonly kind: "unreadable"; readonly reason: string };
