import { dayAfter } from "../../text/days.js";
import type { Store } from "../store.js";
import type { Period } from "./line-filter.js";
import { lastDay, tomorrow } from "./period.js";

/** The days of a question that a picture is drawn of: whole days, the latest, so many that no question takes long. */
export interface DrawnPeriod {
  /** From its first day on and before `until`; both empty where there is nothing to draw, so that no day is between them. */
  readonly since: string;
  readonly until: string;
  /** The last of its days that an article tells to be its own, where one does: undated articles stand on the day on which they were added. */
  readonly last: string;
  /** Articles of the days drawn, and of the earlier days that were asked for too. */
  readonly articles: number;
  readonly earlier: number;
  /** The days drawn that have articles of any story, in order: on all others there is no news. */
  readonly days: readonly DayOfArticles[];
}

export interface DayOfArticles {
  readonly day: string;
  readonly articles: number;
}

/** So many articles are drawn from at most; a day is never cut, so one day may have more. */
const mostDrawn = 1_500;

/** Of a record with more articles than are looked at, so many days are, where nobody asks for others. */
const usualDays = 30;

/** What of a period is drawn. Where it has no end, that is the record's own, and days that are still to come are left out unless there are no others. */
export async function drawnPeriod(
  store: Store,
  asked: Period,
  story: string | null,
  most = mostDrawn,
): Promise<DrawnPeriod> {
  const own = asked.until === null ? await daysSoFar(store, asked, story) : await daysOf(store, asked, story);
  const total = own.reduce((sum, { articles }) => sum + articles, 0);
  const open = asked.since === null && asked.until === null;
  const [last] = own;
  if (last === undefined) return { since: "", until: "", last: "", articles: 0, earlier: 0, days: [] };
  const usual = open && total > most ? dayAfter(last.day, 1 - usualDays) : "";
  let articles = 0;
  let since = last.day;
  for (const { day, articles: more } of own) {
    if (articles > 0 && (articles + more > most || day < usual)) break;
    articles += more;
    since = day;
  }
  const until = dayAfter(last.day, 1);
  const days = story === null ? own : await daysOf(store, { since, until }, null);
  const told = await lastDay(store);
  const end = told !== null && told >= since && told < last.day ? told : last.day;
  const drawn = days.filter(({ day }) => day >= since).reverse();
  return { since, until, last: end, articles, earlier: total - articles, days: drawn };
}

/** The first of the usual days of a record with more articles than `most`; `null` where it has no more, and all days are looked at. */
export async function usualSince(store: Store, most: number): Promise<string | null> {
  const days = await daysSoFar(store, { since: null, until: null }, null);
  const [last] = days;
  const total = days.reduce((sum, { articles }) => sum + articles, 0);
  return last === undefined || total <= most ? null : dayAfter(last.day, 1 - usualDays);
}

/** The days with articles that are not still to come: such a date is an article's mistake, unless all are of such days. */
async function daysSoFar(store: Store, asked: Period, story: string | null): Promise<readonly DayOfArticles[]> {
  const days = await daysOf(store, asked, story);
  const end = await tomorrow(store);
  const past = days.filter(({ day }) => day <= end);
  return past.length === 0 ? days : past;
}

/** The days with articles, the latest first. */
async function daysOf(
  { tables }: Store,
  { since, until }: Period,
  story: string | null,
): Promise<readonly DayOfArticles[]> {
  const days =
    story === null
      ? await tables.selectFrom("day_size").select(["day", "articles"]).orderBy("day", "desc").execute()
      : await tables
          .selectFrom("linked")
          .select(({ fn }) => ["day", fn.countAll<number>().as("articles")])
          .where("story", "=", story)
          .groupBy("day")
          .orderBy("day", "desc")
          .execute();
  return days.filter(({ day }) => (since === null || day >= since) && (until === null || day < until));
}
