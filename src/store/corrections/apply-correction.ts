import { sql, type Transaction } from "kysely";
import {
  anchorsIn,
  articleOfVersion,
  type Correction,
  type LinkCorrection,
} from "../../link/corrections/correction.js";
import { lookBackDays } from "../../link/memory.js";
import { dayAfter } from "../../text/days.js";
import { writeLines, writeNamed } from "../derived.js";
import { type DerivedRows, derivedRows } from "../derived-rows.js";
import { numbersIn } from "../engine/expressions.js";
import { addWords, removeWords } from "../engine/words/words.js";
import { askInChunks, inChunks } from "../in-chunks.js";
import { insertAll } from "../insert-all.js";
import { lineKeysOf } from "../line-id.js";
import { replaceActionDays } from "../links/action-days.js";
import { openHistoryDays } from "../links/history-days.js";
import { markDays, urgency } from "../links/unlinked.js";
import { linkAnew } from "../links/version-links.js";
import { recordAsRead } from "../stored-records.js";
import type { StoreTables } from "../tables.js";
import { datedVersion } from "../zone.js";
import { correctionsOfVersion, removedVersions, someLineCorrected } from "./correction-rows.js";

type Tables = Transaction<StoreTables>;

/** Brings the derived part up to a correction that came into effect or went out of it, and marks the days that are to be linked again. */
export async function applyCorrection(tables: Tables, { detail }: Pick<Correction, "detail">): Promise<void> {
  switch (detail.kind) {
    case "remove":
      await replaceRemoved(tables);
      return applyToVersions(tables, await versionsNamed(tables, [detail.article]), "always");
    case "hide":
    case "relabel":
    case "confirm":
    case "note":
    case "tag":
    case "assign": {
      const named = await versionsNamed(
        tables,
        anchorsIn(detail).map(({ article }) => article),
      );
      // That a line is right changes no link, and neither does a remark.
      const changesLinks = detail.kind === "hide" || detail.kind === "relabel";
      return applyToVersions(tables, await withCopies(tables, named), changesLinks ? "changed" : "never");
    }
    case "grade":
    case "undo":
      return;
    default:
      return applyToLinks(tables, detail);
  }
}

/** Which articles are copies of one text, as one row of a day's links tells it. */
type CopyRow = Pick<StoreTables["copy"], "version" | "first" | "copy_group">;

/**
 * Brings the lines of articles up to what holds for them since they became copies of one text, or are copies no more; the days that are to be linked again are
 * marked.
 */
export async function applyToCopies(
  tables: Tables,
  before: readonly CopyRow[],
  after: readonly CopyRow[],
): Promise<void> {
  const keyOf = ({ version, first, copy_group }: CopyRow): string => `${version} ${first} ${copy_group}`;
  const [was, is] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  const changed = [...before.filter((row) => !is.has(keyOf(row))), ...after.filter((row) => !was.has(keyOf(row)))];
  if (changed.length === 0 || !(await someLineCorrected(tables))) return;
  const keys = new Set(changed.flatMap(({ version, first }) => [version, first]));
  for (const group of new Set(changed.map(({ copy_group }) => copy_group))) {
    const rows = await tables.selectFrom("copy").select(["version", "first"]).where("copy_group", "=", group).execute();
    for (const { version, first } of rows) keys.add(version).add(first);
  }
  await applyToVersions(tables, await versionsWith(tables, [...keys]), "changed");
}

interface NamedVersion {
  readonly key: number;
  readonly id: string;
  readonly day: string;
}

async function applyToVersions(
  tables: Tables,
  versions: readonly NamedVersion[],
  link: "always" | "changed" | "never",
): Promise<void> {
  for (const { key, id, day } of versions) {
    const said = await correctionsOfVersion(tables, id);
    const stored = await tables.selectFrom("corrected").select("marks").where("version", "=", key).executeTakeFirst();
    if (link !== "always" && said.corrections.length === 0 && stored === undefined) continue;
    const record = await recordAsRead({ tables }, key);
    const rows = record === null ? null : derivedRows(await datedVersion({ tables }, key), record, said);
    const isNew = link === "always" || (rows?.corrected[0]?.marks ?? null) !== (stored?.marks ?? null);
    if (!isNew) continue;
    if (rows !== null) await replaceRows(tables, key, rows);
    if (link === "never") continue;
    if (link === "changed") await linkAnew(tables, [key]);
    await markDays(tables, [day], urgency.added);
    // Later days have looked back on the line as it was.
    await markDays(tables, await datedDays(tables, dayAfter(day, 1), dayAfter(day, lookBackDays)), urgency.settled);
  }
}

/** The days with articles from one to another. */
async function datedDays(tables: Tables, first: string, last: string): Promise<readonly string[]> {
  const rows = await tables
    .selectFrom("dated")
    .select("day")
    .distinct()
    .where("day", ">=", first)
    .where("day", "<=", last)
    .execute();
  return rows.map(({ day }) => day);
}

async function replaceRemoved(tables: Tables): Promise<void> {
  await tables.deleteFrom("removed").execute();
  await insertAll(
    tables,
    "removed",
    (await removedVersions(tables)).map((version) => ({ version })),
  );
}

/** Replaces the lines that come out other than before. Links that name one that goes are of days that are marked. */
async function replaceRows(tables: Tables, version: number, rows: DerivedRows): Promise<void> {
  const { corrected, line } = rows;
  await tables.deleteFrom("corrected").where("version", "=", version).execute();
  if (corrected.length > 0) await tables.insertInto("corrected").values(corrected).execute();
  const { first, end } = lineKeysOf(version);
  for (const table of ["entity", "place", "time"] as const) {
    await tables.deleteFrom(table).where("version", "=", version).execute();
  }
  await writeNamed(tables, rows);
  const stored = await tables.selectFrom("line").selectAll().where("key", ">=", first).where("key", "<", end).execute();
  const before = new Map(stored.map((row) => [row.key, row]));
  const after = new Map(line.map((row) => [row.key, row]));
  const gone = stored.flatMap(({ key }) => (after.has(key) ? [] : [key]));
  const { day, events, histories } = await toldByLines(tables, gone);
  for (const row of stored) {
    const now = after.get(row.key);
    if (now !== undefined && sameRow(now, row)) continue;
    await removeWords(tables, "line_words", { rowid: row.key, texts: [row.who, row.what] });
    if (now === undefined) {
      for (const table of ["trace", "telling", "dispute_end"] as const) {
        await tables.deleteFrom(table).where("line", "=", row.key).execute();
      }
      await tables.deleteFrom("line").where("key", "=", row.key).execute();
      continue;
    }
    await tables.updateTable("line").set(now).where("key", "=", row.key).execute();
    await addWords(tables, "line_words", [{ rowid: now.key, texts: [now.who, now.what] }]);
  }
  await writeLines(
    tables,
    line.filter(({ key }) => !before.has(key)),
  );
  // Linking the day again no longer finds that they were told there.
  await replaceActionDays(tables, events);
  if (day !== null) await openHistoryDays(tables, day, histories);
}

/** The actions and the histories that these lines of one article tell of, and its day; `null` where they tell of none. */
async function toldByLines(
  tables: Tables,
  lines: readonly number[],
): Promise<{ readonly day: string | null } & Record<"events" | "histories", readonly string[]>> {
  const rows = await askInChunks(lines, (some) =>
    tables.selectFrom("telling").select(["event", "kind", "history", "day"]).where("line", "in", some).execute(),
  );
  return {
    day: rows[0]?.day ?? null,
    events: [...new Set(rows.flatMap(({ event, kind }) => (kind === "action" ? [event] : [])))],
    histories: [...new Set(rows.flatMap(({ history }) => history ?? []))],
  };
}

function sameRow(a: DerivedRows["line"][number], b: object): boolean {
  const sorted = (row: object): string =>
    JSON.stringify(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)));
  return sorted(a) === sorted(b);
}

type LinkDetail = LinkCorrection["detail"];

/** Linking a day marks by itself those that its links bear on. */
async function applyToLinks(tables: Tables, detail: LinkDetail): Promise<void> {
  const versions = await versionsNamed(tables, articlesIn(detail));
  const days = new Set(versions.map(({ day }) => day));
  if (isOfEntities(detail)) {
    // Who somebody is bears on the articles that tell of them: these are linked anew at once, and their days as a whole later.
    const told = [...(await versionsTelling(tables, idsIn(detail))), ...versions];
    const ofAll = [...new Map(told.map((one) => [one.key, one])).values()];
    if (ofAll.length <= mostAnew) {
      await linkAnew(
        tables,
        ofAll.map(({ key }) => key),
      );
      return markDays(tables, [...new Set(ofAll.map(({ day }) => day))], urgency.added);
    }
  }
  for (const some of inChunks(idsIn(detail))) {
    const ids = [...some];
    const members = tables.selectFrom("member").select("day").where("who", "in", ids);
    const articles = tables.selectFrom("linked").select("day").where("story", "in", ids);
    const tellings = tables.selectFrom("telling").select("day").where("event", "in", ids);
    const ends = tables.selectFrom("dispute_end").select("day").where("dispute", "in", ids);
    for (const { day } of await members.union(articles).union(tellings).union(ends).execute()) days.add(day);
  }
  await markDays(tables, [...days], urgency.whole);
}

/** Beyond this it takes less time to link whole days. */
const mostAnew = 500;

function isOfEntities({ kind }: LinkDetail): boolean {
  return kind.endsWith("-entities") || kind.endsWith("-entity");
}

/** The versions that tell of these people and bodies. */
async function versionsTelling(tables: Tables, ids: readonly string[]): Promise<readonly NamedVersion[]> {
  const members = await tables
    .selectFrom("member")
    .select("version")
    .distinct()
    .where("who", "in", [...ids])
    .execute();
  return versionsWith(
    tables,
    members.map(({ version }) => version),
  );
}

function idsIn(detail: LinkDetail): readonly string[] {
  if ("groups" in detail) return [detail.to, ...detail.groups.map(({ id }) => id)];
  if ("from" in detail) return [detail.to, detail.from];
  return ["entity" in detail ? detail.entity.id : detail.dispute.id];
}

function articlesIn(detail: LinkDetail): readonly string[] {
  switch (detail.kind) {
    case "merge-entities":
      return detail.groups.flatMap(({ members }) => members.map(({ article }) => article));
    case "merge-stories":
      return detail.groups.flatMap(({ articles }) => articles);
    case "merge-events":
      return detail.groups.flatMap(({ lines }) => lines.map(({ article }) => article));
    case "merge-disputes":
      return detail.groups.flatMap(({ ends }) => ends.map(({ article }) => article));
    case "split-entity":
      return detail.members.map(({ article }) => article);
    case "split-story":
      return detail.articles;
    case "split-event":
      return detail.lines.map(({ article }) => article);
    case "confirm-entity":
    case "hide-entity":
    case "rename-entity":
      return detail.entity.members.map(({ article }) => article);
    case "confirm-dispute":
    case "hide-dispute":
    case "note-dispute":
    case "tag-dispute":
    case "assign-dispute":
      return detail.dispute.ends.map(({ article }) => article);
  }
}

/** All versions of the articles that these are versions of, with the days that they are linked on. */
async function versionsNamed(tables: Tables, named: readonly string[]): Promise<readonly NamedVersion[]> {
  const ids = [...new Set([...named, ...named.map(articleOfVersion)])];
  const rows = await askInChunks(ids, (some) =>
    tables
      .selectFrom("version as named")
      .innerJoin("version", "version.article", "named.article")
      .innerJoin("dated", "dated.version", "version.key")
      .select(["version.key", "version.id", "dated.day"])
      .distinct()
      .where("named.id", "in", some)
      .execute(),
  );
  return [...new Map(rows.map((row) => [row.key, row])).values()];
}

async function versionsWith(tables: Tables, keys: readonly number[]): Promise<readonly NamedVersion[]> {
  return await askInChunks(keys, (some) =>
    tables
      .selectFrom("version")
      .innerJoin("dated", "dated.version", "version.key")
      .select(["version.key", "version.id", "dated.day"])
      .where("version.key", "in", some)
      .execute(),
  );
}

/** These versions, and those that are copies of one text with one of them. */
async function withCopies(tables: Tables, versions: readonly NamedVersion[]): Promise<readonly NamedVersion[]> {
  const keys = JSON.stringify(versions.map(({ key }) => key));
  const { rows } = await sql<{ readonly version: number }>`
    with named (key) as (${numbersIn(keys)}),
      groups (id) as (
        select copy_group from copy where version in (select key from named)
        union select copy_group from copy where first in (select key from named)
      )
    select version from copy where copy_group in (select id from groups)
    union select first from copy where copy_group in (select id from groups)`.execute(tables);
  const known = new Set(versions.map(({ key }) => key));
  const others = rows.map(({ version }) => version).filter((key) => !known.has(key));
  return [...versions, ...(await versionsWith(tables, others))];
}
