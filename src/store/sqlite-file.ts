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

/** A statement whose parameters are made bindable, and always handed over as a list: libsql ends the process at a lone Buffer or Date. */
function checkedStatement(statement: Database.Statement): SqliteStatement {
  return {
    reader: statement.reader,
    all: (parameters) => statement.all(parameters.map(bindable)).map(withBuffers),
    run: (parameters) => statement.run(parameters.map(bindable)),
    iterate: (parameters) => statement.iterate(parameters.map(bindable)),
  };
}

/** `all` of libsql gives bytes as an ArrayBuffer, which is no Uint8Array. */
function withBuffers(row: unknown): unknown {
  if (typeof row !== "object" || row === null) return row;
  const values: Record<string, unknown> = { ...row };
  for (const name in values) {
    const value = values[name];
    if (value instanceof ArrayBuffer) values[name] = new Uint8Array(value);
  }
  return values;
}
