import { sql, type Transaction } from "kysely";
import { lookBackDays } from "../../link/memory.js";
import { isNewest } from "../newest.js";
import type { Store } from "../store.js";
import type { StoreTables } from "../tables.js";
import type { DatedVersion } from "../zone.js";

/** Notes the day of a version, and that it is to be linked; so is the day of the version that this one replaces. */
export async function markUnlinked(tables: Transaction<StoreTables>, dated: DatedVersion): Promise<void> {
  const { version } = dated;
  await tables.insertInto("dated").values(dated).execute();
  await sql`
    insert into unlinked
    select day from dated join version on version.key = dated.version
    where version.article = (select article from version where key = ${version}) on conflict do nothing`.execute(
    tables,
  );
}

/** The earliest day that is to be linked, `null` where there is none. */
export async function firstUnlinked({ tables }: Pick<Store, "tables">): Promise<string | null> {
  const row = await tables.selectFrom("unlinked").select("day").orderBy("day").limit(1).executeTakeFirst();
  return row?.day ?? null;
}

/** How many days are to be linked. */
export async function countUnlinked({ tables }: Pick<Store, "tables">): Promise<number> {
  const { days } = await tables
    .selectFrom("unlinked")
    .select(({ fn }) => fn.countAll<number>().as("days"))
    .executeTakeFirstOrThrow();
  return days;
}

/** Notes that a day is linked, and which later days its links bear on: those that look back on it, and those that tell of who has one of these keys. */
export async function markLinked(
  tables: Transaction<StoreTables>,
  day: string,
  changed: { readonly links: boolean; readonly keys: readonly string[] },
): Promise<void> {
  await tables.deleteFrom("unlinked").where("day", "=", day).execute();
  const until = dayAfter(day, lookBackDays);
  if (changed.links) {
    await sql`insert into unlinked select distinct day from dated where day > ${day} and day <= ${until} on conflict do nothing`.execute(
      tables,
    );
  }
  for (const key of changed.keys) {
    await sql`insert into unlinked select distinct day from member where key = ${key} and day > ${until} on conflict do nothing`.execute(
      tables,
    );
  }
}

/** The keys of the versions that are linked on a day: the newest of their articles that have a record. */
export async function versionsOfDay({ tables }: Pick<Store, "tables">, day: string): Promise<readonly number[]> {
  const rows = await tables
    .selectFrom("dated")
    .innerJoin("version", "version.key", "dated.version")
    .innerJoin("record", "record.version", "dated.version")
    .select("dated.version")
    .where("dated.day", "=", day)
    .where("record.content", "is not", null)
    .where(isNewest().$castTo<boolean>())
    .execute();
  return rows.map(({ version }) => version);
}

/** So many days after a day, or before it where the number is negative. */
export function dayAfter(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? day : new Date(time + days * 86_400_000).toISOString().slice(0, 10);
}
