import { sql } from "kysely";
import { dayAfter } from "../../text/days.js";
import { dayIn } from "../../text/time-zone.js";
import type { Store } from "../store.js";
import { databaseZone } from "../zone.js";
import { inPeriod, type LineFilter, type Period, versionAnswers } from "./line-filter.js";

/** How much the database has of a period. */
export interface PeriodSize {
  readonly articles: number;
  readonly outlets: number;
  readonly stories: number;
  /** The days of the first and the last of its articles, `null` where it has none. */
  readonly first: string | null;
  readonly last: string | null;
}

/**
 * The last day that the database has articles of, `null` where it has none. A day that is still to come is an article's mistake, unless no article
 * is of a day before; and one on which undated articles were added says nothing of when they came out, unless all are undated.
 */
export async function lastDay(store: Store): Promise<string | null> {
  const came = sql`day <= ${await tomorrow(store)}`;
  const isDated = sql`exists (
    select 1 from dated join version on version.key = dated.version
    where dated.day = day_size.day and version.published is not null)`;
  const { rows } = await sql<{ readonly day: string | null }>`select coalesce(
    (select day from day_size where ${came} and ${isDated} order by day desc limit 1),
    (select max(day) from day_size where ${came}),
    (select max(day) from day_size)) as day`.execute(store.tables);
  return rows[0]?.day ?? null;
}

/** The day after that on which the last article came in, in the zone of the database: what is of a later day is still to come. "" where there are none. */
export async function tomorrow(store: Store): Promise<string> {
  const row = await store.tables
    .selectFrom("version")
    .select("added")
    .orderBy("key", "desc")
    .limit(1)
    .executeTakeFirst();
  const added = row === undefined ? Number.NaN : Date.parse(row.added);
  return Number.isNaN(added) ? "" : dayAfter(dayIn(added, await databaseZone(store)), 1);
}

/** The articles of a period that have a line which passes the filter, counted. It ends with {@link lastDay} where it has articles before that. */
export async function periodSize(store: Store, period: Period, filter: LineFilter): Promise<PeriodSize> {
  const [size, end] = [await sizeOf(store, period, filter), await lastDay(store)];
  const { first, last } = size;
  const isBeyond = first !== null && last !== null && end !== null && first <= end && end < last;
  return isBeyond ? { ...size, last: end } : size;
}

async function sizeOf(store: Store, period: Period, filter: LineFilter): Promise<PeriodSize> {
  const { since, until } = period;
  const { words, story } = filter;
  if (story === null && words.length === 0 && (await holdsAllDays(store, period))) return await sizeOfAll(store);
  return await store.tables
    .selectFrom("linked")
    .select(({ fn }) => [
      fn.countAll<number>().as("articles"),
      fn.count<number>("linked.outlet").distinct().as("outlets"),
      fn.count<number>("linked.story").distinct().as("stories"),
      fn.min<string | null>("linked.day").as("first"),
      fn.max<string | null>("linked.day").as("last"),
    ])
    .where(inPeriod("linked.day", { since, until }))
    .$if(story !== null, (query) => query.where("linked.story", "=", story ?? ""))
    .$if(words.length > 0, (query) => query.where(versionAnswers("linked.version", words)))
    .executeTakeFirstOrThrow();
}

async function holdsAllDays({ tables }: Store, { since, until }: Period): Promise<boolean> {
  const row = await tables
    .selectFrom("day_size")
    .select("day")
    .where(({ eb, or }) =>
      or([...(since === null ? [] : [eb("day", "<", since)]), ...(until === null ? [] : [eb("day", ">=", until)])]),
    )
    .limit(1)
    .executeTakeFirst();
  return row === undefined;
}

/** Each by the index that has it in order; outlets, which are few, by a step in it from one to the next. */
async function sizeOfAll({ tables }: Store): Promise<PeriodSize> {
  const { rows } = await sql<PeriodSize>`
    with recursive known (outlet) as (
      select min(outlet) from linked
      union all select (select min(outlet) from linked where linked.outlet > known.outlet) from known where outlet is not null
    )
    select (select coalesce(sum(articles), 0) from day_size) as articles, (select count(outlet) from known) as outlets,
      (select count(distinct story) from linked) as stories, (select min(day) from day_size) as first,
      (select max(day) from day_size) as last`.execute(tables);
  return rows[0] ?? { articles: 0, outlets: 0, stories: 0, first: null, last: null };
}
