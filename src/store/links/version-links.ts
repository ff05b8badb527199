import { sql, type Transaction } from "kysely";
import type { StoreTables } from "../tables.js";
import { replaceActionDays } from "./action-days.js";
import { openChanged } from "./history-days.js";
import { actionsOf, type LinkRows } from "./link-rows.js";
import { removePostings } from "./postings.js";

/** Tables of links whose rows belong to one version. */
export const versionTables = ["linked", "copy", "member", "trace", "telling", "dispute_end"] as const;

/** The links of some versions; those that other articles have with them are not among them. */
export type VersionLinks = Pick<LinkRows, (typeof versionTables)[number]>;

/** The rows that are kept for these versions by the days that they are of. */
export async function versionLinks(
  tables: Transaction<StoreTables>,
  versions: readonly number[],
): Promise<VersionLinks> {
  const keys = JSON.stringify(versions);
  const rowsOf = async <Table extends (typeof versionTables)[number]>(table: Table) => {
    const { rows } = await sql<StoreTables[Table]>`
      select own.* from ${sql.table(table)} as own
      join dated on dated.version = own.version and dated.day = own.day
      where own.version in (select value from json_each(${keys}))`.execute(tables);
    return rows;
  };
  return {
    linked: await rowsOf("linked"),
    copy: await rowsOf("copy"),
    member: await rowsOf("member"),
    trace: await rowsOf("trace"),
    telling: await rowsOf("telling"),
    dispute_end: await rowsOf("dispute_end"),
  };
}

/** Takes these rows out, and what follows from them. */
export async function dropLinks(tables: Transaction<StoreTables>, rows: VersionLinks): Promise<void> {
  for (const table of versionTables) {
    const keys = new Map(rows[table].map(({ version, day }) => [`${version} ${day}`, { version, day }]));
    for (const { version, day } of keys.values()) {
      await tables
        .deleteFrom<(typeof versionTables)[number]>(table)
        .where("version", "=", version)
        .where("day", "=", day)
        .execute();
    }
  }
  await removePostings({ tables }, rows.linked);
  await replaceActionDays(tables, actionsOf(rows));
  await openChanged(tables, rows.telling);
}

/** Notes that versions are linked by what holds no more: they count as ones that are in no links yet, and till then what is told of them stays. */
export async function linkAnew(tables: Transaction<StoreTables>, versions: readonly number[]): Promise<void> {
  await sql`insert or ignore into stale select value from json_each(${JSON.stringify(versions)})`.execute(tables);
}

/** Notes that the versions of a day are linked by what holds. */
export async function endStale(tables: Transaction<StoreTables>, day: string): Promise<void> {
  await sql`delete from stale where version in (select version from dated where day = ${day})`.execute(tables);
}
