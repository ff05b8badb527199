import "./no-network-report.js";
import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import type { SqliteDatabase, SqliteStatement } from "kysely";
import Database from "libsql";
import { StoreError, StoreFull, StoreReadOnly } from "../../store-error.js";
import { untilEnd } from "../../thread-end.js";
import { bindable } from "./bindable.js";

/** A connection to a SQLite file, in the shape that kysely asks for, with statements that are prepared once. */
export interface SqliteFile extends SqliteDatabase {
  /** Runs one or more statements without parameters. */
  readonly exec: (sql: string) => void;
  /** The rows of one statement. */
  readonly rows: (sql: string, ...parameters: readonly unknown[]) => readonly unknown[];
}

export interface SqliteOptions {
  /** In milliseconds: how long whoever waits for another's lock does so. */
  readonly patience: number;
  /** Whether the file is one that nobody can change, so that nothing is written beside it. */
  readonly immutable?: boolean;
}

/**
 * Opens the file at `path`, and makes an empty one where there is none. This is the only file that knows libsql.
 *
 * @throws {StoreError} where the file can be neither opened nor made, and from then on where the disk is full or nothing can be written there.
 */
export function openSqliteFile(path: string, { patience, immutable = false }: SqliteOptions): SqliteFile {
  const database = connect(path, immutable);
  untilEnd(() => database.exec(`pragma busy_timeout = ${Math.round(patience)}`));
  let open = true;
  const prepared = new Map<string, SqliteStatement>();
  const prepare = (sql: string): SqliteStatement => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    if (prepared.size >= mostPrepared) prepared.clear();
    const made = () => (sql === rollback ? rollbackOf(database) : checkedStatement(database.prepare(sql)));
    const statement = withWords(path, inWords(path, made));
    prepared.set(sql, statement);
    return statement;
  };
  return {
    prepare,
    exec: (sql) => inWords(path, () => void (sql === rollback ? rollBack(database) : database.exec(sql))),
    rows: (sql, ...parameters) => prepare(sql).all(parameters),
    close: () => {
      // kysely closes what it has used, and its caller cannot know whether it has.
      if (!open) return;
      open = false;
      prepared.clear();
      untilEnd(() => database.close());
    },
  };
}

function connect(path: string, immutable: boolean): Database.Database {
  try {
    return untilEnd(() => new Database(immutable ? `${pathToFileURL(path).href}?immutable=1` : path));
  } catch (cause) {
    throw new StoreError(`${path} cannot be opened or made. Is its folder there, and may you write in it?`, { cause });
  }
}

/** Says of a file whether its latest changes stand beside it and not yet in it. */
export function hasChangesBeside(path: string): boolean {
  return existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0;
}

const rollback = "rollback";

/** Where the disk is full, SQLite has rolled back already, and to ask for it again would hide why. */
function rollBack(database: Database.Database): void {
  if (database.inTransaction) database.exec(rollback);
}

function rollbackOf(database: Database.Database): SqliteStatement {
  const run = () => rollBack(database);
  return {
    reader: false,
    all: () => [],
    run: () => {
      run();
      return { changes: 0, lastInsertRowid: 0 };
    },
    iterate: () => {
      run();
      return [].values();
    },
  };
}

/** The statement, with what the system refuses told in our words. */
function withWords(path: string, { reader, all, run, iterate }: SqliteStatement): SqliteStatement {
  return {
    reader,
    all: (parameters) => inWords(path, () => all(parameters)),
    run: (parameters) => inWords(path, () => run(parameters)),
    iterate,
  };
}

function inWords<Result>(path: string, work: () => Result): Result {
  try {
    return untilEnd(work);
  } catch (error) {
    const code = codeOf(error);
    const isRefused = /^SQLITE_(?:IOERR|CANTOPEN)/.test(code);
    if (code === "SQLITE_FULL" || (isRefused && isFull(path))) throw new StoreFull(path, error);
    if (/^SQLITE_READONLY/.test(code) || (isRefused && !isWritable(path))) throw new StoreReadOnly(path, error);
    throw error;
  }
}

/** SQLite's own code for what went wrong, empty where something else did. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function isFull(path: string): boolean {
  try {
    return statfsSync(dirname(path)).bavail === 0;
  } catch {
    return false;
  }
}

/** Whether files can be made beside the one at `path`, as whoever writes to it has to. */
function isWritable(path: string): boolean {
  try {
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** More than the program's own queries; inserts of many rows at once come in as many texts as there are numbers of rows. */
const mostPrepared = 200;

/**
 * A statement whose parameters are made bindable, and always handed over as a list: libsql ends the process at a lone Buffer or Date. Its rows are
 * fetched as lists of values, which libsql makes in two thirds of the time that it takes for objects.
 */
function checkedStatement(statement: Database.Statement): SqliteStatement {
  const rowOf = statement.reader ? rowsWith(statement.raw(true).columns()) : asItIs;
  return {
    reader: statement.reader,
    all: (parameters) => statement.all(parameters.map(bindable)).map(rowOf),
    run: (parameters) => statement.run(parameters.map(bindable)),
    *iterate(parameters) {
      for (const values of statement.iterate(parameters.map(bindable))) yield rowOf(values);
    },
  };
}

/** Makes an object of a list of values. */
function rowsWith(columns: readonly { readonly name: string }[]): (values: unknown) => unknown {
  const names = columns.map(({ name }) => name);
  return (list) => {
    const values = list as readonly unknown[];
    const row: Record<string, unknown> = {};
    // A loop by places makes no pair for each value, of which a day of news has a million.
    for (let at = 0; at < names.length; at++) row[names[at] ?? ""] = withBytes(values[at]);
    return row;
  };
}

/** libsql gives bytes as an ArrayBuffer or a Buffer: the first is no Uint8Array, and the second compares and prints as none. */
function withBytes(value: unknown): unknown {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return Buffer.isBuffer(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : value;
}

function asItIs(row: unknown): unknown {
  return row;
}
