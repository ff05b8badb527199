import type { Transaction } from "kysely";
import { type DayLinks, linkDay } from "../../link/link-day.js";
import type { LinkInput } from "../../link/link-input.js";
import type { LinkLexicons } from "../../link/link-records.js";
import { applyToCopies } from "../corrections/apply-correction.js";
import { linkCorrections } from "../corrections/correction-rows.js";
import { inChunks } from "../in-chunks.js";
import { insertAll } from "../insert-all.js";
import { lineKeysOf } from "../line-id.js";
import type { Store, WritableStore } from "../store.js";
import type { StoreTables } from "../tables.js";
import { replaceActionDays } from "./action-days.js";
import { changedHistories, fillHistoryDays, openHistoryDays } from "./history-days.js";
import { type LinkRows, lineKeysOfRecord, linkRows, linkTables, type RowKeys } from "./link-rows.js";
import { linkInputs, storedMemory } from "./stored-memory.js";
import { firstUnlinked, markLinked, versionsOfDay } from "./unlinked.js";

/**
 * Links the days that are not linked yet, the earliest first, and gives each when its links are on the disk. A day whose links come out other
 * than before makes those that look back on it be linked again, so that the links follow from the articles that are kept, however they came.
 * Whoever stops in between finds the rest still to be linked.
 */
export async function* linkUnlinked(
  store: WritableStore,
  lexicons: () => Promise<LinkLexicons>,
): AsyncGenerator<string> {
  for (let day = await firstUnlinked(store); day !== null; day = await firstUnlinked(store)) {
    await relink(store, day, await lexicons());
    yield day;
  }
  await fillHistoryDays(store);
}

function relink(store: WritableStore, day: string, lexicons: LinkLexicons): Promise<void> {
  return store.tables.transaction().execute(async (tables) => {
    const before = await storedLinks({ tables }, day);
    const after = await linksOfDay({ tables }, day, lexicons);
    const changed = !sameLinks(before, after);
    if (changed) {
      await replaceRows(tables, day, after);
      await replaceActionDays(tables, [...new Set([...actionsOf(before), ...actionsOf(after)])]);
      await openHistoryDays(tables, day, changedHistories(before.telling, after.telling));
    }
    await markLinked(tables, day, { links: changed, keys: changed ? changedKeys(before, after) : [] });
    if (changed) await applyToCopies(tables, before.copy, after.copy);
  });
}

/** The rows that linking gives for a day, from its articles and the rows of the days before. */
export async function linksOfDay(store: Pick<Store, "tables">, day: string, lexicons: LinkLexicons): Promise<LinkRows> {
  const versions = await versionsOfDay(store, day);
  const inputs = [];
  for (const some of inChunks(versions)) inputs.push(...(await linkInputs(store, some)));
  const links = await linkDay(inputs, storedMemory(store, day), lexicons, await linkCorrections(store.tables));
  return linkRows(day, links, await rowKeys(store, links, inputs));
}

/** The rows that are kept for a day. */
export async function storedLinks({ tables }: Pick<Store, "tables">, day: string): Promise<LinkRows> {
  return {
    linked: await tables.selectFrom("linked").selectAll().where("day", "=", day).execute(),
    day_size: await tables.selectFrom("day_size").selectAll().where("day", "=", day).execute(),
    story: await tables.selectFrom("story").selectAll().where("day", "=", day).execute(),
    copy: await tables.selectFrom("copy").selectAll().where("day", "=", day).execute(),
    member: await tables.selectFrom("member").selectAll().where("day", "=", day).execute(),
    trace: await tables.selectFrom("trace").selectAll().where("day", "=", day).execute(),
    telling: await tables.selectFrom("telling").selectAll().where("day", "=", day).execute(),
    dispute_end: await tables.selectFrom("dispute_end").selectAll().where("day", "=", day).execute(),
  };
}

/** The comparison of texts costs as much as writing the rows does; of a day that is linked for the first time the numbers tell. */
function sameLinks(before: LinkRows, after: LinkRows): boolean {
  const alike = linkTables.every((table) => before[table].length === after[table].length);
  return alike && comparableLinks(before) === comparableLinks(after);
}

/** Rows as one text, whatever their order. */
export function comparableLinks(rows: LinkRows): string {
  return linkTables.map((table) => `${table}\n${rows[table].map(textOf).sort().join("\n")}\n`).join("");
}

function textOf(row: object): string {
  const fields = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(fields, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value,
  );
}

async function replaceRows(tables: Transaction<StoreTables>, day: string, rows: LinkRows): Promise<void> {
  for (const table of linkTables) await tables.deleteFrom(table).where("day", "=", day).execute();
  for (const table of linkTables) await insertAll(tables, table, rows[table]);
}

/** The events of the actions that a day tells of. */
export function actionsOf({ telling }: LinkRows): readonly string[] {
  return [...new Set(telling.flatMap(({ kind, event }) => (kind === "action" ? [event] : [])))];
}

/** The keys under which days however late find somebody else than before. */
function changedKeys(before: LinkRows, after: LinkRows): readonly string[] {
  const lasting = ({ member }: LinkRows): ReadonlyMap<string, string> =>
    new Map(member.flatMap((row) => (row.lasting === 1 ? [[textOf(row), row.key] as const] : [])));
  const [old, now] = [lasting(before), lasting(after)];
  return [
    ...new Set([
      ...[...old].flatMap(([row, key]) => (now.has(row) ? [] : [key])),
      ...[...now].flatMap(([row, key]) => (old.has(row) ? [] : [key])),
    ]),
  ].sort();
}

/** The keys of all that the links of a day name: what is of the day by its records, what is older by the database. */
async function rowKeys(
  { tables }: Pick<Store, "tables">,
  links: DayLinks,
  inputs: readonly LinkInput[],
): Promise<RowKeys> {
  const ends = links.disputes.flatMap(({ sides }) => sides.flatMap((side) => side.ends));
  const named = new Set([
    ...inputs.map(({ id }) => id),
    ...links.stories.map(({ central }) => central),
    ...links.copies.flatMap(({ first, copies }) => [first, ...copies.map(({ of }) => of)]),
    ...ends.map(({ article }) => article),
  ]);
  const versions = new Map<string, number>();
  const outlets = new Map<string, string | null>();
  for (const ids of inChunks([...named])) {
    const rows = await tables
      .selectFrom("version")
      .select(["key", "id", "outlet"])
      .where("id", "in", [...ids])
      .execute();
    for (const { key, id, outlet } of rows) {
      versions.set(id, key);
      outlets.set(id, outlet);
    }
  }
  const lines = new Map(inputs.map((input) => [input.id, lineKeysOfRecord(input, versions.get(input.id) ?? 0)]));
  for (const { article } of ends) {
    if (lines.has(article)) continue;
    const { first, end } = lineKeysOf(versions.get(article) ?? 0);
    const rows = await tables
      .selectFrom("line")
      .select(["key", "id"])
      .where("key", ">=", first)
      .where("key", "<", end)
      .execute();
    lines.set(article, new Map(rows.map(({ key, id }) => [id, key])));
  }
  return {
    versionOf: (article) => found(versions.get(article), article),
    outletOf: (article) => outlets.get(article) ?? null,
    lineOf: (article, line) => found(lines.get(article)?.get(line), `${article}/${line}`),
  };
}

function found(key: number | undefined, name: string): number {
  if (key === undefined) throw new RangeError(`Found a link to ${name}, which the database does not have.`);
  return key;
}
