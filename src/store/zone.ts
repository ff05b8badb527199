import { sql, type Transaction } from "kysely";
import { type ArticleDay, articleDay } from "../doc/article-day.js";
import { utc } from "../text/time-zone.js";
import { lineKeysOf } from "./line-id.js";
import { linkTables } from "./links/link-rows.js";
import { urgency } from "./links/unlinked.js";
import type { Store, WritableStore } from "./store.js";
import type { StoreTables } from "./tables.js";
import { zoneSetting } from "./zone-setting.js";

type Tables = Pick<Store, "tables">;

/** The zone that the days of the database are days of. */
export async function databaseZone({ tables }: Tables): Promise<string> {
  const row = await tables.selectFrom("setting").select("value").where("name", "=", zoneSetting).executeTakeFirst();
  return row?.value ?? utc;
}

/** What tells of the day of a version, and the day: it has one, if only that on which it was added. */
export interface DatedVersion extends ArticleDay {
  readonly version: number;
  /** The id of the version. */
  readonly article: string;
}

/** The days of these versions in a zone, from the ground; of all where none are named. */
export async function datedVersions(
  { tables }: Tables,
  zone: string,
  versions?: readonly number[],
): Promise<readonly DatedVersion[]> {
  const rows = await tables
    .selectFrom("version")
    .leftJoin("fetched", "fetched.key", "version.fetched")
    .select(["version.key", "version.id", "version.published", "version.added", "fetched.at"])
    .$if(versions !== undefined, (query) => query.where("version.key", "in", [...(versions ?? [])]))
    .execute();
  return rows.map(({ key, id, published, added, at: fetched }) => {
    const { day, at } = articleDay({ published, fetched, added }, zone) ?? { day: added.slice(0, 10), at: null };
    return { version: key, article: id, day, at };
  });
}

/** The day of a version, as {@link datedVersions} has it. */
export async function datedVersion(tables: Tables, version: number): Promise<DatedVersion> {
  const [dated] = await datedVersions(tables, await databaseZone(tables), [version]);
  if (dated === undefined) throw new RangeError(`Found no version ${version}, which a row of the database names.`);
  return dated;
}

/**
 * Makes the days of the database those of another zone, in one transaction: no article is read again, but all days are to be linked again then. Gives how many
 * articles are on another day than before; `null` where the zone was that one.
 */
export async function changeZone(store: WritableStore, zone: string): Promise<number | null> {
  return await store.tables.transaction().execute(async (tables) => {
    if ((await databaseZone({ tables })) === zone) return null;
    await sql`insert or replace into setting values (${zoneSetting}, ${zone})`.execute(tables);
    const before = new Map(
      (await tables.selectFrom("dated").select(["version", "day"]).execute()).map(({ version, day }) => [version, day]),
    );
    const dated = (await datedVersions({ tables }, zone)).filter(({ version }) => before.has(version));
    for (const { version, day, at } of dated) {
      await tables.updateTable("dated").set({ day, at }).where("version", "=", version).execute();
      const { first, end } = lineKeysOf(version);
      await tables
        .updateTable("line")
        .set({ day, at })
        .where("key", ">=", first)
        .where("key", "<", end)
        .where("published", "is not", null)
        .execute();
    }
    await unlinkAll(tables);
    return dated.filter(({ version, day }) => before.get(version) !== day).length;
  });
}

/** Drops all links, and notes that every day is to be linked. */
async function unlinkAll(tables: Transaction<StoreTables>): Promise<void> {
  for (const table of linkTables) await tables.deleteFrom(table).execute();
  await tables.deleteFrom("action_day").execute();
  await tables.deleteFrom("history_day").execute();
  await tables.deleteFrom("unlinked").execute();
  await tables.deleteFrom("stale").execute();
  await tables.deleteFrom("term_posting").execute();
  await tables.deleteFrom("print_posting").execute();
  await sql`insert into unlinked select distinct day, ${urgency.whole} from dated`.execute(tables);
}
