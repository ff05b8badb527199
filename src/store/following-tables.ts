import type { Generated } from "kysely";

/** What is followed, and how far it has been. Neither ground nor derived: a rebuild leaves it alone. */
export interface FollowingTables {
  readonly source: SourceTable;
  readonly source_item: SourceItemTable;
  readonly source_gap: SourceGapTable;
}

export const sourceKinds = ["feed", "feed-list", "page"] as const;

/** `feed-list`: a front page or an OPML file, which names feeds. */
export type SourceKind = (typeof sourceKinds)[number];

/**
 * How far an item has been. `waiting`: there is no article of it yet. `page`: its article is that of the page behind it. `feed-text`: it is what the
 * feed itself holds. `given-up`: there is no article, and nobody tries any more.
 */
export type ItemState = "waiting" | "page" | "feed-text" | "given-up";

/** An address that is followed. Times are ISO 8601. */
export interface SourceTable {
  readonly key: Generated<number>;
  readonly address: string;
  /** `null` until an answer has told. */
  readonly kind: SourceKind | null;
  /** The list that named it. */
  readonly found_in: number | null;
  /** Whose articles it gives, where a person has said so. */
  readonly outlet: string | null;
  /** Of a feed, as are the language. */
  readonly title: string | null;
  readonly language: string | null;
  readonly followed: string;
  /** When a person ended it. */
  readonly stopped: string | null;
  /** Where the server says that it has gone for good. */
  readonly moved_to: string | null;
  readonly etag: string | null;
  readonly last_modified: string | null;
  readonly asked: string | null;
  readonly succeeded: string | null;
  readonly failed: string | null;
  /** Why it failed the last time that it did. */
  readonly failure: string | null;
  /** In a row. */
  readonly failures: Generated<number>;
  readonly next: string;
}

/** An item that a source has shown. Each that was ever seen has its row. */
export interface SourceItemTable {
  readonly key: Generated<number>;
  readonly source: number;
  /** What tells it apart within its source. */
  readonly id: string;
  readonly address: string | null;
  /** JSON: the item as the feed has it; without its texts once it has an article. */
  readonly content: string;
  /** Of the whole item, so that an edit in the feed shows. */
  readonly content_sha256: string;
  /** When it was first. */
  readonly seen: string;
  readonly state: ItemState;
  readonly version: number | null;
  /** Of the page, as is the next. */
  readonly etag: string | null;
  readonly last_modified: string | null;
  readonly asked: string | null;
  /** In vain, since it last went well. */
  readonly tries: Generated<number>;
  /** How often its page was had, or found unchanged. */
  readonly checks: Generated<number>;
  /** Why the last try was in vain, or why it was put off. */
  readonly reason: string | null;
  /** `null` where nothing more is planned. */
  readonly next: string | null;
}

/** A time in which a feed may have shown items that nobody saw: when it was asked again it held none of those known. */
export interface SourceGapTable {
  readonly key: Generated<number>;
  readonly source: number;
  readonly since: string;
  readonly until: string;
}
