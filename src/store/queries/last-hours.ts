import { sql } from "kysely";
import { dayAfter } from "../../text/days.js";
import { dayIn, startOfDay } from "../../text/time-zone.js";
import { jsonList } from "../engine/expressions.js";
import type { Store } from "../store.js";
import { databaseZone } from "../zone.js";
import type { VersionRange } from "./line-filter.js";
import { lastDay } from "./period.js";

/** The articles of so many hours: those of the days from `since` on, but for the ones that were published before the hours began. */
export interface LastHours {
  readonly since: string;
  readonly versions: VersionRange;
  /** When the hours begin and end, in milliseconds. */
  readonly from: number;
  readonly to: number;
}

/**
 * The hours up to the last moment at which an article of the record was published; `null` where it has no article. Of a last day on which no article has a
 * time, they end with the day. An article of which only the day is known is of all of its day.
 */
export async function lastHours(store: Store, hours: number): Promise<LastHours | null> {
  const last = await lastDay(store);
  if (last === null) return null;
  const zone = await databaseZone(store);
  const to = (await lastMomentOf(store, last, zone)) ?? startOfDay(dayAfter(last, 1), zone) ?? 0;
  const from = to - hours * 3_600_000;
  const since = dayIn(from, zone);
  return { since, from, to, versions: { from: 0, except: await publishedBefore(store, since, from, zone) } };
}

async function lastMomentOf({ tables }: Store, day: string, zone: string): Promise<number | null> {
  const row = await tables
    .selectFrom("dated")
    .select(({ fn }) => fn.max<number | null>("at").as("at"))
    .where("day", "=", day)
    .where("at", ">", startOfDay(day, zone) ?? 0)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** The keys of the versions of a day that are from before a moment of it, as a JSON array. */
async function publishedBefore({ tables }: Store, day: string, moment: number, zone: string): Promise<string> {
  const row = await tables
    .selectFrom("dated")
    .select(jsonList(sql`version`).as("keys"))
    .where("day", "=", day)
    .where("at", "<", moment)
    // The first moment of a day stands for a day of which no more is known.
    .where("at", "<>", startOfDay(day, zone) ?? 0)
    .executeTakeFirst();
  return row?.keys ?? "[]";
}
