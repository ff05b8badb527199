import { sql, type Transaction } from "kysely";
import { itemsOf, numbersIn } from "../engine/expressions.js";
import { rowTexts } from "../row-texts.js";
import type { StoreTables } from "../tables.js";
import type { LinkRows } from "./link-rows.js";
import type { LinkChange } from "./touched-days.js";

/** What tells a row of a day's links from the others; of ends of disputes nothing does. */
const keyOf: { readonly [Table in keyof LinkRows]?: (row: LinkRows[Table][number]) => string | number } = {
  linked: ({ version }) => version,
  story: ({ id }) => id,
  copy: ({ version }) => version,
  member: ({ version, entity }) => `${version} ${entity}`,
  trace: ({ line }) => line,
  telling: ({ line }) => line,
};

/** The rows that are in one of them alone; both have the same tables. */
export function changedRows(before: Partial<LinkRows>, after: Partial<LinkRows>): LinkChange {
  const gone: Record<string, readonly object[]> = {};
  const come: Record<string, readonly object[]> = {};
  for (const [table, now] of Object.entries(after)) {
    const old = before[table as keyof LinkRows] ?? [];
    const key = keyOf[table as keyof LinkRows] as ((row: object) => string | number) | undefined;
    [gone[table], come[table]] = key === undefined ? otherTexts(old, now) : otherRows(old, now, key);
  }
  // Each table has its own rows again.
  return { gone, come } as LinkChange;
}

type OldAndNew = readonly [gone: readonly object[], come: readonly object[]];

function otherRows(old: readonly object[], now: readonly object[], key: (row: object) => string | number): OldAndNew {
  if (old.length === 0) return [[], now];
  const left = new Map(old.map((row) => [key(row), row]));
  const come = now.filter((row) => {
    const own = key(row);
    const before = left.get(own);
    const isSame = before !== undefined && isSameRow(before, row);
    if (isSame) left.delete(own);
    return !isSame;
  });
  return [[...left.values()], come];
}

function isSameRow(one: object, other: object): boolean {
  const values: Readonly<Record<string, unknown>> = { ...other };
  return Object.entries(one).every(([column, value]) => {
    const now = values[column];
    if (value === now) return true;
    return value instanceof Uint8Array && now instanceof Uint8Array && Buffer.compare(value, now) === 0;
  });
}

function otherTexts(old: readonly object[], now: readonly object[]): OldAndNew {
  const [before, after] = [rowTexts(old), rowTexts(now)];
  const [was, is] = [new Set(before), new Set(after)];
  return [old.filter((_, at) => !is.has(before[at] ?? "")), now.filter((_, at) => !was.has(after[at] ?? ""))];
}

/** Takes these rows out. */
export async function deleteRows<Table extends "linked" | "story" | "copy" | "member" | "trace" | "telling">(
  tables: Transaction<StoreTables>,
  table: Table,
  rows: readonly StoreTables[Table][],
): Promise<void> {
  if (rows.length === 0) return;
  const own = rows.map((row): Readonly<Record<string, unknown>> => ({ ...row }));
  const [key, other] = keyColumns[table];
  const keys = JSON.stringify(own.map((row) => (other === undefined ? row[key] : [row[key], row[other]])));
  const among = () => {
    if (other === undefined) return sql`${sql.ref(key)} in (${numbersIn(keys)})`;
    const number = table === "member" ? sql`cast(value ->> 0 as bigint)` : sql`value ->> 0`;
    return sql`(${sql.ref(key)}, ${sql.ref(other)}) in (select ${number}, value ->> 1 from ${itemsOf(keys)})`;
  };
  await sql`delete from ${sql.table(table)} where ${among()}`.execute(tables);
}

/** By which columns a row of a table is found. */
const keyColumns = {
  ...{ linked: ["version"], copy: ["version"], trace: ["line"], telling: ["line"] },
  ...{ story: ["id", "day"], member: ["version", "entity"] },
} as const satisfies Record<string, readonly [string, string?]>;
