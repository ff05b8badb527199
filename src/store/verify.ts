import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { LinkLexicons } from "../link/link-records.js";
import { recordSchema } from "../record/record.js";
import { recordFaults } from "../record/record-faults.js";
import { sha256 } from "../text/hash.js";
import { correctionsOfVersion, removedVersions } from "./corrections/correction-rows.js";
import { derivedRows } from "./derived-rows.js";
import { lineKeysOf } from "./line-id.js";
import { actionDays } from "./links/action-days.js";
import { historyDays } from "./links/history-days.js";
import { actionsOf, type LinkRows } from "./links/link-rows.js";
import { comparableLinks, linksOfDay, storedLinks } from "./links/link-unlinked.js";
import { arePosted } from "./links/postings.js";
import { countUnsettled, firstUnlinked } from "./links/unlinked.js";
import { type PackedBytes, unpackBytes } from "./packed-bytes.js";
import { lostCorrections } from "./queries/corrections.js";
import { rowTexts } from "./row-texts.js";
import type { Store } from "./store.js";
import { recordAsRead, type StoredRecord, storedRecords } from "./stored-records.js";
import { databaseZone, datedVersion } from "./zone.js";

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
 * that answer questions against the records that they follow from. With `lexicons` it links every day again too. Each fault goes to `fault` as a
 * sentence, `step` is called once for every record and once for every article of a day.
 */
export async function verifyStore(store: Store, { fault, step, lexicons }: VerifyOptions): Promise<Verification> {
  await verifyFile(store, fault);
  await verifyFetched(store, fault);
  const versions = await verifyTexts(store, fault);
  const digest = createHash("sha256");
  let records = 0;
  let lines = 0;
  let spans = 0;
  for await (const stored of storedRecords(store)) {
    for (const sentence of await faultsOf(store, stored)) fault(`${stored.record.article.id}: ${sentence}`);
    digest.update(`${JSON.stringify(stored.whole)}\n`);
    if (stored.marks.length > 0) digest.update(`${JSON.stringify(stored.marks)}\n`);
    records += 1;
    lines += stored.record.statements.length + stored.record.actions.length;
    lines += stored.record.postures.length + stored.record.stances.length;
    spans += countSpans(stored.whole);
    step();
  }
  const unlinkedDays = await countUnsettled(store);
  const first = await firstUnlinked(store);
  for (const day of await linkedDays(store)) {
    const stored = await storedLinks(store, day);
    const links = comparableLinks(stored);
    digest.update(links);
    if (!(await weighsRight(store, day, stored)))
      fault(`${day}: the weights of actions are not those that their tellings give; \`sitrep rebuild\` makes them`);
    if (first === null && !(await keepsStatesRight(store, day, stored)))
      fault(`${day}: the states of institutions are not those that their tellings give; \`sitrep rebuild\` makes them`);
    if (!(await arePosted(store, day, stored.linked)))
      fault(`${day}: articles are not found by their terms and fingerprints; \`sitrep rebuild\` mends it`);
    for (const _ of stored.linked) step();
    if (lexicons === undefined || (first !== null && day >= first)) continue;
    if (links !== comparableLinks(await linksOfDay(store, day, lexicons)))
      fault(
        `${day}: the links are not those that its articles and the days before give; \`sitrep rebuild\` makes them`,
      );
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

async function weighsRight(store: Store, day: string, links: LinkRows): Promise<boolean> {
  const rows = await store.tables.selectFrom("action_day").selectAll().where("day", "=", day).execute();
  const expected = await actionDays(store, actionsOf(links));
  return comparable(rows) === comparable(expected.filter((row) => row.day === day));
}

async function keepsStatesRight({ tables }: Store, day: string, { telling }: LinkRows): Promise<boolean> {
  const rows = await tables
    .selectFrom("history_day")
    .select(["history", "day", "content"])
    .where("day", "=", day)
    .orderBy("history")
    .execute();
  const told = [...new Set(telling.flatMap(({ history }) => history ?? []))].sort();
  const expected = await historyDays(
    { tables },
    told.map((history) => ({ history, day })),
  );
  return JSON.stringify(rows) === JSON.stringify(expected);
}

/** SQLite's own check of its pages, indexes and full-text tables, and of what rows refer to. */
async function verifyFile({ tables }: Store, fault: (sentence: string) => void): Promise<void> {
  const pages = await sql<{ readonly integrity_check: string }>`pragma integrity_check`.execute(tables);
  for (const { integrity_check: found } of pages.rows) if (found !== "ok") fault(found);
  const lost = await sql<{ readonly table: string; readonly parent: string }>`pragma foreign_key_check`.execute(tables);
  for (const { table, parent } of lost.rows) fault(`a row of ${table} refers to a row of ${parent} that is not there`);
}

async function verifyFetched({ tables }: Store, fault: (sentence: string) => void): Promise<void> {
  for (let seen = 0; ; ) {
    const rows = await tables
      .selectFrom("fetched")
      .select(["key", "requested", "sha256", "bytes", "coding"])
      .where("key", ">", seen)
      .orderBy("key")
      .limit(20)
      .execute();
    for (const row of rows) {
      if (hashOf(row) !== row.sha256) fault(`${row.requested}: the bytes fetched have another hash than was noted`);
      seen = row.key;
    }
    if (rows.length === 0) return;
  }
}

/** `null` where the bytes cannot be unpacked. */
function hashOf(packed: PackedBytes): string | null {
  try {
    return sha256(unpackBytes(packed));
  } catch {
    return null;
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

async function faultsOf(store: Store, { key, whole: record, marks }: StoredRecord): Promise<readonly string[]> {
  const parsed = recordSchema.safeParse(record);
  if (!parsed.success) return [`the record has another form than docs/record.md: ${parsed.error.issues[0]?.message}`];
  const read = marks.length === 0 ? record : ((await recordAsRead(store, key)) ?? record);
  const when = await datedVersion(store, key);
  const dated = await store.tables.selectFrom("dated").selectAll().where("version", "=", key).execute();
  const expected = derivedRows(when, read, await correctionsOfVersion(store.tables, record.article.id));
  const { first, end } = lineKeysOf(key);
  const stored: Readonly<Record<keyof typeof expected, readonly object[]>> = {
    corrected: await store.tables.selectFrom("corrected").selectAll().where("version", "=", key).execute(),
    line: await store.tables.selectFrom("line").selectAll().where("key", ">=", first).where("key", "<", end).execute(),
    entity: await store.tables.selectFrom("entity").selectAll().where("version", "=", key).execute(),
    place: await store.tables.selectFrom("place").selectAll().where("version", "=", key).execute(),
    time: await store.tables.selectFrom("time").selectAll().where("version", "=", key).execute(),
  };
  const wrong = (["corrected", "line", "entity", "place", "time"] as const).filter(
    (table) => comparable(stored[table]) !== comparable(expected[table]),
  );
  return [
    ...recordFaults(record),
    ...record.statements
      .filter(
        ({ content }) => content.text !== content.spans.map((span) => record.article.text.slice(...span)).join(" "),
      )
      .map(({ id }) => `${id}: the content's text is not the words of its spans`),
    ...wrong.map((table) => `the rows of ${table} are not those of the record`),
    ...(comparable(dated) === comparable([when])
      ? []
      : [`it is not of the day ${when.day}, which it has in the zone of the database`]),
  ];
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
