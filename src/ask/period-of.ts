import { addedAfter, firstMoment } from "../store/queries/added-after.js";
import { lastHours } from "../store/queries/last-hours.js";
import type { LineFilter, WordsFilter } from "../store/queries/line-filter.js";
import { lastDay } from "../store/queries/period.js";
import type { Store } from "../store/store.js";
import { databaseZone } from "../store/zone.js";
import { dayAfter } from "../text/days.js";
import { dayIn, timeIn } from "../text/time-zone.js";
import type { BriefPeriod } from "../view/brief-view.js";
import { shortDay } from "../view/plain-dates.js";
import { rollingPeriod } from "./rolling-period.js";

/** How a period is asked for. */
export interface PeriodOptions {
  /** A day, or a period up to the record's end: "24h", "3d", "2w". */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Only what was added to the record after this moment or day. */
  readonly addedAfter?: string | undefined;
}

/** The days that are asked for, and which of the articles of these days, where not all are. */
export async function periodOf(
  { since: written, until: end, addedAfter: moment }: PeriodOptions,
  store: Store,
  usual: "last_day" | "all",
): Promise<{ readonly period: BriefPeriod; readonly ranges: readonly WordsFilter[] }> {
  const zone = await databaseZone(store);
  const until = end ?? null;
  const open = written === undefined && until === null && moment === undefined;
  const last = open && usual === "last_day" ? await lastDay(store) : null;
  if (last !== null) {
    return { period: { since: last, until: dayAfter(last, 1), chosen: "last_day", zone }, ranges: [] };
  }
  const [rolled, added] = [await rolledBack(written, store), await addedIn(moment, store)];
  // The later of both: what holds for each article has to hold for its day.
  const since =
    [rolled.since, added.since]
      .flatMap((day) => day ?? [])
      .sort()
      .at(-1) ?? null;
  const ranges = [rolled.range, added.range].flatMap((range) => range ?? []);
  return { period: { since, until, chosen: "asked", zone }, ranges };
}

/** The days that are asked for, as a question about lines or links takes them. */
export async function askedDays(
  options: PeriodOptions,
  store: Store,
): Promise<{ readonly since: string | undefined; readonly until: string | undefined; readonly filter: LineFilter }> {
  const { period, ranges } = await periodOf(options, store, "all");
  return { since: period.since ?? undefined, until: period.until ?? undefined, filter: { words: ranges, story: null } };
}

interface Begun {
  readonly since: string | null;
  readonly range: WordsFilter | null;
}

/** Where a period begins: on the day that is written, or so long before the record's end. */
async function rolledBack(written: string | undefined, store: Store): Promise<Begun> {
  const rolling = written === undefined ? null : rollingPeriod(written);
  if (rolling === null) return { since: written ?? null, range: null };
  if ("days" in rolling) {
    const last = await lastDay(store);
    return { since: last === null ? null : dayAfter(last, 1 - rolling.days), range: null };
  }
  const found = await lastHours(store, rolling.hours);
  if (found === null) return { since: null, range: null };
  const { since, from, to, versions } = found;
  const zone = await databaseZone(store);
  const told = `the ${rolling.hours} hours from ${clockTime(from, zone)} to ${clockTime(to, zone)}`;
  return { since, range: { told, match: '""', versions } };
}

async function addedIn(asked: string | undefined, store: Store): Promise<Begun> {
  if (asked === undefined) return { since: null, range: null };
  const moment = await firstMoment(store, asked);
  const { since, versions } = await addedAfter(store, moment);
  const told = `what was added after ${clockTime(Date.parse(moment), await databaseZone(store))}`;
  return { since, range: { told, match: '""', versions } };
}

/** "12 Mar 2031, 06:50 UTC", by the clocks of a zone. */
function clockTime(instant: number, zone: string): string {
  return `${shortDay(dayIn(instant, zone))}, ${timeIn(instant, zone)} ${zone}`;
}
