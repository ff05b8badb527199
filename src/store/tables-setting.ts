import { existsSync } from "node:fs";
import { openSqliteFile, type SqliteFile } from "./sqlite-file.js";

/** The setting that has the folder of the tables of their own with which somebody made a database; where it has none, it was made without. */
const tablesSetting = "tables";

/** Notes with which tables of their own somebody reads and links the database, `null` for none. */
export function noteTables(file: SqliteFile, folder: string | null): void {
  if (folder === tablesIn(file)) return;
  if (folder === null) file.prepare("delete from setting where name = ?").run([tablesSetting]);
  else file.prepare("insert or replace into setting values (?, ?)").run([tablesSetting, folder]);
}

/** The folder of the tables that a database with articles goes by, `null` for none of its own; nothing where there is no such database or it has no articles yet. */
export function databaseTables(path: string): { readonly folder: string | null } | null {
  if (!existsSync(path)) return null;
  let file: SqliteFile | null = null;
  try {
    file = openSqliteFile(path, { patience: 10_000, immutable: false });
    const [filled] = file.rows("select 1 from version limit 1");
    return filled === undefined ? null : { folder: tablesIn(file) };
  } catch {
    // What is wrong with it, whoever opens it to work on it says.
    return null;
  } finally {
    file?.close();
  }
}

function tablesIn(file: SqliteFile): string | null {
  const [row] = file.rows(`select value from setting where name = '${tablesSetting}'`);
  return row === undefined ? null : (row as { readonly value: string }).value;
}
