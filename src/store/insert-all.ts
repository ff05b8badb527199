import { CompiledQuery, type Transaction } from "kysely";
import { isPostgres } from "./engine/is-postgres.js";
import { postgresColumns } from "./engine/postgres/postgres-columns.js";
import type { StoreTables } from "./tables.js";

/**
 * Adds the rows, which all have the same columns. In SQLite so many by one statement, and those left over one by one: so two statements a table are prepared, and
 * each once. In PostgreSQL, where each statement is a way to the server and back, by one for many rows.
 */
export async function insertAll<Table extends keyof StoreTables>(
  tables: Transaction<StoreTables>,
  table: Table,
  rows: readonly object[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  if (isPostgres(tables)) return insertTogether(tables, table, columns, rows);
  const together = rows.length - (rows.length % mostTogether);
  const [ofMany, ofOne] = [insertion(table, columns, mostTogether), insertion(table, columns, 1)];
  for (let at = 0; at < rows.length; ) {
    const end = at < together ? at + mostTogether : at + 1;
    const values: unknown[] = [];
    for (const row of rows.slice(at, end)) for (const name of columns) values.push(Reflect.get(row, name));
    await tables.executeQuery(CompiledQuery.raw(at < together ? ofMany : ofOne, values));
    at = end;
  }
}

/** So many rows are added by one statement of SQLite; with more, nothing is won. */
const mostTogether = 20;

function insertion(table: string, columns: readonly string[], rows: number): string {
  const names = columns.map((name) => `"${name}"`).join(", ");
  const row = `(${columns.map(() => "?").join(", ")})`;
  return `insert into "${table}" (${names}) values ${Array.from({ length: rows }, () => row).join(", ")}`;
}

/** So many rows go to the server at once. */
const most = 1_000;

async function insertTogether(
  tables: Transaction<StoreTables>,
  table: string,
  columns: readonly string[],
  rows: readonly object[],
): Promise<void> {
  const names = columns.map((name) => `"${name}"`).join(", ");
  const typed = columns
    .map((name) => `"${name}" ${postgresColumns().get(table)?.get(name)?.type ?? "text"}`)
    .join(", ");
  const statement = `insert into "${table}" (${names}) select ${names} from json_to_recordset($1) as given (${typed})`;
  for (let at = 0; at < rows.length; at += most) {
    const json = JSON.stringify(rows.slice(at, at + most), (_, value) =>
      value instanceof Uint8Array ? hexOf(value) : value,
    );
    await tables.executeQuery(CompiledQuery.raw(statement, [json]));
  }
}

function hexOf(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex")}`;
}
