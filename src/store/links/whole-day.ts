import { sql, type Transaction } from "kysely";
import { linkDay } from "../../link/link-day.js";
import { compareNumbers, compareText } from "../../link/link-input.js";
import type { LinkLexicons } from "../../link/link-records.js";
import type { EarlierEnd } from "../../link/memory.js";
import type { Story } from "../../link/stories/group-stories.js";
import { applyToCopies } from "../corrections/apply-correction.js";
import { linkCorrections } from "../corrections/correction-rows.js";
import { inChunks } from "../in-chunks.js";
import { insertAll } from "../insert-all.js";
import type { Store, WritableStore } from "../store.js";
import type { StoreTables } from "../tables.js";
import { replaceActionDays } from "./action-days.js";
import { replaceDaySize } from "./day-size.js";
import { gatheredChange } from "./gathered-change.js";
import { openChanged } from "./history-days.js";
import { actionsOf, type LinkRows, linkRows } from "./link-rows.js";
import { addPostings, dropPostings, replacePostings } from "./postings.js";
import { changedRows, deleteRows } from "./row-changes.js";
import { inputsOf, rowKeys } from "./row-keys.js";
import { type LinkedParts, storedMemory } from "./stored-memory.js";
import { type LinkChange, touchedDays } from "./touched-days.js";
import { markDays, urgency, versionsOfDay } from "./unlinked.js";
import { endStale, type KeyedLinks, keyedLinks, keyedTables, versionLinks } from "./version-links.js";

type Tables = Pick<Store, "tables">;

/**
 * So many articles are linked at once; of a day with more, those that follow in order of time are linked in further parts, each with what the parts before it have
 * settled. What is held of so many takes a few hundred megabytes.
 */
export const mostAtOnce = 1_000;

/** Some articles of a day, and the rows that linking gives for them. */
export interface DayPart {
  readonly versions: readonly number[];
  readonly rows: LinkRows;
}

/**
 * The rows that linking gives for a day, from its articles and the rows of the days before, in parts. Each part looks back on the rows of those before it as they are kept: whoever
 * settles the day writes them before asking for the next.
 *
 * @param most how many articles a part has
 */
export async function* linkedParts(
  store: Tables,
  day: string,
  lexicons: LinkLexicons,
  most: number,
): AsyncGenerator<DayPart> {
  const versions = new Set<number>();
  const stories = new Map<string, Pick<Story, "central" | "within">>();
  const ends: EarlierEnd[] = [];
  for (const part of await inParts(store, await versionsOfDay(store, day), most)) {
    const linked = await linkedPart(store, day, part, { versions, stories, ends }, lexicons);
    yield { versions: part, rows: linked.rows };
    for (const version of part) versions.add(version);
    for (const { id, ...story } of linked.stories) stories.set(id, story);
    ends.push(...linked.ends);
  }
}

/** Versions in the order in which linking takes them, so many at once. */
export async function inParts(
  { tables }: Tables,
  versions: readonly number[],
  most: number,
): Promise<readonly (readonly number[])[]> {
  const dated = [];
  for (const some of inChunks(versions)) {
    dated.push(
      ...(await tables
        .selectFrom("dated")
        .select(["version", "at", "article"])
        .where("version", "in", [...some])
        .execute()),
    );
  }
  const sorted = dated
    .sort((a, b) => compareNumbers(a.at ?? Infinity, b.at ?? Infinity) || compareText(a.article, b.article))
    .map(({ version }) => version);
  return Array.from({ length: Math.ceil(sorted.length / most) }, (_, at) => sorted.slice(at * most, (at + 1) * most));
}

/** A function of its own, so that what linking holds of the part's articles is let go before its rows are written. */
async function linkedPart(
  store: Tables,
  day: string,
  versions: readonly number[],
  before: LinkedParts,
  lexicons: LinkLexicons,
) {
  const inputs = await inputsOf(store, versions);
  const memory = storedMemory(store, day, before);
  const links = await linkDay(inputs, memory, lexicons, await linkCorrections(store.tables));
  return {
    rows: linkRows(day, links, await rowKeys(store, links, inputs)),
    stories: links.stories.map(({ id, central, within }) => ({ id, central, within })),
    ends: links.disputes.flatMap(({ id, subject, kind, about, sides }) =>
      sides.flatMap(({ position, ends }) =>
        ends.map(({ article, line }): EarlierEnd => ({ dispute: id, subject, kind, about, position, article, line })),
      ),
    ),
  };
}

/**
 * Links a day as a whole and marks the later days that the change bears on, in one transaction. Gives how many articles of it were in no links before.
 *
 * @param most how many articles are linked at once
 */
export function settleDay(store: WritableStore, day: string, lexicons: LinkLexicons, most: number): Promise<number> {
  return store.tables.transaction().execute(async (tables) => {
    await tables.deleteFrom("unlinked").where("day", "=", day).execute();
    await endStale(tables, day);
    const linked = await tables.selectFrom("linked").select("version").where("day", "=", day).execute();
    const known = new Set(linked.map(({ version }) => version));
    const now = await versionsOfDay({ tables }, day);
    const isInParts = now.length > most;
    if (isInParts) await dropPostings({ tables }, day);
    const change = gatheredChange(await isFollowed(tables, day));
    const replace = async (gone: KeyedLinks, come: KeyedLinks): Promise<void> => {
      const part = changedRows(gone, come);
      change.add(part);
      await replaceRows(tables, part);
      await applyToCopies(tables, gone.copy, come.copy);
    };
    const still = new Set(now);
    const lost = [...known].filter((version) => !still.has(version));
    if (lost.length > 0) await replace(keyedLinks(await versionLinks(tables, day, lost)), noLinks);
    const before = await looseRows(tables, day);
    const stories = new Map<string, StoreTables["story"]>();
    const ends: StoreTables["dispute_end"][] = [];
    for await (const { versions, rows } of linkedParts({ tables }, day, lexicons, most)) {
      const some = versions.filter((version) => known.has(version));
      const old = some.length === 0 ? noLinks : keyedLinks(await versionLinks(tables, day, some));
      await replace(old, keyedLinks(rows));
      if (isInParts) {
        await addPostings({ tables }, rows.linked);
        // Days without a size are not looked back on.
        await replaceDaySize(tables, day);
      } else if (change.isOf("linked")) {
        await replacePostings({ tables }, day, rows.linked);
      }
      for (const story of rows.story) stories.set(story.id, story);
      ends.push(...rows.dispute_end);
    }
    if (now.length === 0) await dropPostings({ tables }, day);
    const loose = { story: [...stories.values()], dispute_end: ends };
    change.add(await replaceLoose(tables, day, before, loose));
    // A line that people took out has gone from what is counted already.
    await replaceDaySize(tables, day);
    if (change.isAny()) await markDays(tables, [...(await touchedDays({ tables }, day, change.rows))], urgency.settled);
    return Math.max(0, now.length - known.size);
  });
}

const noLinks: KeyedLinks = { linked: [], copy: [], member: [], trace: [], telling: [] };

/** Whether a later day has links. */
async function isFollowed(tables: Transaction<StoreTables>, day: string): Promise<boolean> {
  const row = await tables.selectFrom("day_size").select("day").where("day", ">", day).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** The rows of a day that are of no one version. */
type LooseRows = Pick<LinkRows, "story" | "dispute_end">;

export async function looseRows(tables: Tables["tables"], day: string): Promise<LooseRows> {
  return {
    story: await tables.selectFrom("story").selectAll().where("day", "=", day).execute(),
    dispute_end: await tables.selectFrom("dispute_end").selectAll().where("day", "=", day).execute(),
  };
}

async function replaceRows(tables: Transaction<StoreTables>, { gone, come }: LinkChange): Promise<void> {
  for (const table of keyedTables) {
    await deleteRows(tables, table, gone[table] ?? []);
    await insertAll(tables, table, come[table] ?? []);
  }
  const tellings = [...(gone.telling ?? []), ...(come.telling ?? [])];
  await replaceActionDays(tables, actionsOf({ telling: tellings }));
  await openChanged(tables, tellings);
}

async function replaceLoose(
  tables: Transaction<StoreTables>,
  day: string,
  before: LooseRows,
  after: LooseRows,
): Promise<LinkChange> {
  const change = changedRows(before, after);
  await deleteRows(tables, "story", change.gone.story ?? []);
  await insertAll(tables, "story", change.come.story ?? []);
  // No key tells two ends apart.
  if ((change.gone.dispute_end ?? []).length + (change.come.dispute_end ?? []).length > 0) {
    await sql`delete from dispute_end where day = ${day}`.execute(tables);
    await insertAll(tables, "dispute_end", after.dispute_end);
  }
  return change;
}
