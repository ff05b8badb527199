import { sql } from "kysely";
import type { Store } from "../store.js";
import { tomorrow } from "./period.js";

/** How much the database holds. */
export interface RecordSize {
  readonly articles: number;
  readonly lines: number;
  readonly stories: number;
  /** Outlets whose articles are kept. */
  readonly sources: number;
  /** The day of the first of its articles, and that of the last which is not still to come; `null` where it has none. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** When a version last came in. */
  readonly lastAdded: string | null;
}

/** How much the database holds. */
export async function recordSize(store: Store): Promise<RecordSize> {
  const isKept = sql`version not in (select version from removed)`;
  const { rows } = await sql<RecordSize>`select
    (select count(*) from article) as articles,
    (select count(*) from line) as lines,
    (select count(distinct story) from linked) as stories,
    (select count(distinct outlet) from version) as sources,
    (select min(day) from dated where ${isKept}) as "firstDay",
    coalesce(
      (select max(day) from dated where ${isKept} and day <= ${await tomorrow(store)}),
      (select max(day) from dated where ${isKept})
    ) as "lastDay",
    (select added from version order by key desc limit 1) as "lastAdded"`.execute(store.tables);
  const [row] = rows;
  if (row === undefined) throw new RangeError("Found no answer to a question that always has one.");
  return row;
}
