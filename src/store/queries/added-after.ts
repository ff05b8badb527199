import { startOfDay } from "../../text/time-zone.js";
import type { Store } from "../store.js";
import { databaseZone } from "../zone.js";
import { lastVersionBy } from "./last-version.js";
import type { VersionRange } from "./line-filter.js";

/** The versions that were added after a moment, and the first of their days; `null` where there are none. */
export interface AddedAfter {
  readonly since: string | null;
  readonly versions: VersionRange;
}

/** What was added after a moment, an ISO 8601 date-time in UTC as the database writes it. */
export async function addedAfter(store: Store, moment: string): Promise<AddedAfter> {
  const from = (await lastVersionBy(store, moment)) + 1;
  const row = await store.tables
    .selectFrom("dated")
    .select(({ fn }) => fn.min<string | null>("day").as("since"))
    .where("version", ">=", from)
    .executeTakeFirst();
  return { since: row?.since ?? null, versions: { from, except: "[]" } };
}

/** The moment that is asked for: of a day, where the zone of the record has it begin. */
export async function firstMoment(store: Store, asked: string): Promise<string> {
  const start = asked.includes("T") ? null : startOfDay(asked, await databaseZone(store));
  return start === null ? asked : new Date(start).toISOString();
}
