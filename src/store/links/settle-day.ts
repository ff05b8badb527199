import { sql, type Transaction } from "kysely";
import type { LinkLexicons } from "../../link/link-lexicons.js";
import { applyToCopies } from "../corrections/apply-correction.js";
import { insertAll } from "../insert-all.js";
import type { Store, WritableStore } from "../store.js";
import type { StoreTables } from "../tables.js";
import { replaceActionDays } from "./action-days.js";
import { linkedParts } from "./day-parts.js";
import { replaceDaySize } from "./day-size.js";
import { GatheredChange } from "./gathered-change.js";
import { openChanged } from "./history-days.js";
import { actionsOf, type LinkRows } from "./link-rows.js";
import { changePostings } from "./postings.js";
import { changedRows, deleteRows } from "./row-changes.js";
import { touchedDays } from "./touched-days.js";
import { markDays, urgency, versionsOfDay } from "./unlinked.js";
import { endStale, type KeyedLinks, keyedLinks, keyedTables, versionLinks } from "./version-links.js";

/**
 * Links a day as a whole and marks the later days that the change bears on, in one transaction. Gives how many articles of it were in no links before.
 *
 * @param most how many articles are linked at once
 */
export function settleDay(store: WritableStore, day: string, lexicons: LinkLexicons, most: number): Promise<number> {
  return store.tables.transaction().execute(async (tables) => {
    await tables.deleteFrom("unlinked").where("day", "=", day).execute();
    await endStale(tables, day);
    const known = await linkedVersions(tables, day);
    const now = await versionsOfDay({ tables }, day);
    const settling = { tables, day, known, change: new GatheredChange(await isFollowed(tables, day)) };
    await dropLost(settling, new Set(now));
    const before = await looseRows(tables, day);
    await replaceLoose(settling, before, await replaceParts(settling, lexicons, most));
    // A line that people took out has gone from what is counted already.
    await replaceDaySize(tables, day);
    const { change } = settling;
    if (change.isAny) await markDays(tables, [...(await touchedDays({ tables }, day, change.rows))], urgency.settled);
    return Math.max(0, now.length - known.size);
  });
}

/** A day while it is settled. */
interface Settling {
  readonly tables: Transaction<StoreTables>;
  readonly day: string;
  /** The versions that were in its links before. */
  readonly known: ReadonlySet<number>;
  readonly change: GatheredChange;
}

async function linkedVersions(tables: Transaction<StoreTables>, day: string): Promise<ReadonlySet<number>> {
  const rows = await tables.selectFrom("linked").select("version").where("day", "=", day).execute();
  return new Set(rows.map(({ version }) => version));
}

/** Whether a later day has links. */
async function isFollowed(tables: Transaction<StoreTables>, day: string): Promise<boolean> {
  const row = await tables.selectFrom("day_size").select("day").where("day", ">", day).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Takes out the links of versions that are of the day no more. */
async function dropLost(settling: Settling, now: ReadonlySet<number>): Promise<void> {
  const lost = [...settling.known].filter((version) => !now.has(version));
  await replaceKeyed(settling, await keptLinks(settling, lost), noLinks);
}

/** Links the day part by part, each looking back on the rows of those before it, and gives what they have of no one version. */
async function replaceParts(settling: Settling, lexicons: LinkLexicons, most: number): Promise<LooseRows> {
  const { tables, day, known } = settling;
  const stories = new Map<string, StoreTables["story"]>();
  const ends: StoreTables["dispute_end"][] = [];
  for await (const { versions, rows } of linkedParts({ tables }, day, lexicons, most)) {
    const before = versions.filter((version) => known.has(version));
    await replaceKeyed(settling, await keptLinks(settling, before), keyedLinks(rows));
    // Days without a size are not looked back on.
    await replaceDaySize(tables, day);
    // Of a story, the last part tells how it stands.
    for (const story of rows.story) stories.set(story.id, story);
    ends.push(...rows.dispute_end);
  }
  return { story: [...stories.values()], dispute_end: ends };
}

const noLinks: KeyedLinks = { linked: [], copy: [], member: [], trace: [], telling: [] };

async function keptLinks({ tables, day }: Settling, versions: readonly number[]): Promise<KeyedLinks> {
  return versions.length === 0 ? noLinks : keyedLinks(await versionLinks(tables, day, versions));
}

/** Writes rows in place of others, as far as they are not the same, and what follows from them. */
async function replaceKeyed({ tables, change }: Settling, before: KeyedLinks, after: KeyedLinks): Promise<void> {
  const part = changedRows(before, after);
  change.add(part);
  for (const table of keyedTables) {
    await deleteRows(tables, table, part.gone[table] ?? []);
    await insertAll(tables, table, part.come[table] ?? []);
  }
  await changePostings({ tables }, part.gone.linked ?? [], part.come.linked ?? []);
  const tellings = [...(part.gone.telling ?? []), ...(part.come.telling ?? [])];
  await replaceActionDays(tables, actionsOf({ telling: tellings }));
  await openChanged(tables, tellings);
  await applyToCopies(tables, before.copy, after.copy);
}

/** The rows of a day that are of no one version. */
type LooseRows = Pick<LinkRows, "story" | "dispute_end">;

export async function looseRows(tables: Store["tables"], day: string): Promise<LooseRows> {
  return {
    story: await tables.selectFrom("story").selectAll().where("day", "=", day).execute(),
    dispute_end: await tables.selectFrom("dispute_end").selectAll().where("day", "=", day).execute(),
  };
}

async function replaceLoose({ tables, day, change }: Settling, before: LooseRows, after: LooseRows): Promise<void> {
  const loose = changedRows(before, after);
  change.add(loose);
  await deleteRows(tables, "story", loose.gone.story ?? []);
  await insertAll(tables, "story", loose.come.story ?? []);
  // No key tells two ends apart.
  if ((loose.gone.dispute_end ?? []).length + (loose.come.dispute_end ?? []).length > 0) {
    await sql`delete from dispute_end where day = ${day}`.execute(tables);
    await insertAll(tables, "dispute_end", after.dispute_end);
  }
}
