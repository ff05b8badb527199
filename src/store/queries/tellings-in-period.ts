import { sql } from "kysely";
import type { Store } from "../store.js";
import { type LineFilter, lineAnswers, lineOfStory, type Period } from "./line-filter.js";
import type { Bounded } from "./told-in-period.js";

/** The tellings of actions and postures in the articles of a period. */
export function tellingsIn({ tables }: Store, { since, until }: Period, filter: LineFilter) {
  return tables
    .selectFrom("telling")
    .where(lineAnswers("telling.line", filter.words))
    .where(lineOfStory("telling.line", filter))
    .$if(since !== null, (query) => query.where("telling.day", ">=", since ?? ""))
    .$if(until !== null, (query) => query.where("telling.day", "<", until ?? ""));
}

/** The events of the actions that articles of a period tell of: those with the most independent origins in it first, then violence and coercion, then the latest told. */
export async function actionsIn(
  store: Store,
  period: Period,
  filter: LineFilter,
  most: number,
): Promise<Bounded<string>> {
  const rows = await tellingsIn(store, period, filter)
    .select(({ fn }) => ["telling.event", fn.count<number>("telling.origin").distinct().as("origins")])
    .select(sql<number>`count(*) over ()`.as("total"))
    // Not by the index of kinds, which has all days.
    .where(sql<boolean>`+telling.kind = 'action'`)
    // By its days, not in the order of the index of events, which has all days too.
    .groupBy(sql`+telling.event`)
    .orderBy("origins", "desc")
    .orderBy(sql`telling.what in ('ASSAULT', 'COERCE')`, "desc")
    .orderBy(sql`max(telling.day)`, "desc")
    .orderBy("telling.event")
    .limit(most)
    .execute();
  return { items: rows.map(({ event }) => event), total: rows[0]?.total ?? 0 };
}

/** Statements of somebody in the articles of a period: those by somebody known first, then those that commit, then the latest; their keys. */
export async function statementsIn(
  { tables }: Store,
  { since, until }: Period,
  filter: LineFilter,
  { most, least }: { readonly most: number; readonly least: number },
): Promise<Bounded<number>> {
  const found = tables
    .selectFrom("trace")
    .where(sql<boolean>`+weight >= ${least}`)
    .where(lineAnswers("trace.line", filter.words))
    .where(lineOfStory("trace.line", filter))
    .$if(since !== null, (query) => query.where("day", ">=", since ?? ""))
    .$if(until !== null, (query) => query.where("day", "<", until ?? ""));
  // Lines that were looked up are few, and are gone through; of all lines the index has the weightiest first.
  if (filter.storyLines !== undefined || filter.words.some(({ lines }) => lines !== undefined)) {
    const rows = await found
      .select("line")
      .select(sql<number>`count(*) over ()`.as("total"))
      .orderBy(sql`+weight`, "desc")
      .orderBy("day", "desc")
      .orderBy("line", "desc")
      .limit(most)
      .execute();
    return { items: rows.map(({ line }) => line), total: rows[0]?.total ?? 0 };
  }
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const items: number[] = [];
  // One weight after the other: each is in the order of the index.
  for (let weight = heaviest; weight >= least && items.length < most; weight--) {
    const rows = await found
      .select("line")
      .where("weight", "=", weight)
      .orderBy("day", "desc")
      .orderBy("line", "desc")
      .limit(most - items.length)
      .execute();
    items.push(...rows.map(({ line }) => line));
  }
  return { items, total };
}

const heaviest = 3;

/** The least weight of a statement by somebody known. */
export const knownWeight = 2;
