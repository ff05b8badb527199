import type { ItemState, SourceKind } from "../following-tables.js";
import type { Store } from "../store.js";

/** How a source that is followed fares. Times are ISO 8601; `null` where there was none. */
export interface FollowedSource {
  readonly address: string;
  readonly kind: SourceKind | null;
  readonly title: string | null;
  /** The address of the list that named it. */
  readonly foundIn: string | null;
  readonly followed: string;
  /** When a person ended it. */
  readonly stopped: string | null;
  readonly lastSuccess: string | null;
  readonly lastError: string | null;
  readonly error: string | null;
  /** In a row, up to now. */
  readonly failures: number;
  /** All items that it ever showed; each is in one of the four that follow. */
  readonly seen: number;
  readonly pages: number;
  readonly feedTexts: number;
  readonly waiting: number;
  /** Items without an article for which nobody tries any more. */
  readonly lost: number;
  /** Times in which items may have come and gone unseen. */
  readonly gaps: readonly { readonly since: string; readonly until: string }[];
  readonly next: string;
}

/** The sources that are or were followed, in the order in which they came. */
export async function findFollowed({ tables }: Store): Promise<readonly FollowedSource[]> {
  const rows = await tables
    .selectFrom("source")
    .leftJoin("source as list", "list.key", "source.found_in")
    .leftJoin("source_item as item", "item.source", "source.key")
    .select(({ fn }) => [
      "source.key as key",
      "source.address as address",
      "source.kind as kind",
      "source.title as title",
      "list.address as foundIn",
      "source.followed as followed",
      "source.stopped as stopped",
      "source.succeeded as lastSuccess",
      "source.failed as lastError",
      "source.failure as error",
      "source.failures as failures",
      "source.next as next",
      fn.count<number>("item.key").as("seen"),
      fn.count<number>("item.key").filterWhere("item.state", "=", "page").as("pages"),
      fn.count<number>("item.key").filterWhere("item.state", "=", "feed-text").as("feedTexts"),
      fn.count<number>("item.key").filterWhere("item.state", "=", "waiting").as("waiting"),
      fn.count<number>("item.key").filterWhere("item.state", "=", "given-up").as("lost"),
    ])
    .groupBy(["source.key", "list.address"])
    .orderBy("source.key")
    .execute();
  const gaps = await tables.selectFrom("source_gap").selectAll().orderBy("key").execute();
  return rows.map(({ key, next, ...source }) => ({
    ...source,
    gaps: gaps.filter((gap) => gap.source === key).map(({ since, until }) => ({ since, until })),
    next,
  }));
}

/** An item that is not what it should be: without its page, or with a last try in vain. */
export interface OpenItem {
  readonly id: string;
  readonly address: string | null;
  readonly state: ItemState;
  readonly seen: string;
  readonly tries: number;
  readonly reason: string | null;
  /** When it is tried again, `null` where it is not. */
  readonly next: string | null;
}

/** The items of a source that wait, that were given up, or whose page could not be had; in the order in which they were seen. */
export function findOpenItems({ tables }: Store, address: string): Promise<readonly OpenItem[]> {
  return tables
    .selectFrom("source_item")
    .innerJoin("source", "source.key", "source_item.source")
    .select(["id", "source_item.address", "state", "seen", "tries", "reason", "source_item.next"])
    .where("source.address", "=", address)
    .where(({ or, eb }) => or([eb("state", "in", ["waiting", "given-up"]), eb("reason", "is not", null)]))
    .orderBy("source_item.key")
    .execute();
}
