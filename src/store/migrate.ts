import type { StoreEngine } from "./engine/engine.js";
import { type Migration, migrations } from "./migrations/migrations.js";
import { StoreError } from "./store-error.js";

/**
 * Applies the migrations that the database does not have yet, each together with the note that it ran in one transaction: a process that
 * ends in between leaves both or neither.
 */
export async function migrate(
  engine: StoreEngine,
  now: () => Date,
  all: readonly Migration[] = migrations,
): Promise<void> {
  await engine.exec(
    engine.layout(
      "create table if not exists migration (number integer primary key, name text not null, applied text not null) strict;",
    ),
  );
  const applied = await appliedMigrations(engine, all);
  for (const [index, { name, sql }] of all.entries()) {
    if (index < applied) continue;
    await engine.inTransaction(async () => {
      await engine.exec(engine.layout(sql));
      const note = { number: index + 1, name, applied: now().toISOString() };
      await engine.tables.insertInto("migration").values(note).execute();
    });
  }
}

/**
 * How many of the migrations the database has.
 *
 * @throws {StoreError} where it has others: a newer version of the program made it.
 */
export async function appliedMigrations(
  { tables }: StoreEngine,
  all: readonly Migration[] = migrations,
): Promise<number> {
  const rows = await tables.selectFrom("migration").select("name").orderBy("number").execute();
  const applied = rows.map(({ name }) => name);
  const known = all.slice(0, applied.length).map(({ name }) => name);
  if (applied.length > all.length || applied.some((name, index) => name !== known[index])) {
    const strange = applied.filter((name) => !known.includes(name));
    throw new StoreError(
      `The database was made by a newer version of sitrep, with another layout (${strange.join(", ")}): use that version.`,
    );
  }
  return applied.length;
}
