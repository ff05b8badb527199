import { sql, type Transaction } from "kysely";
import { groupedBy } from "../../link/grouped-by.js";
import { linkDay } from "../../link/link-day.js";
import type { LinkLexicons } from "../../link/link-lexicons.js";
import { applyToCopies } from "../corrections/apply-correction.js";
import { linkCorrections } from "../corrections/correction-rows.js";
import { textsIn } from "../engine/expressions.js";
import { insertAll } from "../insert-all.js";
import { rowTexts } from "../row-texts.js";
import type { Store, WritableStore } from "../store.js";
import type { StoreTables } from "../tables.js";
import { replaceActionDays } from "./action-days.js";
import { inParts, mostAtOnce } from "./day-parts.js";
import { replaceDaySize } from "./day-size.js";
import { GatheredChange } from "./gathered-change.js";
import { fillHistoryDays, openChanged } from "./history-days.js";
import { actionsOf, type LinkRows, linkRows, linkTables } from "./link-rows.js";
import { addPostings } from "./postings.js";
import { deleteRows } from "./row-changes.js";
import { inputsOf, rowKeys } from "./row-keys.js";
import { settleDay } from "./settle-day.js";
import { storedMemory } from "./stored-memory.js";
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
  /** How many articles are linked at once, see {@link linkedParts}. */
  readonly atOnce?: number;
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
  { settle = "all", small = smallDays, forOne = mostForOne, atOnce = mostAtOnce }: LinkingOptions = {},
): AsyncGenerator<string> {
  if (settle === "in proportion") {
    let added = 0;
    for (const { day, urgency: howSoon } of await unlinkedDays(store)) {
      if (howSoon === urgency.settled) continue;
      const waiting = howSoon === urgency.whole ? null : await waitingOf(store, day);
      if (waiting === null || waiting.linked < small || waiting.come.length > waiting.linked / 4) {
        if (await isNewDay(store, day)) yield* settled(store, lexicons, day, atOnce);
        added += await settleDay(store, day, await lexicons(), atOnce);
      } else {
        added += waiting.come.length;
        await addToLinks(store, day, waiting, await lexicons(), atOnce);
      }
      yield day;
    }
    if ((await countWaiting(store)) > small + forOne * added) {
      await fillHistoryDays(store);
      return;
    }
  }
  yield* settled(store, lexicons, null, atOnce);
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
  atOnce: number,
): AsyncGenerator<string> {
  for (let day = await firstUnlinked(store); day !== null; day = await firstUnlinked(store)) {
    if (before !== null && day >= before) return;
    await settleDay(store, day, await lexicons(), atOnce);
    yield day;
  }
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
function addToLinks(
  store: WritableStore,
  day: string,
  waiting: Waiting,
  lexicons: LinkLexicons,
  atOnce: number,
): Promise<void> {
  return store.tables.transaction().execute(async (tables) => {
    // Those that come are linked already where a person corrected them.
    const gone = await versionLinks(tables, day, [...waiting.gone, ...waiting.come]);
    await dropLinks(tables, gone);
    await endStale(tables, day);
    await tables.updateTable("unlinked").set({ urgency: urgency.settled }).where("day", "=", day).execute();
    const change = new GatheredChange(true);
    change.add({ gone, come: {} });
    const copies: StoreTables["copy"][] = [];
    for (const versions of await inParts({ tables }, waiting.come, atOnce)) {
      const rows = await rowsToAdd(tables, day, versions, lexicons);
      const story = await replacedStories(tables, rows);
      for (const table of [...versionTables, "story"] as const) await insertAll(tables, table, rows[table]);
      await addPostings({ tables }, rows.linked);
      await replaceActionDays(tables, actionsOf(rows));
      await openChanged(tables, rows.telling);
      copies.push(...rows.copy);
      change.add({ gone: { story }, come: rows });
    }
    await replaceDaySize(tables, day);
    await markDays(tables, [...(await touchedDays({ tables }, day, change.rows))], urgency.settled);
    await applyToCopies(tables, gone.copy, copies);
  });
}

async function rowsToAdd(
  tables: Transaction<StoreTables>,
  day: string,
  versions: readonly number[],
  lexicons: LinkLexicons,
): Promise<LinkRows> {
  const inputs = await inputsOf({ tables }, versions);
  const memory = storedMemory({ tables }, day, "with the day");
  const links = await linkDay(inputs, memory, lexicons, await linkCorrections(tables));
  return linkRows(day, links, await rowKeys({ tables }, links, inputs));
}

/** Takes out how the day's stories stood that these rows tell anew, and gives it. */
async function replacedStories(tables: Transaction<StoreTables>, { story }: LinkRows) {
  const before = [];
  for (const [day, own] of groupedBy(story, (one) => one.day)) {
    const ids = JSON.stringify(own.map(({ id }) => id));
    const { rows } = await sql<StoreTables["story"]>`
      select * from story where day = ${day} and id in (${textsIn(ids)})`.execute(tables);
    before.push(...rows);
  }
  await deleteRows(tables, "story", before);
  return before;
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

/** Rows as one text, whatever their order. */
export function comparableLinks(rows: LinkRows): string {
  return linkTables.map((table) => `${table}\n${[...rowTexts(rows[table])].sort().join("\n")}\n`).join("");
}
