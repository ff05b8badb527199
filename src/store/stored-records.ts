import type { NotNull } from "kysely";
import { hiddenLines, type LineMark, withoutHidden } from "../link/corrections/correct-record.js";
import type { ArticleRecord } from "../record/record.js";
import { recordFrom } from "./derived.js";
import { articleColumns, articleOfRow } from "./ground.js";
import { isNewest } from "./newest.js";
import type { PackedRecords } from "./packed-record.js";
import { articleAnswers, inPeriod, type LineFilter, noFilter } from "./queries/line-filter.js";
import type { Store } from "./store.js";

/** A record, and what the database knows of the version that it is about. */
export interface StoredRecord {
  /** Rises in the order in which versions were added. */
  readonly key: number;
  /** The id that all versions of the article share. `record.article.id` is that of the version. */
  readonly article: string;
  readonly number: number;
  /** True where no later version of the article is known. */
  readonly newest: boolean;
  /** When the version came into the database, as ISO 8601. */
  readonly added: string;
  /** The day of the article, in the zone of the database: on which it was published, else fetched, else added. */
  readonly day: string;
  /** As people corrected it, without the lines that they hid. */
  readonly record: ArticleRecord;
  /** The same with the hidden lines. */
  readonly whole: ArticleRecord;
  /** Which corrections hold for which lines. */
  readonly marks: readonly LineMark[];
}

export interface RecordRange {
  /** Only versions with a higher key than this, so that whoever has seen some can ask for what came since. */
  readonly after?: number;
  /** Only articles published on this day or a later one, and before `until`; an article of unknown date is in no such range. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Only articles that it lets through. */
  readonly filter?: LineFilter | undefined;
}

/**
 * All records in the order in which their articles were added; those of older versions are among them. What links articles starts
 * here: the list of records with `newest` set, each `record.article.id` being what every line of it is named by.
 */
export async function* storedRecords(store: Store, range: RecordRange = {}): AsyncGenerator<StoredRecord> {
  for await (const records of storedRecordsTogether(store, range)) yield* records;
}

/** The same, as many at once as are held in memory. */
export async function* storedRecordsTogether(
  store: Store,
  { after = 0, since, until, filter = noFilter }: RecordRange = {},
): AsyncGenerator<readonly StoredRecord[]> {
  let seen = after;
  for (;;) {
    const rows = await recordRows(store)
      .where("version.key", ">", seen)
      .$if(since !== undefined || until !== undefined, (query) => query.where("version.published", "is not", null))
      .where(inPeriod("dated.day", { since, until }))
      .where(articleAnswers("version.key", filter))
      .orderBy("version.key")
      .limit(atOnce)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(storedRecord);
    seen = last.key;
  }
}

/** The records of the versions with these keys, by key. */
export async function recordsByKey(
  store: Pick<Store, "tables">,
  keys: readonly number[],
): Promise<ReadonlyMap<number, StoredRecord>> {
  if (keys.length === 0) return new Map();
  const rows = await recordRows(store)
    .where("version.key", "in", [...new Set(keys)])
    .execute();
  return new Map(rows.map((row) => [row.key, storedRecord(row)]));
}

/** A record of which all but the article is unpacked when it is asked for. */
interface PackedRecord extends Pick<StoredRecord, "key" | "whole" | "marks"> {
  /** What it is unpacked from. */
  readonly content: Uint8Array;
}

/** The records of the versions with these keys as linking takes them: with the lines that are hidden, and packed by whoever asks; in no order. */
export async function packedRecordsByKey(
  store: Pick<Store, "tables">,
  keys: readonly number[],
  packed: PackedRecords,
): Promise<readonly PackedRecord[]> {
  if (keys.length === 0) return [];
  const rows = await recordRows(store)
    .where("version.key", "in", [...new Set(keys)])
    .execute();
  return rows.map((row) => {
    const { messages: _, ...article } = articleOfRow(row);
    const { key, content } = row;
    return { key, content, whole: packed.recordOf(key, article, content), marks: marksOf(row) };
  });
}

/** The record of the version with that id, or `null`. */
export async function recordById(store: Store, id: string): Promise<StoredRecord | null> {
  const row = await recordRows(store).where("version.id", "=", id).executeTakeFirst();
  return row === undefined ? null : storedRecord(row);
}

/** The record of the version with that key as analysis made it, without any corrections; `null` where there is none. */
export async function recordAsRead({ tables }: Pick<Store, "tables">, version: number): Promise<ArticleRecord | null> {
  const row = await tables
    .selectFrom("version")
    .innerJoin("record", "record.version", "version.key")
    .select(articleColumns)
    .select("record.content")
    .where("version.key", "=", version)
    .executeTakeFirst();
  return row === undefined || row.content === null ? null : recordFrom(articleOfRow(row), row.content);
}

/** Bounds what is held in memory. */
const atOnce = 100;

function recordRows(store: Pick<Store, "tables">) {
  return store.tables
    .selectFrom("version")
    .innerJoin("article", "article.key", "version.article")
    .innerJoin("record", "record.version", "version.key")
    .innerJoin("dated", "dated.version", "version.key")
    .leftJoin("corrected", "corrected.version", "version.key")
    .select(articleColumns)
    .select(["article.id as article", "version.number", "version.added", "dated.day", "corrected.marks"])
    .select(({ fn }) => fn.coalesce("corrected.content", "record.content").as("content"))
    .select(isNewest().as("newest"))
    .where("record.content", "is not", null)
    .$narrowType<{ content: NotNull }>();
}

type RecordRow = Awaited<ReturnType<ReturnType<typeof recordRows>["execute"]>>[number];

function marksOf({ marks }: Pick<RecordRow, "marks">): readonly LineMark[] {
  // The column holds what `derivedRows` wrote.
  return marks === null ? [] : (JSON.parse(marks) as readonly LineMark[]);
}

function storedRecord(row: RecordRow): StoredRecord {
  const { key, article, number, added, day, newest, content } = row;
  const whole = recordFrom(articleOfRow(row), content);
  const marks = marksOf(row);
  const record = withoutHidden(whole, hiddenLines(marks));
  return { key, article, number, newest: newest === 1, added, day, record, whole, marks };
}
