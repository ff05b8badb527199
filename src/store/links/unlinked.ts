import { sql, type Transaction } from "kysely";
import { textsIn } from "../engine/expressions.js";
import { isNewest } from "../newest.js";
import type { Store } from "../store.js";
import type { StoreTables } from "../tables.js";
import type { DatedVersion } from "../zone.js";

/**
 * How soon a marked day is to be linked: once it is `settled`, because what it looks back on changed; at once, what is `added` to it; at once and `whole`, because
 * people corrected what its articles are grouped by.
 */
export const urgency = { settled: 0, added: 1, whole: 2 } as const;

export type Urgency = (typeof urgency)[keyof typeof urgency];

/** A day that is to be linked. */
export interface UnlinkedDay {
  readonly day: string;
  readonly urgency: Urgency;
}

/** Notes the day of a version, and that it is to be linked; so is the day of the version that this one replaces. */
export async function markUnlinked(tables: Transaction<StoreTables>, dated: DatedVersion): Promise<void> {
  const { version } = dated;
  await tables.insertInto("dated").values(dated).execute();
  const { rows } = await sql<{ readonly day: string }>`
    select distinct day from dated join version on version.key = dated.version
    where version.article = (select article from version where key = ${version})`.execute(tables);
  await markDays(
    tables,
    rows.map(({ day }) => day),
    urgency.added,
  );
}

/** Notes that days are to be linked; one that is to be linked sooner stays so. */
export async function markDays(
  tables: Transaction<StoreTables>,
  days: readonly string[],
  howSoon: Urgency,
): Promise<void> {
  await sql`
    insert into unlinked (day, urgency)
    select value, cast(${howSoon} as bigint) from (${textsIn(JSON.stringify(days))}) as named where true
    on conflict (day) do update set urgency = excluded.urgency where excluded.urgency > unlinked.urgency`.execute(
    tables,
  );
}

/** The days that are to be linked, in order. */
export async function unlinkedDays({ tables }: Pick<Store, "tables">): Promise<readonly UnlinkedDay[]> {
  const rows = await tables.selectFrom("unlinked").selectAll().orderBy("day").execute();
  // `markDays` wrote them.
  return rows.map((row) => ({ ...row, urgency: row.urgency as Urgency }));
}

/** The earliest day that is to be linked, `null` where there is none. */
export async function firstUnlinked({ tables }: Pick<Store, "tables">): Promise<string | null> {
  const row = await tables.selectFrom("unlinked").select("day").orderBy("day").limit(1).executeTakeFirst();
  return row?.day ?? null;
}

/** On how many days links may still come out otherwise once all is settled. */
export async function countUnsettled({ tables }: Pick<Store, "tables">): Promise<number> {
  const { days } = await tables
    .selectFrom("unlinked")
    .select(({ fn }) => fn.countAll<number>().as("days"))
    .executeTakeFirstOrThrow();
  return days;
}

/** On how many days something came in or was corrected that no link knows of. */
export async function countUnlinked({ tables }: Pick<Store, "tables">): Promise<number> {
  const { days } = await tables
    .selectFrom("unlinked")
    .select(({ fn }) => fn.countAll<number>().as("days"))
    .where("urgency", ">", urgency.settled)
    .executeTakeFirstOrThrow();
  return days;
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
