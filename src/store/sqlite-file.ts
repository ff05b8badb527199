import "./no-network-report.js";
import type { SqliteDatabase, SqliteStatement } from "kysely";
import Database from "libsql";
import { bindable } from "./bindable.js";
import { StoreError } from "./store-error.js";

/** A connection to a SQLite file, in the shape that kysely asks for, with statements that are prepared once. */
export interface SqliteFile extends SqliteDatabase {
  /** Runs one or more statements without parameters. */
  readonly exec: (sql: string) => void;
  /** The rows of one statement. */
  readonly rows: (sql: string, ...parameters: readonly unknown[]) => readonly unknown[];
}

/**
 * Opens the file at `path`, and makes an empty one where there is none. This is the only file that knows libsql. Whoever waits for another's lock
 * waits `patience` milliseconds.
 *
 * @throws {StoreError} where the file can be neither opened nor made.
 */
export function openSqliteFile(path: string, { patience }: { readonly patience: number }): SqliteFile {
  const database = connect(path);
  database.exec(`pragma busy_timeout = ${Math.round(patience)}`);
  let open = true;
  const prepared = new Map<string, SqliteStatement>();
  const prepare = (sql: string): SqliteStatement => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    if (prepared.size >= mostPrepared) prepared.clear();
    const statement = checkedStatement(database.prepare(sql));
    prepared.set(sql, statement);
    return statement;
  };
  return {
    prepare,
    exec: (sql) => void database.exec(sql),
    rows: (sql, ...parameters) => prepare(sql).all(parameters),
    close: () => {
      // kysely closes what it has used, and its caller cannot know whether it has.
      if (!open) return;
      open = false;
      prepared.clear();
      database.close();
    },
  };
}

function connect(path: string): Database.Database {
  try {
    return new Database(path);
  } catch (cause) {
    throw new StoreError(`${path} cannot be opened or made. Is its folder there, and may you write in it?`, { cause });
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
  return (values) => {
    const row: Record<string, unknown> = {};
    for (const [at, value] of (values as readonly unknown[]).entries()) {
      row[names[at] ?? ""] = withBytes(value);
    }
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
