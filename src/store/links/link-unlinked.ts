import { sql, type Transaction } from "kysely";
import { type DayLinks, linkDay } from "../../link/link-day.js";
import type { LinkInput } from "../../link/link-input.js";
import type { LinkLexicons } from "../../link/link-records.js";
import { applyToCopies } from "../corrections/apply-correction.js";
import { linkCorrections } from "../corrections/correction-rows.js";
import { inChunks } from "../in-chunks.js";
import { insertAll } from "../insert-all.js";
import { lineKeysOf } from "../line-id.js";
import { PackedRecords } from "../packed-record.js";
import { rowTexts } from "../row-texts.js";
import type { Store, WritableStore } from "../store.js";
import type { StoreTables } from "../tables.js";
import { replaceActionDays } from "./action-days.js";
import { fillHistoryDays, openChanged } from "./history-days.js";
import {
  actionsOf,
  knownWeight,
  type LinkRows,
  lineKeysOfRecord,
  linkRows,
  linkTables,
  type RowKeys,
} from "./link-rows.js";
import { addPostings, replacePostings } from "./postings.js";
import { linkInputs, storedMemory } from "./stored-memory.js";
import { touchedDays } from "./touched-days.js";
import { firstUnlinked, markDays, unlinkedDays, urgency, versionsOfDay } from "./unlinked.js";
import { dropLinks, endStale, versionLinks, versionTables } from "./version-links.js";

/** What is done of what there is to do. */
export interface LinkingOptions {
  /**
   * Which days are settled, that is linked as a whole: `all` that are marked, or those that it pays for, `in proportion` to what is new. What came in or was
   * corrected is in the links afterwards in both cases.
   */
  readonly settle?: "all" | "in proportion";
  /** A day of fewer articles is linked as a whole whatever comes in, and so are days that have no more articles together. */
  readonly small?: number;
  /** How many articles may be linked again for each that is new. */
  readonly forOne?: number;
}

/**
 * Links what is not linked yet, and gives each day when its links are on the disk. A day whose links come out other than before makes those be linked
 * again that they bear on, so that the links of settled days follow from the articles that are kept, however they came. Whoever stops in between finds
 * the rest still to be linked.
 *
 * In proportion to what is new, an article is added to the links of its day in the time that looking it up takes, and the day is settled later, with all else
 * that came in for it: when articles of a newer day come in, or when what is new is not little beside the days that are marked.
 */
export async function* linkUnlinked(
  store: WritableStore,
  lexicons: () => Promise<LinkLexicons>,
  { settle = "all", small = smallDays, forOne = mostForOne }: LinkingOptions = {},
): AsyncGenerator<string> {
  if (settle === "in proportion") {
    let added = 0;
    for (const { day, urgency: howSoon } of await unlinkedDays(store)) {
      if (howSoon === urgency.settled) continue;
      const waiting = howSoon === urgency.whole ? null : await waitingOf(store, day);
      if (waiting === null || waiting.linked < small || waiting.come.length > waiting.linked / 4) {
        if (await isNewDay(store, day)) yield* settled(store, lexicons, day);
        added += await relink(store, day, await lexicons());
      } else {
        added += waiting.come.length;
        await addToLinks(store, day, waiting, await lexicons());
      }
      yield day;
    }
    if ((await countWaiting(store)) > small + forOne * added) {
      await fillHistoryDays(store);
      return;
    }
  }
  yield* settled(store, lexicons, null);
  await fillHistoryDays(store);
}

/** Days with fewer articles than this are linked in a few seconds. */
const smallDays = 1000;

/** So many articles are linked again for each that is new. */
const mostForOne = 10;

/** Settles the marked days, or those before a day, the earliest first. */
async function* settled(
  store: WritableStore,
  lexicons: () => Promise<LinkLexicons>,
  before: string | null,
): AsyncGenerator<string> {
  for (let day = await firstUnlinked(store); day !== null; day = await firstUnlinked(store)) {
    if (before !== null && day >= before) return;
    await relink(store, day, await lexicons());
    yield day;
  }
}

/** Links a day as a whole, and gives how many articles of it were in no links before. */
function relink(store: WritableStore, day: string, lexicons: LinkLexicons): Promise<number> {
  return store.tables.transaction().execute(async (tables) => {
    const before = await storedLinks({ tables }, day);
    const after = await linksOfDay({ tables }, day, lexicons);
    const change = changeOf(before, after);
    await tables.deleteFrom("unlinked").where("day", "=", day).execute();
    await endStale(tables, day);
    if (linkTables.some((table) => change.gone[table].length + change.come[table].length > 0)) {
      await replaceRows(tables, day, change, after);
      await replaceActionDays(tables, [...new Set([...actionsOf(change.gone), ...actionsOf(change.come)])]);
      await openChanged(tables, [...change.gone.telling, ...change.come.telling]);
      await markDays(tables, [...(await touchedDays({ tables }, day, change))], urgency.settled);
      await applyToCopies(tables, before.copy, after.copy);
    }
    return Math.max(0, after.linked.length - before.linked.length);
  });
}

/** What of a day is in its links and should not be, and the other way round, by the keys of versions. */
interface Waiting {
  /** How many articles are in the links. */
  readonly linked: number;
  readonly gone: readonly number[];
  readonly come: readonly number[];
}

async function waitingOf({ tables }: Store, day: string): Promise<Waiting> {
  const rows = await tables.selectFrom("linked").select("version").where("day", "=", day).execute();
  const linked = new Set(rows.map(({ version }) => version));
  const now = new Set(await versionsOfDay({ tables }, day));
  const stale = await tables
    .selectFrom("stale")
    .innerJoin("dated", "dated.version", "stale.version")
    .select("stale.version")
    .where("dated.day", "=", day)
    .execute();
  const anew = new Set(stale.map(({ version }) => version));
  return {
    linked: linked.size,
    gone: [...linked].filter((version) => !now.has(version)),
    come: [...now].filter((version) => !linked.has(version) || anew.has(version)),
  };
}

/** Whether the day is later than all that have links. */
async function isNewDay({ tables }: Store, day: string): Promise<boolean> {
  const row = await tables.selectFrom("day_size").select("day").where("day", ">=", day).limit(1).executeTakeFirst();
  return row === undefined;
}

/** How many articles the marked days have. */
async function countWaiting({ tables }: Store): Promise<number> {
  const { articles } = await tables
    .selectFrom("unlinked")
    .innerJoin("day_size", "day_size.day", "unlinked.day")
    .select(({ fn }) => fn.sum<number | null>("day_size.articles").as("articles"))
    .executeTakeFirstOrThrow();
  return articles ?? 0;
}

/** Adds articles to the links of their day as it stands, in place of versions that are no more. The day stays marked: it is still to be settled. */
function addToLinks(store: WritableStore, day: string, waiting: Waiting, lexicons: LinkLexicons): Promise<void> {
  return store.tables.transaction().execute(async (tables) => {
    // Those that come are linked already where a person corrected them.
    const gone = await versionLinks(tables, [...waiting.gone, ...waiting.come]);
    await dropLinks(tables, gone);
    const inputs = await inputsOf({ tables }, waiting.come);
    const memory = storedMemory({ tables }, day, "with the day");
    const links = await linkDay(inputs, memory, lexicons, await linkCorrections(tables));
    const rows = linkRows(day, links, await rowKeys({ tables }, links, inputs));
    const story = await replacedStories(tables, rows);
    for (const table of [...versionTables, "story"] as const) await insertAll(tables, table, rows[table]);
    await addPostings({ tables }, rows.linked);
    await replaceDaySize(tables, day);
    await replaceActionDays(tables, [...new Set([...actionsOf(gone), ...actionsOf(rows)])]);
    await openChanged(tables, [...gone.telling, ...rows.telling]);
    await endStale(tables, day);
    await tables.updateTable("unlinked").set({ urgency: urgency.settled }).where("day", "=", day).execute();
    const touched = await touchedDays({ tables }, day, { gone: { ...gone, story }, come: rows });
    await markDays(tables, [...touched], urgency.settled);
    await applyToCopies(tables, gone.copy, rows.copy);
  });
}

/** Takes out how the day's stories stood that these rows tell anew, and gives it. */
async function replacedStories(tables: Transaction<StoreTables>, { story }: LinkRows) {
  const replaced = [];
  for (const { id, day } of story) {
    const rows = await tables.deleteFrom("story").where("id", "=", id).where("day", "=", day).returningAll().execute();
    replaced.push(...rows);
  }
  return replaced;
}

/** Counts anew what `linkRows` counts of all of a day. */
async function replaceDaySize(tables: Transaction<StoreTables>, day: string): Promise<void> {
  await sql`
    insert or replace into day_size (day, articles, first, last, statements, known)
    select ${day}, count(*), min(version), max(version),
      (select count(weight) from trace where day = ${day}),
      (select count(*) from trace where day = ${day} and weight >= ${knownWeight})
    from linked where day = ${day} having count(*) > 0`.execute(tables);
}

/** The rows that linking gives for a day, from its articles and the rows of the days before. */
export async function linksOfDay(store: Pick<Store, "tables">, day: string, lexicons: LinkLexicons): Promise<LinkRows> {
  const inputs = await inputsOf(store, await versionsOfDay(store, day));
  const memory = storedMemory(store, day, "before the day");
  const links = await linkDay(inputs, memory, lexicons, await linkCorrections(store.tables));
  return linkRows(day, links, await rowKeys(store, links, inputs));
}

async function inputsOf(store: Pick<Store, "tables">, versions: readonly number[]): Promise<readonly LinkInput[]> {
  const inputs = [];
  const packed = new PackedRecords();
  for (const some of inChunks(versions)) inputs.push(...(await linkInputs(store, some, packed)));
  return inputs;
}

/** The rows that are kept for a day. */
export async function storedLinks({ tables }: Pick<Store, "tables">, day: string): Promise<LinkRows> {
  return {
    linked: await tables.selectFrom("linked").selectAll().where("day", "=", day).execute(),
    day_size: await tables.selectFrom("day_size").selectAll().where("day", "=", day).execute(),
    story: await tables.selectFrom("story").selectAll().where("day", "=", day).execute(),
    copy: await tables.selectFrom("copy").selectAll().where("day", "=", day).execute(),
    member: await tables.selectFrom("member").selectAll().where("day", "=", day).execute(),
    trace: await tables.selectFrom("trace").selectAll().where("day", "=", day).execute(),
    telling: await tables.selectFrom("telling").selectAll().where("day", "=", day).execute(),
    dispute_end: await tables.selectFrom("dispute_end").selectAll().where("day", "=", day).execute(),
  };
}

/** The rows of links of a day that went and that came. */
type RowChange = { readonly gone: LinkRows; readonly come: LinkRows };

/** What is in one of them alone; the comparison costs as much as writing the rows does, and a day that is linked for the first time needs none. */
function changeOf(before: LinkRows, after: LinkRows): RowChange {
  if (linkTables.every((table) => before[table].length === 0)) return { gone: before, come: after };
  const [gone, come]: Record<string, readonly object[]>[] = [{}, {}];
  for (const table of linkTables) {
    const [old, now] = [rowTexts(before[table]), rowTexts(after[table])];
    const [was, is] = [new Set(old), new Set(now)];
    if (gone !== undefined) gone[table] = before[table].filter((_, at) => !is.has(old[at] ?? ""));
    if (come !== undefined) come[table] = after[table].filter((_, at) => !was.has(now[at] ?? ""));
  }
  // Each table has its own rows again.
  return { gone, come } as unknown as RowChange;
}

/** Rows as one text, whatever their order. */
export function comparableLinks(rows: LinkRows): string {
  return linkTables.map((table) => `${table}\n${[...rowTexts(rows[table])].sort().join("\n")}\n`).join("");
}

/** What tells a row of a day's links from the others; of ends of disputes nothing does. */
const rowKeyColumns = {
  ...{ linked: ["version"], day_size: [], story: ["id"], copy: ["version"], member: ["version", "entity"] },
  ...{ trace: ["line"], telling: ["line"], dispute_end: null },
} as const satisfies Record<keyof LinkRows, readonly string[] | null>;

async function replaceRows(
  tables: Transaction<StoreTables>,
  day: string,
  { gone, come }: RowChange,
  after: LinkRows,
): Promise<void> {
  for (const table of linkTables) {
    const columns = rowKeyColumns[table];
    const all = columns === null || gone[table].length > after[table].length / 2;
    if (gone[table].length + come[table].length === 0) continue;
    if (all) {
      await tables.deleteFrom(table).where("day", "=", day).execute();
      await insertAll(tables, table, after[table]);
      continue;
    }
    for (const row of gone[table]) {
      const values: Readonly<Record<string, unknown>> = { ...row };
      const own = columns.map((column) => sql`${sql.ref(column)} = ${values[column]}`);
      await sql`delete from ${sql.table(table)} where ${sql.join([sql`day = ${day}`, ...own], sql` and `)}`.execute(
        tables,
      );
    }
    await insertAll(tables, table, come[table]);
  }
  if (gone.linked.length + come.linked.length > 0) await replacePostings({ tables }, day, after.linked);
}

/** The keys of all that the links of a day name: what is of the day by its records, what is older by the database. */
async function rowKeys(
  { tables }: Pick<Store, "tables">,
  links: DayLinks,
  inputs: readonly LinkInput[],
): Promise<RowKeys> {
  const ends = links.disputes.flatMap(({ sides }) => sides.flatMap((side) => side.ends));
  const named = new Set([
    ...inputs.map(({ id }) => id),
    ...links.stories.map(({ central }) => central),
    ...links.copies.flatMap(({ first, copies }) => [first, ...copies.map(({ of }) => of)]),
    ...ends.map(({ article }) => article),
  ]);
  const versions = new Map<string, number>();
  const outlets = new Map<string, string | null>();
  for (const ids of inChunks([...named])) {
    const rows = await tables
      .selectFrom("version")
      .select(["key", "id", "outlet"])
      .where("id", "in", [...ids])
      .execute();
    for (const { key, id, outlet } of rows) {
      versions.set(id, key);
      outlets.set(id, outlet);
    }
  }
  const lines = new Map(inputs.map((input) => [input.id, lineKeysOfRecord(input, versions.get(input.id) ?? 0)]));
  for (const { article } of ends) {
    if (lines.has(article)) continue;
    const { first, end } = lineKeysOf(versions.get(article) ?? 0);
    const rows = await tables
      .selectFrom("line")
      .select(["key", "id"])
      .where("key", ">=", first)
      .where("key", "<", end)
      .execute();
    lines.set(article, new Map(rows.map(({ key, id }) => [id, key])));
  }
  return {
    versionOf: (article) => found(versions.get(article), article),
    outletOf: (article) => outlets.get(article) ?? null,
    lineOf: (article, line) => found(lines.get(article)?.get(line), `${article}/${line}`),
  };
}

function found(key: number | undefined, name: string): number {
  if (key === undefined) throw new RangeError(`Found a link to ${name}, which the database does not have.`);
  return key;
}
