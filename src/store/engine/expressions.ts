import { type RawBuilder, sql } from "kysely";
import { inEngineWords } from "./engine-words.js";

// What questions ask for that standard SQL has no words for. Each compiles to SQLite's words or to PostgreSQL's.

/** A JSON array, or a column that holds one. */
type JsonArray = string | RawBuilder<unknown>;

/** A query of the numbers in a JSON array, in a column `value`. */
export function numbersIn(json: JsonArray): RawBuilder<number> {
  return inEngineWords(
    sql<number>`select value from json_each(${json})`,
    () =>
      sql`select cast(value as bigint) as value from jsonb_array_elements_text(cast(${json} as jsonb)) as list (value)`,
  );
}

/** A query of the texts in a JSON array, in a column `value`. */
export function textsIn(json: JsonArray): RawBuilder<string> {
  return inEngineWords(
    sql<string>`select value from json_each(${json})`,
    () => sql`select value collate "C" as value from jsonb_array_elements_text(cast(${json} as jsonb)) as list (value)`,
  );
}

/** The items of a JSON array as rows to select from, each in a column `value`, of which `->` and `->>` take parts. */
export function itemsOf(json: JsonArray): RawBuilder<unknown> {
  return inEngineWords(
    sql`json_each(${json})`,
    () => sql`jsonb_array_elements(cast(${json} as jsonb)) as list (value)`,
  );
}

/** What a column with JSON holds at a name or place, as a text. */
export function textWithin(column: string, at: string | number): RawBuilder<string | null> {
  const path = typeof at === "number" ? `$[${at}]` : `$.${at}`;
  return inEngineWords(
    sql<string | null>`json_extract(${sql.raw(column)}, ${sql.lit(path)})`,
    () => sql`cast(${sql.raw(column)} as jsonb) ->> ${sql.lit(at)}`,
  );
}

/** All values of a group as a JSON array. */
export function jsonList(values: RawBuilder<unknown>): RawBuilder<string> {
  return inEngineWords(sql<string>`json_group_array(${values})`, () => sql`coalesce(json_agg(${values}), '[]')`);
}

/** An object of JSON with the columns of a row, under their names. */
export function jsonObject(columns: readonly string[]): RawBuilder<unknown> {
  const pairs = sql.join(columns.map((name) => sql`${sql.lit(name)}, ${sql.ref(name)}`));
  return inEngineWords(sql`json_object(${pairs})`, () => sql`json_build_object(${pairs})`);
}

/** The same of those values of the group alone for which a condition holds. */
export function jsonListWhere(values: RawBuilder<unknown>, condition: RawBuilder<unknown>): RawBuilder<string> {
  return inEngineWords(
    sql<string>`json_group_array(${values}) filter (where ${condition})`,
    () => sql`coalesce(json_agg(${values}) filter (where ${condition}), '[]')`,
  );
}

/**
 * The column, without the index that it has: behind a sign SQLite finds rows by another. PostgreSQL goes by how many rows it counted, and is told nothing.
 */
export function unindexed<Type>(column: string): RawBuilder<Type> {
  return inEngineWords(sql<Type>`+${sql.raw(column)}`, () => sql.raw(column));
}

/** A join for which SQLite goes through the left side first. PostgreSQL chooses for itself. */
export const joinInOrder = inEngineWords(sql`cross join`, () => sql`join`);

/** The column of whichever row of a group: all have the same. */
export function ofGroup<Type>(column: string): RawBuilder<Type> {
  return inEngineWords(sql<Type>`${sql.raw(column)}`, () => sql`max(${sql.raw(column)})`);
}

/** The bytes that a text of hexadecimal digits tells. */
export function bytesOfHex(digits: string | RawBuilder<unknown>): RawBuilder<Uint8Array> {
  return inEngineWords(sql<Uint8Array>`unhex(${digits})`, () => sql`decode(${digits}, 'hex')`);
}

/** Bytes and what follows them. */
export function joinedBytes(first: RawBuilder<unknown>, second: RawBuilder<unknown>): RawBuilder<Uint8Array> {
  return inEngineWords(sql<Uint8Array>`cast(${first} || ${second} as blob)`, () => sql`${first} || ${second}`);
}

/** Whether a text has another in it. */
export function hasWithin(text: RawBuilder<unknown>, part: string | RawBuilder<unknown>): RawBuilder<boolean> {
  return inEngineWords(sql<boolean>`instr(${text}, ${part}) > 0`, () => sql`strpos(${text}, ${part}) > 0`);
}

/** Whether a column begins with letters, none of which is a sign of patterns. */
export function beginsWith(column: string, letters: string): RawBuilder<boolean> {
  return inEngineWords(
    sql<boolean>`${sql.raw(column)} glob ${sql.lit(`${letters}*`)}`,
    () => sql`starts_with(${sql.raw(column)}, ${sql.lit(letters)})`,
  );
}

/** Whether two names are one, whatever of their letters of ASCII are capitals. */
export function sameName(column: string, other: string): RawBuilder<boolean> {
  return inEngineWords(
    sql<boolean>`${sql.raw(column)} = ${sql.raw(other)} collate nocase`,
    () => sql`lower(${sql.raw(column)}) = lower(${sql.raw(other)} collate "C")`,
  );
}

/** `like`, to which capitals of ASCII are small letters. */
export const likeAnyCase = inEngineWords(sql`like`, () => sql`ilike`);
