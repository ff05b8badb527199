import { sql, type Transaction } from "kysely";
import type { StoreTables } from "../tables.js";
import { knownWeight } from "./link-rows.js";

/** Counts what the links of a day tell, as `linkRows` counts it. */
export async function replaceDaySize(tables: Transaction<StoreTables>, day: string): Promise<void> {
  await tables.deleteFrom("day_size").where("day", "=", day).execute();
  await sql`
    insert into day_size (day, articles, first, last, statements, known)
    select cast(${day} as text), count(*), min(version), max(version),
      (select count(weight) from trace where day = ${day}),
      (select count(*) from trace where day = ${day} and weight >= ${knownWeight})
    from linked where day = ${day} having count(*) > 0`.execute(tables);
}
