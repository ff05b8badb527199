import type { Kysely } from "kysely";
import { createDerivedTables, derivedLayout, dropDerivedTables } from "./derived-tables.js";
import type { StoreEngine, StoreState } from "./engine/engine.js";
import { engineOf } from "./engine/engine-of.js";
import { keepFacts } from "./kept-facts.js";
import { appliedMigrations, migrate } from "./migrate.js";
import { migrations } from "./migrations/migrations.js";
import { settleBytes } from "./objects/fetched-bytes.js";
import { readSetting, writeSetting } from "./setting.js";
import { StoreError } from "./store-error.js";
import type { StoreTables } from "./tables.js";
import { noteTables } from "./tables-setting.js";
import { settleZone } from "./zone-setting.js";

/** A database that is open. */
export interface Store {
  /** What `--db` names. */
  readonly path: string;
  /** What messages call it: its path, or its address without the password. */
  readonly name: string;
  readonly tables: Kysely<StoreTables>;
  /** What is another once somebody else has changed the database. It means nothing to any other connection. */
  readonly state: () => Promise<StoreState>;
  /** Checks the database by its engine's own means; each fault is told as a sentence. */
  readonly check: (fault: (sentence: string) => void) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A database that this process alone may change. */
export interface WritableStore extends Store {
  readonly now: () => Date;
  /** Lets other processes write, until {@link reclaim}. */
  readonly release: () => Promise<void>;
  /** Makes this process the only writer again. @throws {StoreError} where another process writes, or has put the derived part into another layout */
  readonly reclaim: () => Promise<void>;
  /** Empties the derived part and gives it this version's layout. */
  readonly emptyDerived: (note: readonly (readonly [name: string, value: string])[]) => Promise<void>;
}

export interface WritingOptions {
  readonly now: () => Date;
  /** For whoever changes what is there: a path without a database is an error then. */
  readonly existing?: boolean;
  /** The zone of the days of a database without articles; one that has articles is of this zone, or cannot be opened. What it says is left where none is named. */
  readonly zone?: string | undefined;
  /** The folder of the tables of their own that somebody reads and links the database with; `null` for none. What it says is left where this is left out. */
  readonly tables?: string | null;
  /** The object store, as `s3://BUCKET/PREFIX`, that fetched bytes go to from now on. They go where they went where none is named. */
  readonly bytes?: string | undefined;
  /** For whoever is about to rebuild: a derived part in another layout is no error then. */
  readonly anyDerived?: boolean;
}

/**
 * Opens the database that `path` names for the one process that may write, and makes it where there is none. A transaction that this process has
 * committed stays, whatever ends the process or the machine.
 *
 * @throws {StoreError} where another process writes, where the database is none of ours, where its derived part is of another version, or where its days are those
 * of another zone.
 */
export async function openStoreForWriting(
  path: string,
  { now, existing = false, anyDerived = false, zone, tables, bytes }: WritingOptions,
): Promise<WritableStore> {
  const engine = await (await engineOf(path)).openForWriting(path, { existing });
  try {
    await migrate(engine, now);
    const layout = await layoutOf(engine);
    if (layout === null) await engine.inTransaction(() => createDerivedTables(engine));
    else if (!anyDerived) checkLayout(engine, layout);
    if (zone !== undefined) await settleZone(engine, zone);
    if (tables !== undefined) await noteTables(engine, tables);
    if (bytes !== undefined) await settleBytes(engine, bytes);
    return {
      ...storeOn(path, engine),
      now,
      release: engine.release,
      reclaim: async () => {
        await engine.reclaim();
        checkLayout(engine, await layoutOf(engine));
      },
      emptyDerived: (notes) =>
        engine.inTransaction(async () => {
          await dropDerivedTables(engine);
          await createDerivedTables(engine);
          for (const [name, value] of notes) await writeSetting(engine, name, value);
        }),
    };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

export interface ReadingOptions {
  /** The key of the last version that is seen: the database is as if none had come after it. All are where this is left out. */
  readonly upTo?: number;
}

/**
 * Opens the database that `path` names to ask it. Any number of processes can, also while one writes.
 *
 * @throws {StoreError} where there is none, where it is none of ours, or where another version made it.
 */
export async function openStoreForReading(path: string, { upTo }: ReadingOptions = {}): Promise<Store> {
  const engine = await (await engineOf(path)).openForReading(path, upTo ?? null);
  try {
    if ((await appliedMigrations(engine)) < migrations.length) {
      throw new StoreError(`${engine.name} was made by an older version. \`sitrep rebuild\` brings it up to date.`);
    }
    checkLayout(engine, await layoutOf(engine));
    const store = storeOn(path, engine);
    keepFacts(store);
    return store;
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** Whether there is a record where `--db` names one. @throws {StoreError} where its server cannot be reached */
export async function recordExists(path: string): Promise<boolean> {
  return (await engineOf(path)).exists(path);
}

/** What messages call the database that `--db` names: its path, or its address without the password. */
export async function nameOfRecord(path: string): Promise<string> {
  return (await engineOf(path)).nameOf(path);
}

function layoutOf(engine: StoreEngine): Promise<string | null> {
  return readSetting(engine, "derived-layout");
}

function checkLayout({ name }: StoreEngine, layout: string | null): void {
  if (layout === derivedLayout) return;
  throw new StoreError(
    `What ${name} says of its articles was made by another version. \`sitrep rebuild\` makes it again.`,
  );
}

function storeOn(path: string, { name, tables, state, check, close }: StoreEngine): Store {
  return { path, name, tables, state, check, close };
}
