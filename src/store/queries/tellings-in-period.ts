import { type RawBuilder, sql } from "kysely";
import { groupedBy } from "../../link/grouped-by.js";
import { jsonList, textsIn, unindexed } from "../engine/expressions.js";
import type { knownWeight } from "../links/link-rows.js";
import type { Store } from "../store.js";
import { inPeriod, type LineFilter, lineAnswers, lineOfStory, type Period } from "./line-filter.js";
import type { Bounded } from "./told-in-period.js";

/** The tellings of states of institutions in the articles of a period. */
export function historiesIn({ tables }: Store, { since, until }: Period, filter: LineFilter) {
  // They are few, and lines that were looked up may be many: behind a sign SQLite does not go by the latter.
  const line = unindexed<number>("telling.line");
  return tables
    .selectFrom("telling")
    .where("telling.history", "is not", null)
    .where(lineAnswers(line, filter.words))
    .where(lineOfStory(line, filter))
    .where(inPeriod("telling.day", { since, until }))
    .groupBy("telling.history");
}

/** Actions of a period, by the ids of their events. */
export interface RankedActions {
  /** The more important first: by its weight (`ActionWeight`), as it was when the period ended. */
  readonly events: readonly RankedAction[];
  readonly total: number;
}

export interface RankedAction {
  readonly event: string;
  /** The day on which it happened, `null` where unknown. */
  readonly date: string | null;
}

/** The actions that articles of a period tell of, ranked. */
export interface PeriodActions {
  /** The first of them, without how many there are, which takes as long to count. */
  readonly first: (most: number) => Promise<readonly RankedAction[]>;
  /** The first of them. */
  readonly ranked: (most: number) => Promise<RankedActions>;
  /** The first of those that a second independent origin told of in the period. */
  readonly confirmed: (most: number) => Promise<RankedActions>;
  /** How many happened on each day. */
  readonly days: () => Promise<ReadonlyMap<string, number>>;
}

/** The actions that articles of a period tell of, in lines that answer the filter. */
export async function actionsIn(store: Store, period: Period, filter: LineFilter): Promise<PeriodActions> {
  const since = period.since ?? "";
  const events = await eventsThatAnswer(store, period, filter);
  if (events !== null) {
    const all = await inOrder(actionDays(store, period, events)).execute();
    const first = (some: typeof all, most: number): RankedActions => ({
      events: some.slice(0, most),
      total: some.length,
    });
    return {
      first: async (most) => all.slice(0, most),
      ranked: async (most) => first(all, most),
      confirmed: async (most) =>
        first(
          all.filter(({ confirmed }) => confirmed !== null && confirmed >= since),
          most,
        ),
      days: async () =>
        new Map([...groupedBy(all, ({ date }) => date ?? "")].map(([day, { length }]) => [day, length])),
    };
  }
  const told = actionDays(store, period, null);
  const first = async (some: typeof told, most: number): Promise<RankedActions> => {
    const { total } = await some.select(({ fn }) => fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
    return { events: await firstOf(some, period, most), total };
  };
  return {
    first: (most) => firstOf(told, period, most),
    ranked: (most) => first(told, most),
    confirmed: (most) => first(told.where("confirmed", ">=", since), most),
    days: async () => {
      const rows = await told
        .select(({ fn }) => ["date", fn.countAll<number>().as("actions")])
        .groupBy("date")
        .execute();
      return new Map(rows.map(({ date, actions }) => [date ?? "", actions]));
    },
  };
}

/** Actions by what they weighed on the last day of the period that tells of them; of some events, as a JSON array of their ids, or of all. */
function actionDays({ tables }: Store, { since, until }: Period, events: string | null) {
  // Some are few: by the index of events, not by all days of the period.
  const day = events === null ? sql<string>`day` : unindexed<string>("day");
  return tables
    .selectFrom("action_day")
    .where(inPeriod(day, { since, until }))
    .where(({ eb, or }) => or([eb("next", "is", null), ...(until === null ? [] : [eb("next", ">=", until)])]))
    .$if(events !== null, (query) => query.where(sql<boolean>`event in (${textsIn(events ?? "[]")})`));
}

/** Of all days the index has the most important first; of some, those of these days are gone through. */
function firstOf(actions: ReturnType<typeof actionDays>, { since }: Period, most: number) {
  return inOrder(actions, since === null ? "origins" : unindexed<number>("origins"))
    .limit(most)
    .execute();
}

function inOrder(actions: ReturnType<typeof actionDays>, origins: "origins" | RawBuilder<number> = "origins") {
  return actions
    .select(["event", "date", "confirmed"])
    .orderBy(origins, "desc")
    .orderBy("severity", "desc")
    .orderBy("certainty", "desc")
    .orderBy("articles", "desc")
    .orderBy(sql`coalesce(date, '')`, "desc")
    .orderBy("event");
}

/** The ids of the events that lines of the period tell of which answer the filter, as a JSON array; `null` where all do. */
async function eventsThatAnswer(store: Store, period: Period, filter: LineFilter): Promise<string | null> {
  if (filter.story === null && filter.words.length === 0) return null;
  const { since, until } = period;
  const row = await store.tables
    .selectFrom("telling")
    .select(jsonList(sql`distinct telling.event`).as("events"))
    .where(lineAnswers("telling.line", filter.words))
    .where(lineOfStory("telling.line", filter))
    .where(inPeriod("telling.day", { since, until }))
    .where(sql<boolean>`${unindexed("telling.kind")} = 'action'`)
    .executeTakeFirst();
  return row?.events ?? "[]";
}

/** Statements of somebody in the articles of a period: those by somebody known first, then those that commit, then the latest; their keys. */
export async function statementsIn(
  { tables }: Store,
  { since, until }: Period,
  filter: LineFilter,
  { most, least }: { readonly most: number; readonly least: 0 | typeof knownWeight },
): Promise<Bounded<number>> {
  const found = tables
    .selectFrom("trace")
    .innerJoin("version", "version.key", "trace.version")
    .where(sql<boolean>`${unindexed("weight")} >= ${least}`)
    .where(lineAnswers("trace.line", filter.words))
    .where(lineOfStory("trace.line", filter))
    .where(inPeriod("day", { since, until }));
  // Lines that were looked up are few, and are gone through; of all lines the index has the weightiest first.
  if (
    filter.storyLines !== undefined ||
    filter.words.some(({ lines, versions }) => lines !== undefined || versions !== undefined)
  ) {
    const rows = await found
      .select("line")
      .select(sql<number>`count(*) over ()`.as("total"))
      .orderBy(unindexed("weight"), "desc")
      .orderBy("day", "desc")
      .orderBy("time", "desc")
      .orderBy("version.id")
      .orderBy("line")
      .limit(most)
      .execute();
    return { items: rows.map(({ line }) => line), total: rows[0]?.total ?? 0 };
  }
  const { total } = await tables
    .selectFrom("day_size")
    .select(({ fn }) => fn.sum<number | null>(least === 0 ? "statements" : "known").as("total"))
    .where(inPeriod("day", { since, until }))
    .executeTakeFirstOrThrow();
  const items: number[] = [];
  // One weight after the other: each is in the order of the index.
  for (let weight = heaviest; weight >= least && items.length < most; weight--) {
    const rows = await found
      .select("line")
      .where("weight", "=", weight)
      .orderBy("day", "desc")
      .orderBy("time", "desc")
      .orderBy("version.id")
      .orderBy("line")
      .limit(most - items.length)
      .execute();
    items.push(...rows.map(({ line }) => line));
  }
  return { items, total: total ?? 0 };
}

const heaviest = 3;
