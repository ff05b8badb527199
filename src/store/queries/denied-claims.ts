import { sql } from "kysely";
import { type DeedWords, isDeedDenied } from "../../link/events/denied-deed.js";
import { groupedBy } from "../../link/grouped-by.js";
import { itemsOf, joinInOrder, textsIn, unindexed } from "../engine/expressions.js";
import { inChunks } from "../in-chunks.js";
import { keptFacts } from "../kept-facts.js";
import { lineKeysOf } from "../line-id.js";
import type { Store } from "../store.js";

/**
 * Who says that lines are not so without telling of the same act or state: the origins of those who deny the statement that a line is told by, where it is the act or state that they deny. By the ids of the
 * lines in the whole database; a line that nobody contradicts is not in it.
 */
export async function deniedClaims(
  { tables }: Pick<Store, "tables">,
  lines: readonly { readonly article: string; readonly line: string }[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { first: perVersion } = lineKeysOf(1);
  const some = await tables
    .selectFrom("dispute_end")
    .select("dispute")
    .where("kind", "=", "statement")
    .limit(1)
    .execute();
  if (some.length === 0) return new Map();
  const told: TellingOfClaim[] = [];
  for (const chunk of inChunks([...groupedBy(lines, ({ article }) => article)])) {
    const asked = JSON.stringify(chunk.map(([article, own]) => [article, own.map(({ line }) => line)]));
    // Few articles have a statement that is in dispute: only the lines of these are gone through. Without the plus SQLite makes an index of all lines first.
    const { rows } = await sql<TellingOfClaim>`
      select distinct version.id || '/' || own.id as id, held.dispute, held.about, own.value, own.shown
      from (select value ->> 0 as version, value -> 1 as lines from ${itemsOf(asked)}) as asked
      ${joinInOrder} version on version.id = asked.version
      ${joinInOrder} dispute_end as held
        on held.line >= version.key * ${perVersion} and held.line < (version.key + 1) * ${perVersion}
        and held.kind = 'statement' and held.position = 'asserts'
      ${joinInOrder} line as said on said.key = held.line
      ${joinInOrder} line as own on own.key >= version.key * ${perVersion} and own.key < (version.key + 1) * ${perVersion}
        and ${unindexed("own.according")} = said.id and own.id in (${textsIn(sql.ref("asked.lines"))})`.execute(tables);
    told.push(...rows.filter((row) => isDeedDenied(row.about, deedOf(row))));
  }
  return await deniedOf({ tables }, told);
}

/** Who says that lines of states are not so, by the ids of the lines, and which histories these are of. */
export interface DeniedStates {
  readonly lines: ReadonlyMap<string, readonly string[]>;
  readonly histories: ReadonlySet<string>;
}

/** What {@link deniedClaims} gives for the lines of all states. */
export async function deniedStates(store: Store): Promise<DeniedStates> {
  const kept = await keptFacts<DeniedStates>(store, "denied states");
  const denied = kept.get("") ?? (await foundDeniedStates(store));
  kept.set("", denied);
  return denied;
}

async function foundDeniedStates({ tables }: Store): Promise<DeniedStates> {
  // From the few statements that are in dispute to the states told by them.
  const { rows } = await sql<TellingOfClaim & { readonly history: string }>`
    select distinct version.id || '/' || own.id as id, held.dispute, held.about, own.value, own.shown, telling.history
    from dispute_end as held
    ${joinInOrder} telling on telling.version = held.version and telling.history is not null
    ${joinInOrder} line as own on own.key = telling.line
    ${joinInOrder} line as said on said.key = held.line and own.according = said.id
    ${joinInOrder} version on version.key = telling.version
    where held.kind = 'statement' and held.position = 'asserts'`.execute(tables);
  const told = rows.filter((row) => isDeedDenied(row.about, deedOf(row)));
  const lines = await deniedOf({ tables }, told);
  return { lines, histories: new Set(told.flatMap(({ id, history }) => (lines.has(id) ? [history] : []))) };
}

async function deniedOf(
  store: Pick<Store, "tables">,
  told: readonly TellingOfClaim[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  const deniers = await deniersOf(store, [...new Set(told.map(({ dispute }) => dispute))]);
  for (const [id, own] of groupedBy(told, (row) => row.id)) {
    const origins = new Set(own.flatMap(({ dispute }) => deniers.get(dispute) ?? []));
    if (origins.size > 0) found.set(id, [...origins]);
  }
  return found;
}

/** A line whose statement is in dispute. */
interface TellingOfClaim {
  readonly id: string;
  readonly dispute: string;
  readonly about: string;
  /** The value of a state. */
  readonly value: string | null;
  readonly shown: string;
}

function deedOf({ value, shown }: TellingOfClaim): DeedWords {
  // The store wrote it.
  const { who, word, whom } = JSON.parse(shown) as Partial<DeedWords>;
  return { who: who ?? null, word: value?.replaceAll("_", " ") ?? word ?? null, whom: whom ?? null };
}

/** The origins of those who deny, by dispute. */
async function deniersOf(
  { tables }: Pick<Store, "tables">,
  disputes: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found: { readonly dispute: string; readonly origin: string }[] = [];
  for (const chunk of inChunks(disputes)) {
    const { rows } = await sql<(typeof found)[number]>`
      select distinct denial.dispute, coalesce(trace.origin, linked.text_of) as origin
      from (${textsIn(JSON.stringify(chunk))}) as asked
      ${joinInOrder} dispute_end as denial on denial.dispute = asked.value and denial.position = 'denies'
      left join trace on trace.line = denial.line
      left join linked on linked.version = denial.version`.execute(tables);
    found.push(...rows);
  }
  const byDispute = groupedBy(found, ({ dispute }) => dispute);
  return new Map([...byDispute].map(([dispute, rows]) => [dispute, rows.map(({ origin }) => origin)]));
}
