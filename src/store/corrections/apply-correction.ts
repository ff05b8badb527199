import { sql, type Transaction } from "kysely";
import {
  articleOfVersion,
  type Correction,
  type CorrectionDetail,
  type LineCorrection,
} from "../../link/corrections/correction.js";
import { lookBackDays } from "../../link/memory.js";
import { writeLines } from "../derived.js";
import { type DerivedRows, derivedRows } from "../derived-rows.js";
import { inChunks } from "../in-chunks.js";
import { lineKeysOf } from "../line-id.js";
import { replaceActionDays } from "../links/action-days.js";
import { dayAfter } from "../links/unlinked.js";
import { recordAsRead } from "../stored-records.js";
import type { StoreTables } from "../tables.js";
import { datedVersion } from "../zone.js";
import { correctionsOfVersion } from "./correction-rows.js";

type Tables = Transaction<StoreTables>;

/** Brings the derived part up to a correction that came into effect or went out of it, and marks the days that are to be linked again. */
export async function applyCorrection(tables: Tables, detail: Correction["detail"]): Promise<void> {
  switch (detail.kind) {
    case "hide":
    case "relabel":
      return applyToLines(tables, detail);
    case "undo":
      return;
    default:
      return applyToLinks(tables, detail);
  }
}

async function applyToLines(tables: Tables, detail: LineCorrection["detail"]): Promise<void> {
  const anchors = detail.kind === "hide" ? detail.lines : [detail.line];
  for (const { key, id, day } of await versionsNamed(
    tables,
    anchors.map(({ article }) => article),
  )) {
    const record = await recordAsRead({ tables }, key);
    if (record === null) continue;
    await replaceRows(
      tables,
      key,
      derivedRows(await datedVersion({ tables }, key), record, await correctionsOfVersion(tables, id)),
    );
    // Later days have looked back on the line as it was.
    const until = dayAfter(day, lookBackDays);
    await sql`insert or ignore into unlinked select distinct day from dated where day >= ${day} and day <= ${until}`.execute(
      tables,
    );
  }
}

/** Replaces the lines that come out other than before. Links that name one that goes are of days that are marked. */
async function replaceRows(tables: Tables, version: number, { corrected, line }: DerivedRows): Promise<void> {
  await tables.deleteFrom("corrected").where("version", "=", version).execute();
  if (corrected.length > 0) await tables.insertInto("corrected").values(corrected).execute();
  const { first, end } = lineKeysOf(version);
  const stored = await tables.selectFrom("line").selectAll().where("key", ">=", first).where("key", "<", end).execute();
  const before = new Map(stored.map((row) => [row.key, row]));
  const after = new Map(line.map((row) => [row.key, row]));
  const gone = stored.flatMap(({ key }) => (after.has(key) ? [] : [key]));
  const events = await eventsOfLines(tables, gone);
  for (const row of stored) {
    const now = after.get(row.key);
    if (now !== undefined && sameRow(now, row)) continue;
    await sql`insert into line_words (line_words, rowid, who, what) values ('delete', ${row.key}, ${row.who}, ${row.what})`.execute(
      tables,
    );
    if (now === undefined) {
      for (const table of ["trace", "telling", "dispute_end"] as const) {
        await tables.deleteFrom(table).where("line", "=", row.key).execute();
      }
      await tables.deleteFrom("line").where("key", "=", row.key).execute();
      continue;
    }
    await tables.updateTable("line").set(now).where("key", "=", row.key).execute();
    await sql`insert into line_words (rowid, who, what) values (${now.key}, ${now.who}, ${now.what})`.execute(tables);
  }
  await writeLines(
    tables,
    line.filter(({ key }) => !before.has(key)),
  );
  // Linking the day again no longer finds that they were told there.
  await replaceActionDays(tables, events);
}

/** The actions that these lines tell of. */
async function eventsOfLines(tables: Tables, lines: readonly number[]): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const some of inChunks(lines)) {
    const rows = await tables
      .selectFrom("telling")
      .select("event")
      .where("line", "in", [...some])
      .where("kind", "=", "action")
      .execute();
    for (const { event } of rows) found.add(event);
  }
  return [...found];
}

function sameRow(a: DerivedRows["line"][number], b: object): boolean {
  const sorted = (row: object): string =>
    JSON.stringify(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)));
  return sorted(a) === sorted(b);
}

type LinkDetail = Exclude<CorrectionDetail, { readonly kind: "hide" | "relabel" | "undo" }>;

/** Linking a day marks by itself those that its links bear on. */
async function applyToLinks(tables: Tables, detail: LinkDetail): Promise<void> {
  const versions = await versionsNamed(tables, articlesIn(detail));
  const days = new Set(versions.map(({ day }) => day));
  const ids = "groups" in detail ? [detail.to, ...detail.groups.map(({ id }) => id)] : [detail.to, detail.from];
  for (const some of inChunks(ids)) {
    const members = tables
      .selectFrom("member")
      .select("day")
      .where("who", "in", [...some]);
    const articles = tables
      .selectFrom("linked")
      .select("day")
      .where("story", "in", [...some]);
    for (const { day } of await members.union(articles).execute()) days.add(day);
  }
  for (const day of days) await sql`insert or ignore into unlinked values (${day})`.execute(tables);
}

function articlesIn(detail: LinkDetail): readonly string[] {
  switch (detail.kind) {
    case "merge-entities":
      return detail.groups.flatMap(({ members }) => members.map(({ article }) => article));
    case "merge-stories":
      return detail.groups.flatMap(({ articles }) => articles);
    case "split-entity":
      return detail.members.map(({ article }) => article);
    case "split-story":
      return detail.articles;
  }
}

/** All versions of the articles that these are versions of, with the days that they are linked on. */
async function versionsNamed(tables: Tables, named: readonly string[]) {
  const ids = [...new Set([...named, ...named.map(articleOfVersion)])];
  const rows = [];
  for (const some of inChunks(ids)) {
    rows.push(
      ...(await tables
        .selectFrom("version as named")
        .innerJoin("version", "version.article", "named.article")
        .innerJoin("dated", "dated.version", "version.key")
        .select(["version.key", "version.id", "dated.day"])
        .distinct()
        .where("named.id", "in", [...some])
        .execute()),
    );
  }
  return [...new Map(rows.map((row) => [row.key, row])).values()];
}
