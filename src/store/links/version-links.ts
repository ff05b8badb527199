import { type Kysely, sql, type Transaction } from "kysely";
import { groupedBy } from "../../link/grouped-by.js";
import { joinInOrder, numbersIn } from "../engine/expressions.js";
import { isLineOf } from "../line-id.js";
import type { StoreTables } from "../tables.js";
import { replaceActionDays } from "./action-days.js";
import { openChanged } from "./history-days.js";
import { actionsOf, type LinkRows } from "./link-rows.js";
import { removePostings } from "./postings.js";
import { deleteRows } from "./row-changes.js";

/** Tables of links whose rows belong to one version. */
export const versionTables = ["linked", "copy", "member", "trace", "telling", "dispute_end"] as const;

/** The links of some versions; those that other articles have with them are not among them. */
export type VersionLinks = Pick<LinkRows, (typeof versionTables)[number]>;

/** The tables of them of which a row is told from the others by its version, line or entity. */
export const keyedTables = ["linked", "copy", "member", "trace", "telling"] as const;

export type KeyedLinks = Pick<LinkRows, (typeof keyedTables)[number]>;

/** Those rows of these tables. */
export function keyedLinks({ linked, copy, member, trace, telling }: KeyedLinks): KeyedLinks {
  return { linked, copy, member, trace, telling };
}

/** The rows of a day that are kept for these versions of it. */
export async function versionLinks(
  tables: Kysely<StoreTables>,
  day: string,
  versions: readonly number[],
): Promise<VersionLinks> {
  const keys = JSON.stringify(versions);
  const asked = sql`(${numbersIn(keys)}) as asked`;
  const rowsOf = async <Table extends Exclude<(typeof versionTables)[number], "dispute_end">>(table: Table) => {
    // Of a version's tellings there is no index but that of its lines.
    const isOwn = table === "telling" ? isLineOf("own.line", "asked.value") : sql`own.version = asked.value`;
    const { rows } = await sql<StoreTables[Table]>`
      select own.* from ${asked} ${joinInOrder} ${sql.table(table)} as own on ${isOwn}`.execute(tables);
    // Asked for the day too, SQLite would go through all tellings of the day for each version.
    return rows.filter((row) => row.day === day);
  };
  const ends = await sql<StoreTables["dispute_end"]>`
    select * from dispute_end where day = ${day} and version in (${numbersIn(keys)})`.execute(tables);
  return {
    linked: await rowsOf("linked"),
    copy: await rowsOf("copy"),
    member: await rowsOf("member"),
    trace: await rowsOf("trace"),
    telling: await rowsOf("telling"),
    dispute_end: ends.rows,
  };
}

/** Takes these rows out, and what follows from them. */
export async function dropLinks(tables: Transaction<StoreTables>, rows: VersionLinks): Promise<void> {
  for (const table of keyedTables) {
    await deleteRows(tables, table, rows[table]);
  }
  for (const [day, ends] of groupedBy(rows.dispute_end, (end) => end.day)) {
    const versions = JSON.stringify([...new Set(ends.map(({ version }) => version))]);
    await sql`delete from dispute_end where day = ${day} and version in (${numbersIn(versions)})`.execute(tables);
  }
  await removePostings({ tables }, rows.linked);
  await replaceActionDays(tables, actionsOf(rows));
  await openChanged(tables, rows.telling);
}

/** Notes that versions are linked by what holds no more: they count as ones that are in no links yet, and till then what is told of them stays. */
export async function linkAnew(tables: Transaction<StoreTables>, versions: readonly number[]): Promise<void> {
  await sql`insert into stale select value from (${numbersIn(JSON.stringify(versions))}) as named where true on conflict do nothing`.execute(
    tables,
  );
}

/** Notes that the versions of a day are linked by what holds. */
export async function endStale(tables: Transaction<StoreTables>, day: string): Promise<void> {
  await sql`delete from stale where version in (select version from dated where day = ${day})`.execute(tables);
}
