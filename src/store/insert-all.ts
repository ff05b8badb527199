import { CompiledQuery, type Transaction } from "kysely";
import type { StoreTables } from "./tables.js";

/**
 * Adds the rows, which all have the same columns. One statement a row, prepared once: one statement for many rows takes twice as long, for it is parsed
 * anew for each number of rows.
 */
export async function insertAll<Table extends keyof StoreTables>(
  tables: Transaction<StoreTables>,
  table: Table | "line_words",
  rows: readonly object[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const names = columns.map((name) => `"${name}"`).join(", ");
  const statement = `insert into "${table}" (${names}) values (${columns.map(() => "?").join(", ")})`;
  for (const row of rows) {
    const values: Readonly<Record<string, unknown>> = { ...row };
    await tables.executeQuery(
      CompiledQuery.raw(
        statement,
        columns.map((name) => values[name]),
      ),
    );
  }
}
