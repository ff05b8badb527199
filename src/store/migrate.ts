import { type Migration, migrations } from "./migrations/migrations.js";
import type { SqliteFile } from "./sqlite-file.js";
import { StoreError } from "./store-error.js";

/**
 * Applies the migrations that the database does not have yet, each together with the note that it ran in one transaction: a process that
 * ends in between leaves both or neither.
 */
export function migrate(file: SqliteFile, now: () => Date, all: readonly Migration[] = migrations): void {
  file.exec(
    `create table if not exists migration (number integer primary key, name text not null, applied text not null) strict`,
  );
  for (const [index, { name, sql }] of all.entries()) {
    if (index < appliedMigrations(file, all)) continue;
    file.exec("begin immediate");
    try {
      file.exec(sql);
      file.prepare("insert into migration values (?, ?, ?)").run([index + 1, name, now().toISOString()]);
      file.exec("commit");
    } catch (error) {
      file.exec("rollback");
      throw error;
    }
  }
}

/**
 * How many of the migrations the database has.
 *
 * @throws {StoreError} where it has others: a newer version of the program made it.
 */
export function appliedMigrations(file: SqliteFile, all: readonly Migration[] = migrations): number {
  const applied = file.rows("select name from migration order by number").map(nameOf);
  const known = all.slice(0, applied.length).map(({ name }) => name);
  if (applied.length > all.length || applied.some((name, index) => name !== known[index])) {
    const strange = applied.filter((name) => !known.includes(name));
    throw new StoreError(
      `The database was made by a newer version of sitrep, with another layout (${strange.join(", ")}): use that version.`,
    );
  }
  return applied.length;
}

function nameOf(row: unknown): string {
  return typeof row === "object" && row !== null && "name" in row ? String(row.name) : "";
}
