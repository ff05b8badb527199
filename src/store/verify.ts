import { createHash } from "node:crypto";
import { sql } from "kysely";
import { groupedBy } from "../link/grouped-by.js";
import { compareText } from "../link/link-input.js";
import type { LinkLexicons } from "../link/link-lexicons.js";
import { recordSchema } from "../record/record.js";
import { recordFaults } from "../record/record-faults.js";
import { sha256 } from "../text/hash.js";
import { correctionsOfVersion, removedVersions, someLineCorrected } from "./corrections/correction-rows.js";
import { derivedRows } from "./derived-rows.js";
import { lineKeysOf } from "./line-id.js";
import { mostAtOnce } from "./links/day-parts.js";
import { countUnsettled, firstUnlinked } from "./links/unlinked.js";
import { verifyDay } from "./links/verify-day.js";
import { hashOfKept } from "./objects/fetched-bytes.js";
import { lostCorrections } from "./queries/corrections.js";
import { rowTexts } from "./row-texts.js";
import type { Store } from "./store.js";
import { recordAsRead, type StoredRecord, storedRecordsTogether } from "./stored-records.js";
import type { StoreTables } from "./tables.js";
import { databaseZone, datedVersions } from "./zone.js";

/** What verification found. */
export interface Verification {
  readonly versions: number;
  readonly records: number;
  readonly lines: number;
  readonly spans: number;
  /** Versions whose analysis failed; they are in the ground, and no fault of the database. */
  readonly failed: number;
  /** The zone that days are days of. */
  readonly zone: string;
  /** Days whose links are still to be made or settled; till then the links of no day from the first of them on are held against its articles. */
  readonly unlinkedDays: number;
  /** Why corrections cannot be applied any more to what the articles now give, one sentence each. */
  readonly lostCorrections: readonly string[];
  /** Over the whole derived part: two databases with the same say the same, and a rebuild by the same version gives it again. */
  readonly digest: string;
}

/**
 * Reads the whole database back: hashes every text and all fetched bytes again, slices every span of every record again, and holds the tables
 * that answer questions against the records that they follow from. With `lexicons` it links days again too. Each fault goes to `fault` as a
 * sentence, `step` is called once for every record and once for every article of a day.
 */
export async function verifyStore(
  store: Store,
  { fault, step, lexicons, linksOf = "all days", atOnce = mostAtOnce }: VerifyOptions,
): Promise<Verification> {
  await store.check(fault);
  await verifyFetched(store, fault);
  const versions = await verifyTexts(store, fault);
  const digest = createHash("sha256");
  let records = 0;
  let lines = 0;
  let spans = 0;
  const isCorrected = await someLineCorrected(store.tables);
  for await (const together of storedRecordsTogether(store)) {
    const kept = await rowsOfRecords(store, together);
    for (const stored of together) {
      for (const sentence of await faultsOf(store, stored, kept, isCorrected))
        fault(`${stored.record.article.id}: ${sentence}`);
      digest.update(`${JSON.stringify(stored.whole)}\n`);
      if (stored.marks.length > 0) digest.update(`${JSON.stringify(stored.marks)}\n`);
      records += 1;
      lines += stored.record.statements.length + stored.record.actions.length;
      lines += stored.record.postures.length + stored.record.stances.length;
      spans += countSpans(stored.whole);
      step();
    }
  }
  const unlinkedDays = await countUnsettled(store);
  const first = await firstUnlinked(store);
  const days = await linkedDays(store);
  const settled = days.filter((day) => first === null || day < first);
  const again = new Set(lexicons === undefined ? [] : await daysToLink(store, settled, linksOf));
  for (const day of days) {
    await verifyDay(store, day, {
      ...{ digest, fault, step, atOnce, states: first === null },
      lexicons: again.has(day) ? (lexicons ?? null) : null,
    });
  }
  const removed = await store.tables.selectFrom("removed").select("version").orderBy("version").execute();
  if (JSON.stringify(removed.map(({ version }) => version)) !== JSON.stringify(await removedVersions(store.tables)))
    fault("the articles that are left out are not those that people took out; `sitrep rebuild` makes them so");
  const failed = await countFailed(store);
  if (versions > records + failed)
    fault(`${versions - records - failed} versions have no record yet; \`sitrep rebuild\` makes them`);
  const lost = await lostCorrections(store);
  const counts = { versions, records, lines, spans, failed, unlinkedDays, zone: await databaseZone(store) };
  return { ...counts, lostCorrections: lost, digest: digest.digest("hex") };
}

export interface VerifyOptions {
  readonly fault: (sentence: string) => void;
  readonly step: () => void;
  readonly lexicons?: LinkLexicons;
  /** Which days are linked again: all that are settled, or so many of them that it pays for in a large record. */
  readonly linksOf?: "all days" | "some days";
  /** How many articles were linked at once. */
  readonly atOnce?: number;
}

/** A record of no more articles is linked again as a whole. */
const small = 1_000;

/** Of a larger one so much is. */
const part = 0.1;

/** Those of the days whose links are made again. Which of many it is follows from the days, so that a record that stays as it is gives the same answer. */
async function daysToLink(
  { tables }: Store,
  days: readonly string[],
  linksOf: "all days" | "some days",
): Promise<readonly string[]> {
  const rows = await tables.selectFrom("day_size").select(["day", "articles"]).execute();
  const sizes = new Map(rows.map(({ day, articles }) => [day, articles]));
  const all = rows.reduce((sum, { articles }) => sum + articles, 0);
  if (linksOf === "all days" || all <= small) return days;
  let left = Math.max(small, part * all);
  return [...days]
    .sort((a, b) => compareText(sha256(a), sha256(b)))
    .filter((day) => {
      const isTaken = left > 0;
      if (isTaken) left -= sizes.get(day) ?? 0;
      return isTaken;
    });
}

/** Every day that has articles or links. */
async function linkedDays({ tables }: Store): Promise<readonly string[]> {
  const rows = await tables
    .selectFrom("dated")
    .select("day")
    .union(tables.selectFrom("linked").select("day"))
    .orderBy("day")
    .execute();
  return rows.map(({ day }) => day);
}

async function verifyFetched(store: Store, fault: (sentence: string) => void): Promise<void> {
  for (let seen = 0; ; ) {
    const rows = await store.tables
      .selectFrom("fetched")
      .select(["key", "requested", "sha256", "bytes", "coding"])
      .where("key", ">", seen)
      .orderBy("key")
      .limit(20)
      .execute();
    for (const row of rows) {
      if ((await hashOfKept(store, row)) !== row.sha256)
        fault(`${row.requested}: the bytes fetched have another hash than was noted`);
      seen = row.key;
    }
    if (rows.length === 0) return;
  }
}

async function verifyTexts({ tables }: Store, fault: (sentence: string) => void): Promise<number> {
  let versions = 0;
  for (let seen = 0; ; ) {
    const rows = await tables
      .selectFrom("version")
      .select(["key", "id", "sha256", "text"])
      .where("key", ">", seen)
      .orderBy("key")
      .limit(100)
      .execute();
    for (const { key, id, sha256: noted, text } of rows) {
      if (sha256(text) !== noted) fault(`${id}: the text has another hash than was noted`);
      versions += 1;
      seen = key;
    }
    if (rows.length === 0) return versions;
  }
}

/** The rows that are kept for some records, which follow one another by their keys. */
async function rowsOfRecords(store: Store, some: readonly StoredRecord[]) {
  const { tables } = store;
  const [from, to] = [some[0]?.key ?? 0, some.at(-1)?.key ?? 0];
  const of = async <Table extends "corrected" | "entity" | "place" | "time" | "dated">(table: Table) => {
    const { rows } = await sql<StoreTables[Table]>`
      select * from ${sql.table(table)} where version between ${from} and ${to}`.execute(tables);
    return groupedBy(rows, ({ version }) => version);
  };
  const { first } = lineKeysOf(from);
  const { end } = lineKeysOf(to);
  const lines = await tables.selectFrom("line").selectAll().where("key", ">=", first).where("key", "<", end).execute();
  const zone = await databaseZone(store);
  const keys = some.map(({ key }) => key);
  return {
    when: new Map((await datedVersions(store, zone, keys)).map((dated) => [dated.version, dated])),
    dated: await of("dated"),
    corrected: await of("corrected"),
    line: groupedBy(lines, ({ version }) => version),
    entity: await of("entity"),
    place: await of("place"),
    time: await of("time"),
  };
}

type KeptRows = Awaited<ReturnType<typeof rowsOfRecords>>;

async function faultsOf(
  store: Store,
  { key, whole: record, marks }: StoredRecord,
  kept: KeptRows,
  isCorrected: boolean,
): Promise<readonly string[]> {
  const parsed = recordSchema.safeParse(record);
  if (!parsed.success) return [`the record has another form than docs/record.md: ${parsed.error.issues[0]?.message}`];
  const read = marks.length === 0 ? record : ((await recordAsRead(store, key)) ?? record);
  const when = kept.when.get(key);
  if (when === undefined) throw new RangeError(`Found no version ${key}, which a row of the database names.`);
  const said = isCorrected ? await correctionsOfVersion(store.tables, record.article.id) : undefined;
  const expected = derivedRows(when, read, said);
  const wrong = (["corrected", "line", "entity", "place", "time"] as const).filter(
    (table) => !areSame(kept[table].get(key) ?? [], expected[table]),
  );
  return [
    ...recordFaults(record),
    ...record.statements
      .filter(
        ({ content }) => content.text !== content.spans.map((span) => record.article.text.slice(...span)).join(" "),
      )
      .map(({ id }) => `${id}: the content's text is not the words of its spans`),
    ...wrong.map((table) => `the rows of ${table} are not those of the record`),
    ...(areSame(kept.dated.get(key) ?? [], [when])
      ? []
      : [`it is not of the day ${when.day}, which it has in the zone of the database`]),
  ];
}

/** Whether rows are the same, whatever the order of rows and columns. */
function areSame(rows: readonly object[], others: readonly object[]): boolean {
  if (rows.length !== others.length) return false;
  // They nearly always stand in the same order, and to write them out takes longer than all else.
  return rows.every((row, at) => isSameRow(row, others[at] ?? {})) || comparable(rows) === comparable(others);
}

function isSameRow(row: object, other: object): boolean {
  const columns = Object.keys(row);
  return (
    columns.length === Object.keys(other).length &&
    columns.every((name) => Reflect.get(row, name) === Reflect.get(other, name))
  );
}

/** Every pair of whole numbers in a record is a span, wherever it stands. */
function countSpans(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  if (Array.isArray(value) && value.length === 2 && value.every(Number.isInteger)) return 1;
  return Object.values(value).reduce((sum: number, inner) => sum + countSpans(inner), 0);
}

/** Rows as one text, whatever the order of rows and columns. */
function comparable(rows: readonly object[]): string {
  return [...rowTexts(rows)].sort().join("\n");
}

async function countFailed({ tables }: Store): Promise<number> {
  const { failed } = await tables
    .selectFrom("record")
    .select(({ fn }) => fn.countAll<number>().as("failed"))
    .where("failure", "is not", null)
    .executeTakeFirstOrThrow();
  return failed;
}
