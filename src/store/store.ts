import { existsSync, statSync } from "node:fs";
import { Kysely, SqliteDialect } from "kysely";
import { createDerivedTables, derivedLayout, dropDerivedTables } from "./derived-tables.js";
import { hideLaterVersions } from "./hide-later-versions.js";
import { appliedMigrations, migrate } from "./migrate.js";
import { migrations } from "./migrations/migrations.js";
import { codeOf, hasChangesBeside, openSqliteFile, type SqliteFile } from "./sqlite-file.js";
import { StoreError, StoreFull, StoreReadOnly } from "./store-error.js";
import type { StoreTables } from "./tables.js";
import { noteTables } from "./tables-setting.js";
import { lockForWriting } from "./writer-lock.js";
import { settleZone } from "./zone-setting.js";

/** A database that is open. */
export interface Store {
  readonly path: string;
  readonly tables: Kysely<StoreTables>;
  /** A number that is another once somebody else has changed the database. It means nothing to any other connection. */
  readonly state: () => number;
  readonly close: () => Promise<void>;
}

/** A database that this process alone may change. */
export interface WritableStore extends Store {
  readonly now: () => Date;
  /** Lets other processes write, until {@link reclaim}. */
  readonly release: () => void;
  /** Makes this process the only writer again. @throws {StoreError} where another process writes, or has put the derived part into another layout */
  readonly reclaim: () => void;
  /** Empties the derived part and gives it this version's layout. */
  readonly emptyDerived: (note: readonly (readonly [name: string, value: string])[]) => void;
}

export interface WritingOptions {
  readonly now: () => Date;
  /** For whoever changes what is there: a path without a database is an error then. */
  readonly existing?: boolean;
  /** The zone of the days of a database without articles; one that has articles is of this zone, or cannot be opened. What it says is left where none is named. */
  readonly zone?: string | undefined;
  /** The folder of the tables of their own that somebody reads and links the database with; `null` for none. What it says is left where this is left out. */
  readonly tables?: string | null;
  /** For whoever is about to rebuild: a derived part in another layout is no error then. */
  readonly anyDerived?: boolean;
}

/**
 * Opens the database at `path` for the one process that may write, and makes it where there is none. A transaction that this process has
 * committed stays, whatever ends the process or the machine.
 *
 * @throws {StoreError} where another process writes, where the file is none of ours, where its derived part is of another version, or where its days are those
 * of another zone.
 */
export function openStoreForWriting(
  path: string,
  { now, existing = false, anyDerived = false, zone, tables }: WritingOptions,
): WritableStore {
  if (existing) checkExists(path);
  let unlock = lockForWriting(path);
  let file: SqliteFile | null = null;
  try {
    file = openOurs(path);
    // Full: a commit is on the disk when it returns, so that not even a power cut takes back what was reported.
    file.exec("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on");
    checkWritable(file);
    migrate(file, now);
    const layout = layoutOf(file);
    if (layout === null) inTransaction(file, createDerivedTables);
    else if (!anyDerived) checkLayout(path, layout);
    if (zone !== undefined) settleZone(file, path, zone);
    if (tables !== undefined) noteTables(file, tables);
    const opened = file;
    return {
      ...storeOn(
        path,
        opened,
        () => unlock(),
        () => foldIn(opened),
      ),
      now,
      release: () => unlock(),
      reclaim: () => {
        unlock = lockForWriting(path);
        checkLayout(path, layoutOf(opened));
      },
      emptyDerived: (notes) =>
        inTransaction(opened, () => {
          dropDerivedTables(opened);
          createDerivedTables(opened);
          for (const note of notes) opened.prepare("insert or replace into setting values (?, ?)").run(note);
        }),
    };
  } catch (error) {
    file?.close();
    unlock();
    throw error;
  }
}

export interface ReadingOptions {
  /** The key of the last version that is seen: the database is as if none had come after it. All are where this is left out. */
  readonly upTo?: number;
}

/**
 * Opens the database at `path` to ask it. Any number of processes can, also while one writes.
 *
 * @throws {StoreError} where there is none, where the file is none of ours, or where another version made it.
 */
export function openStoreForReading(path: string, { upTo }: ReadingOptions = {}): Store {
  checkExists(path);
  const file = openToRead(path);
  try {
    if (file.rows("select 1 from sqlite_schema where name = 'migration'").length === 0) throw emptyFile(path);
    if (upTo !== undefined) hideLaterVersions(file, upTo);
    file.exec("pragma query_only = on");
    if (appliedMigrations(file) < migrations.length) {
      throw new StoreError(`${path} was made by an older version. \`sitrep rebuild\` brings it up to date.`);
    }
    checkLayout(path, layoutOf(file));
    return storeOn(path, file, () => undefined);
  } catch (error) {
    file.close();
    throw error;
  }
}

function checkExists(path: string): void {
  if (!existsSync(path)) {
    throw new StoreError(`There is no database at ${path}. \`sitrep add\` makes one, and --db names another.`);
  }
  if (statSync(path).size === 0 && !hasChangesBeside(path)) throw emptyFile(path);
}

function emptyFile(path: string): StoreError {
  return new StoreError(
    `${path} is empty: there is no database in it. \`sitrep add\` makes one, and --db names another.`,
  );
}

/** Where nothing can be written, not even the file beside it by which readers and writer agree, nobody writes: the database is read as it lies there. */
function openToRead(path: string): SqliteFile {
  try {
    return openOurs(path);
  } catch (error) {
    const { cause } = error instanceof StoreError ? error : { cause: error };
    const isUnwritable = error instanceof StoreFull || error instanceof StoreReadOnly || unwritable.test(codeOf(cause));
    if (!isUnwritable) throw error;
    if (hasChangesBeside(path)) {
      throw new StoreError(
        `${path} lies where nothing can be written, and its latest changes stand beside it in ${path}-wal. Copy both to another folder and read them there.`,
        { cause: error },
      );
    }
    return openOurs(path, { immutable: true });
  }
}

const unwritable = /^SQLITE_(?:CANTOPEN|READONLY|IOERR)/;

/** In milliseconds: far longer than any transaction of ours, so only a writer that hangs makes anybody fail. */
const patience = 10_000;

/** "SITR" in ASCII: SQLite's own field for whose file it is. */
const applicationId = 0x53495452;

function openOurs(path: string, { immutable = false }: { readonly immutable?: boolean } = {}): SqliteFile {
  const file = openSqliteFile(path, { patience, immutable });
  try {
    // In KiB. SQLite's own 2 MB are less than one day's links, and are fetched from the file again and again.
    file.exec("pragma cache_size = -65536");
    const [row] = file.rows(
      "select application_id as id, (select count(*) from sqlite_schema) as size from pragma_application_id",
    );
    const { id, size } = row as { readonly id: number; readonly size: number };
    if (size === 0 && id === 0) file.exec(`pragma application_id = ${applicationId}`);
    else if (id !== applicationId)
      throw new StoreError(`${path} is a database of another program. --db names another file.`);
    return file;
  } catch (error) {
    file.close();
    if (error instanceof StoreError) throw error;
    throw unusable(path, error);
  }
}

function unusable(path: string, cause: unknown): StoreError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StoreError(`${path} cannot be used as a database: ${reason}. --db names another file.`, { cause });
}

function layoutOf(file: SqliteFile): string | null {
  const [row] = file.rows("select value from setting where name = 'derived-layout'");
  return row === undefined ? null : (row as { readonly value: string }).value;
}

function checkLayout(path: string, layout: string | null): void {
  if (layout === derivedLayout) return;
  throw new StoreError(
    `What ${path} says of its articles was made by another version. \`sitrep rebuild\` makes it again.`,
  );
}

/** @throws {StoreReadOnly} before anything is done for what could then be kept nowhere */
function checkWritable(file: SqliteFile): void {
  file.exec("begin immediate");
  file.exec("rollback");
}

function inTransaction(file: SqliteFile, work: (file: SqliteFile) => void): void {
  file.exec("begin immediate");
  try {
    work(file);
    file.exec("commit");
  } catch (error) {
    file.exec("rollback");
    throw error;
  }
}

/** Takes the latest changes, which stand beside the file, into it, so that it can be copied and read alone. */
function foldIn(file: SqliteFile): void {
  try {
    file.exec("pragma wal_checkpoint(truncate)");
  } catch (error) {
    // They stay beside it, where the next that opens it finds them.
    if (!(error instanceof StoreError)) throw error;
  }
}

function storeOn(path: string, file: SqliteFile, closed: () => void, closing: () => void = () => undefined): Store {
  const tables = new Kysely<StoreTables>({ dialect: new SqliteDialect({ database: file }) });
  return {
    path,
    tables,
    state: () => (file.rows("pragma data_version")[0] as { readonly data_version: number }).data_version,
    close: async () => {
      closing();
      await tables.destroy();
      // kysely leaves a file open that it was never asked of.
      file.close();
      closed();
    },
  };
}
