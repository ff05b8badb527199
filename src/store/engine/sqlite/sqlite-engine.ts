import { existsSync, statSync } from "node:fs";
import { Kysely, SqliteDialect, sql } from "kysely";
import { StoreError, StoreFull, StoreReadOnly } from "../../store-error.js";
import type { StoreTables } from "../../tables.js";
import type { EngineKind, StoreEngine, WritingEngine } from "../engine.js";
import { laterVersionsHidden } from "../later-versions-hidden.js";
import { codeOf, hasChangesBeside, openSqliteFile, type SqliteFile } from "./sqlite-file.js";
import { openTokenFile } from "./token-file.js";
import { sqliteWords } from "./words-layout.js";
import { lockForWriting } from "./writer-lock.js";

/** Records in SQLite, a file each. */
export const sqlite: EngineKind = {
  nameOf: (path) => path,
  exists: async (path) => existsSync(path),
  openForWriting: async (path, { existing }) => {
    if (existing) checkExists(path);
    let unlock = lockForWriting(path);
    let file: SqliteFile | null = null;
    try {
      file = openOurs(path);
      // Full: a commit is on the disk when it returns, so that not even a power cut takes back what was reported.
      file.exec("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on");
      checkWritable(file);
      const opened = file;
      const engine: WritingEngine = {
        ...engineOn(path, opened),
        release: async () => unlock(),
        reclaim: async () => {
          unlock = lockForWriting(path);
        },
      };
      return {
        ...engine,
        close: async () => {
          foldIn(opened);
          await engine.close();
          unlock();
        },
      };
    } catch (error) {
      file?.close();
      unlock();
      throw error;
    }
  },
  openForReading: async (path, upTo) => {
    checkExists(path);
    const file = openToRead(path);
    try {
      if (file.rows("select 1 from sqlite_schema where name = 'migration'").length === 0) throw emptyFile(path);
      if (upTo !== null) file.exec(laterVersionsHidden(upTo, "main"));
      file.exec("pragma query_only = on");
      return engineOn(path, file);
    } catch (error) {
      file.close();
      throw error;
    }
  },
  openTokens: async (path) => openTokenFile(path),
  openQueue: async (path) => {
    throw new StoreError(
      `${path} is a file, and has no queue: that needs a record in PostgreSQL, as in --db postgres://user@host/database.`,
    );
  },
};

function engineOn(path: string, file: SqliteFile): StoreEngine {
  const tables = new Kysely<StoreTables>({ dialect: new SqliteDialect({ database: file }) });
  return {
    name: path,
    tables,
    exec: async (statements) => file.exec(statements),
    layout: (statements) => statements,
    wordTables: sqliteWords,
    inTransaction: async (work) => {
      file.exec("begin immediate");
      try {
        await work();
        file.exec("commit");
      } catch (error) {
        file.exec("rollback");
        throw error;
      }
    },
    state: async () => (file.rows("pragma data_version")[0] as { readonly data_version: number }).data_version,
    check: (fault) => checkFile(tables, fault),
    close: async () => {
      await tables.destroy();
      // kysely leaves a file open that it was never asked of.
      file.close();
    },
  };
}

/** SQLite's own check of its pages, indexes and full-text tables, and of what rows refer to. */
async function checkFile(tables: StoreEngine["tables"], fault: (sentence: string) => void): Promise<void> {
  const pages = await sql<{ readonly integrity_check: string }>`pragma integrity_check`.execute(tables);
  for (const { integrity_check: found } of pages.rows) if (found !== "ok") fault(found);
  const lost = await sql<{ readonly table: string; readonly parent: string }>`pragma foreign_key_check`.execute(tables);
  for (const { table, parent } of lost.rows) fault(`a row of ${table} refers to a row of ${parent} that is not there`);
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

/** @throws {StoreReadOnly} before anything is done for what could then be kept nowhere */
function checkWritable(file: SqliteFile): void {
  file.exec("begin immediate");
  file.exec("rollback");
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
