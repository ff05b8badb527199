import type { Selectable, Transaction, Updateable } from "kysely";
import type { FeedItem } from "../read/feed/feed.js";
import type { Validators } from "../read/web/fetch-outcome.js";
import { sha256 } from "../text/hash.js";
import type { SourceItemTable, SourceKind, SourceTable } from "./following-tables.js";
import type { Store, WritableStore } from "./store.js";
import type { StoreTables } from "./tables.js";

export type Source = Selectable<SourceTable>;
export type SourceItem = Selectable<SourceItemTable>;

/** A source to follow. */
export interface NewSource {
  readonly address: string;
  readonly outlet: string | null;
  /** The key of the list that named it. */
  readonly foundIn: number | null;
  /** Where it is known. */
  readonly kind: SourceKind | null;
}

/** Follows a source from now on: `followed` where it is new, `resumed` where a person had stopped it, else `known`. */
export async function followSource(
  { tables, now }: WritableStore,
  { address, outlet, foundIn, kind }: NewSource,
): Promise<"followed" | "resumed" | "known"> {
  const at = now().toISOString();
  const known = await tables.selectFrom("source").selectAll().where("address", "=", address).executeTakeFirst();
  if (known === undefined) {
    const row = { address, outlet, found_in: foundIn, kind, followed: at, next: at };
    await tables
      .insertInto("source")
      .values({ ...row, ...neverAsked })
      .execute();
    return "followed";
  }
  // What a person has stopped stays so when a list names it again.
  const resumed = known.stopped !== null && foundIn === null;
  if (resumed) await updateSource(tables, known.key, { stopped: null, next: at });
  if (outlet !== null && outlet !== known.outlet) await updateSource(tables, known.key, { outlet });
  return resumed ? "resumed" : "known";
}

const neverAsked = {
  title: null,
  language: null,
  stopped: null,
  moved_to: null,
  etag: null,
  last_modified: null,
  asked: null,
  succeeded: null,
  failed: null,
  failure: null,
} as const;

/** Asks a source no more, nor for the pages of its items; what it gave stays. False where it is not followed. */
export async function stopFollowing({ tables, now }: WritableStore, address: string): Promise<boolean> {
  const result = await tables
    .updateTable("source")
    .set({ stopped: now().toISOString() })
    .where("address", "=", address)
    .where("stopped", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The sources whose turn has come, in the order in which they were followed. `early` takes those, too, that are merely not due yet. */
export function dueSources(
  { tables }: Store,
  { at, early }: { readonly at: string; readonly early: boolean },
): Promise<readonly Source[]> {
  return tables
    .selectFrom("source")
    .selectAll()
    .where("stopped", "is", null)
    .where(({ or, eb }) => or([eb("next", "<=", at), ...(early ? [eb("failures", "=", 0)] : [])]))
    .orderBy("key")
    .execute();
}

/** When the next source or item has its turn, `null` where nothing is followed. */
export async function nextTurn({ tables }: Store): Promise<string | null> {
  const source = await tables
    .selectFrom("source")
    .select(({ fn }) => fn.min("next").as("next"))
    .where("stopped", "is", null)
    .executeTakeFirst();
  const item = await tables
    .selectFrom("source_item")
    .innerJoin("source", "source.key", "source_item.source")
    .select(({ fn }) => fn.min("source_item.next").as("next"))
    .where("stopped", "is", null)
    .executeTakeFirst();
  const turns = [source?.next, item?.next].filter((next) => typeof next === "string");
  return turns.sort()[0] ?? null;
}

/** What a source answered. */
export interface SourceAnswer {
  readonly kind: SourceKind;
  readonly title: string | null;
  readonly language: string | null;
  readonly validators: Validators | null;
  readonly movedTo: string | null;
  readonly items: readonly ItemSeen[];
  readonly next: string;
}

/** An item as it stands in a feed now. */
export interface ItemSeen {
  readonly id: string;
  readonly item: FeedItem;
}

/**
 * Notes an answer together with every item in it, in one transaction: from then on the source may say that nothing has changed. Gives back how many
 * items are new or edited, and the time from which items may have been missed, if they may.
 */
export function noteAnswer(
  store: WritableStore,
  source: Source,
  { kind, title, language, validators, movedTo, items, next }: SourceAnswer,
): Promise<{ readonly fresh: number; readonly gapSince: string | null }> {
  const at = store.now().toISOString();
  return store.tables.transaction().execute(async (tables) => {
    let fresh = 0;
    let known = 0;
    const before = await countItems(tables, source.key);
    for (const seen of items) {
      const result = await noteItem(tables, source.key, seen, at);
      if (result !== "unseen") known += 1;
      if (result !== "same") fresh += 1;
    }
    const gapSince = before > 0 && items.length > 0 && known === 0 ? source.succeeded : null;
    if (gapSince !== null) {
      await tables.insertInto("source_gap").values({ source: source.key, since: gapSince, until: at }).execute();
    }
    const told = {
      kind,
      title,
      language,
      etag: validators?.etag ?? null,
      last_modified: validators?.lastModified ?? null,
    };
    const moved = movedTo === null ? {} : { moved_to: movedTo };
    await updateSource(tables, source.key, { ...told, ...moved, ...success(at), next });
    return { fresh, gapSince };
  });
}

/** Has the page that is itself a source looked at now; `next` is when the source has its turn again. */
export function noteTurnOfPage(store: WritableStore, source: Source, item: FeedItem, next: string): Promise<void> {
  const at = store.now().toISOString();
  return store.tables.transaction().execute(async (tables) => {
    await noteItem(tables, source.key, { id: source.address, item }, at);
    await tables.updateTable("source_item").set({ next: at }).where("source", "=", source.key).execute();
    await updateSource(tables, source.key, { kind: "page", asked: at, next });
  });
}

/** Notes that a source is as it was, or that its page was had. */
export function noteUnchanged({ tables, now }: WritableStore, { key }: Source, next: string): Promise<void> {
  return updateSource(tables, key, { ...success(now().toISOString()), next });
}

/** Notes that a source could not be had. Where it had moved, its old address is asked next time. */
export function noteFailure(
  { tables, now }: WritableStore,
  { key, failures }: Source,
  { reason, next }: { readonly reason: string; readonly next: string },
): Promise<void> {
  const at = now().toISOString();
  return updateSource(tables, key, {
    asked: at,
    failed: at,
    failure: reason,
    failures: failures + 1,
    moved_to: null,
    next,
  });
}

function success(at: string) {
  return { asked: at, succeeded: at, failures: 0 };
}

async function updateSource(tables: Tables, key: number, change: Updateable<SourceTable>): Promise<void> {
  await tables.updateTable("source").set(change).where("key", "=", key).execute();
}

type Tables = Store["tables"] | Transaction<StoreTables>;

async function countItems(tables: Tables, source: number): Promise<number> {
  const { count } = await tables
    .selectFrom("source_item")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("source", "=", source)
    .executeTakeFirstOrThrow();
  return count;
}

async function noteItem(
  tables: Tables,
  source: number,
  { id, item }: ItemSeen,
  at: string,
): Promise<"unseen" | "edited" | "same"> {
  const content = JSON.stringify(item);
  const hash = sha256(content);
  const known = await tables
    .selectFrom("source_item")
    .select(["key", "content_sha256", "asked"])
    .where("source", "=", source)
    .where("id", "=", id)
    .executeTakeFirst();
  if (known?.content_sha256 === hash) return "same";
  const told = { address: item.address, content, content_sha256: hash, tries: 0, reason: null };
  if (known === undefined) {
    const row = { ...told, source, id, seen: at, state: "waiting" as const, version: null, next: at };
    await tables
      .insertInto("source_item")
      .values({ ...row, etag: null, last_modified: null, asked: null })
      .execute();
    return "unseen";
  }
  // Some feeds change with every answer; their pages are asked for twice an hour at most.
  const rested = known.asked === null ? at : new Date(Date.parse(known.asked) + editRest).toISOString();
  await tables
    .updateTable("source_item")
    .set({ ...told, next: rested > at ? rested : at })
    .where("key", "=", known.key)
    .execute();
  // One that nobody tried any more is waited for again.
  await tables
    .updateTable("source_item")
    .set({ state: "waiting" })
    .where("key", "=", known.key)
    .where("state", "=", "given-up")
    .execute();
  return "edited";
}

const editRest = 30 * 60 * 1000;

/** An item whose turn has come. */
export interface DueItem {
  readonly key: number;
  readonly source: number;
  readonly address: string | null;
}

/** The items whose turn has come, those of new items first, in the order in which they were seen. */
export function dueItems({ tables }: Store, at: string): Promise<readonly DueItem[]> {
  return tables
    .selectFrom("source_item")
    .innerJoin("source", "source.key", "source_item.source")
    .select(["source_item.key", "source_item.source", "source_item.address"])
    .where("source_item.next", "<=", at)
    .where("source.stopped", "is", null)
    .orderBy("source_item.version")
    .orderBy("source_item.key")
    .execute();
}

/** The item with that key, and the source that showed it. */
export async function itemWithSource(
  { tables }: Store,
  key: number,
): Promise<{ readonly item: SourceItem; readonly source: Source }> {
  const item = await tables.selectFrom("source_item").selectAll().where("key", "=", key).executeTakeFirstOrThrow();
  const source = await tables.selectFrom("source").selectAll().where("key", "=", item.source).executeTakeFirstOrThrow();
  return { item, source };
}

/** The version of the page that another source's item of that address has given, `null` where there is none. */
export async function versionElsewhere({ tables }: Store, { key, address }: SourceItem): Promise<number | null> {
  if (address === null) return null;
  const found = await tables
    .selectFrom("source_item")
    .select("version")
    .where("address", "=", address)
    .where("key", "<>", key)
    .where("state", "=", "page")
    .executeTakeFirst();
  return found?.version ?? null;
}

/** The item as the feed had it. */
export function feedItemOf({ content }: SourceItem): FeedItem {
  // The column holds what `noteItem` wrote.
  return JSON.parse(content) as FeedItem;
}

/** Tries these items no sooner than at a time. */
export async function putOff({ tables }: WritableStore, keys: readonly number[], next: string): Promise<void> {
  await tables
    .updateTable("source_item")
    .set({ next })
    .where("key", "in", [...keys])
    .execute();
}

/** What a try has changed about an item. */
export type ItemChange = Pick<SourceItem, "state" | "version" | "tries" | "checks" | "reason" | "next"> & {
  readonly validators: Validators | null;
};

/** Notes what became of an item. Its texts are let go once there is an article. */
export async function noteItemTried(
  { tables, now }: WritableStore,
  item: SourceItem,
  { validators, ...change }: ItemChange,
): Promise<void> {
  const told = feedItemOf(item);
  const content = change.version === null ? item.content : JSON.stringify({ ...told, content: null, summary: null });
  await tables
    .updateTable("source_item")
    .set({
      ...change,
      content,
      asked: now().toISOString(),
      etag: validators?.etag ?? null,
      last_modified: validators?.lastModified ?? null,
    })
    .where("key", "=", item.key)
    .execute();
}
