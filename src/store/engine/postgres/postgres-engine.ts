import { Kysely } from "kysely";
import { StoreBusy, StoreError, StoreReadOnly } from "../../store-error.js";
import type { StoreTables } from "../../tables.js";
import type { AccessToken, EngineKind, StoreEngine, TokenTable, WritingEngine } from "../engine.js";
import { laterVersionsHidden } from "../later-versions-hidden.js";
import { type PostgresAddress, readPostgresAddress } from "./postgres-address.js";
import { openPostgresConnection, type PostgresConnection, type Session } from "./postgres-connection.js";
import { postgresDialect } from "./postgres-dialect.js";
import { postgresLayout } from "./postgres-layout.js";
import { postgresWords } from "./words-layout.js";

/** Records in PostgreSQL, a schema each. */
export const postgres: EngineKind = {
  nameOf: (place) => readPostgresAddress(place).name,
  exists: async (place) => {
    const address = readPostgresAddress(place);
    return withConnection(address, (connection) => hasRecord(connection, address));
  },
  openForWriting: async (place, { existing }) => {
    const address = readPostgresAddress(place);
    let isWriter = true;
    const connection = openPostgresConnection(address, async (rows) => {
      await settle(rows, address);
      if (isWriter) await lock(rows, address);
    });
    try {
      await checkServer(connection, address);
      await makeSchema(connection, address, existing);
      const engine = engineOn(address, connection, notingChanges(connection));
      const writing: WritingEngine = {
        ...engine,
        release: async () => {
          isWriter = false;
          await connection.rows("select pg_advisory_unlock($1, hashtext($2))", lockOf(address));
        },
        reclaim: async () => {
          await lock(connection.rows, address);
          isWriter = true;
        },
      };
      return writing;
    } catch (error) {
      await connection.end();
      throw error;
    }
  },
  openForReading: async (place, upTo) => {
    const address = readPostgresAddress(place);
    const connection = openPostgresConnection(address, async (rows, exec) => {
      await settle(rows, address);
      if (upTo !== null) await exec(laterVersionsHidden(upTo, `"${address.schema}"`));
      await rows("set default_transaction_read_only = on");
    });
    try {
      await checkServer(connection, address);
      if (!(await hasRecord(connection, address))) throw noRecord(address);
      return engineOn(address, connection, connection.connect);
    } catch (error) {
      await connection.end();
      throw error;
    }
  },
  openTokens: async (place) => tokensIn(readPostgresAddress(place)),
  openQueue: async (place) => {
    const { openPostgresQueue } = await import("./postgres-queue.js");
    return openPostgresQueue(readPostgresAddress(place));
  },
};

type Rows = PostgresConnection["rows"];

/** What holds for all that a connection does. Plans are made fast, since no question of ours takes long. */
async function settle(rows: Rows, { schema }: PostgresAddress): Promise<void> {
  await rows(`set search_path to "${schema}"`);
  await rows("set jit = off");
  await rows("set client_min_messages = warning");
}

function engineOn(
  { name }: PostgresAddress,
  connection: PostgresConnection,
  connect: () => Promise<Session>,
): StoreEngine {
  const { exec, end } = connection;
  const tables = new Kysely<StoreTables>({ dialect: postgresDialect({ connect, end }) });
  return {
    name,
    tables,
    exec,
    layout: postgresLayout,
    wordTables: postgresWords,
    inTransaction: async (work) => {
      await exec("begin");
      try {
        await work();
        await exec(noteChange);
        await exec("commit");
      } catch (error) {
        await exec("rollback");
        throw error;
      }
    },
    state: async () => Number((await connection.rows("select number from change"))[0]?.number ?? 0),
    check: (fault) => checkWords(connection, fault),
    close: async () => {
      await tables.destroy();
      // kysely leaves a connection open that it was never asked of.
      await end();
    },
  };
}

/** Whether all lines and articles have their words, and no others have; what rows refer to the server itself holds. */
async function checkWords({ rows }: PostgresConnection, fault: (sentence: string) => void): Promise<void> {
  const [row] = await rows(`
    select (select count(*) from line full join line_words on rowid = key where key is null or rowid is null) as lines,
      (select count(*) from record full join article_words on rowid = version where version is null or rowid is null) as articles`);
  for (const [what, count] of Object.entries(row ?? {})) {
    if (Number(count) > 0)
      fault(`${Number(count)} of the ${what} cannot be found by their words; \`sitrep rebuild\` mends it`);
  }
}

const noteChange = "update change set number = number + 1";

/** The connection, with a note in the table `change` of all that it changes: by that readers see that something did. */
function notingChanges({ connect }: PostgresConnection): () => Promise<Session> {
  return async () => {
    const session = await connect();
    let isOpen = false;
    let hasChanged = false;
    return {
      ...session,
      query: async (statement, parameters) => {
        if (statement === "commit" && hasChanged) await session.query(noteChange, []);
        const outcome = await session.query(statement, parameters);
        if (statement === "begin") isOpen = true;
        else if (statement === "commit" || statement === "rollback") [isOpen, hasChanged] = [false, false];
        else if (changing.has(outcome.command) && outcome.rowCount > 0) {
          if (isOpen) hasChanged = true;
          // After it: a reader who came in between would keep what was before as what is now.
          else await session.query(noteChange, []);
        }
        return outcome;
      },
    };
  };
}

const changing: ReadonlySet<string> = new Set(["INSERT", "UPDATE", "DELETE"]);

/** "SITR" in ASCII: advisory locks of ours, one for each schema. */
const lockClass = 0x53495452;

function lockOf({ schema }: PostgresAddress): readonly unknown[] {
  return [lockClass, schema];
}

/** Takes the lock that ends with the connection, however that ends. @throws {StoreBusy} where another process writes */
async function lock(rows: Rows, address: PostgresAddress): Promise<void> {
  const [row] = await rows("select pg_try_advisory_lock($1, hashtext($2)) as taken", lockOf(address));
  if (row?.taken === 1) return;
  throw new StoreBusy(
    `Another sitrep is writing to ${address.name}. One at a time can: wait until it has ended, or end it. Reading goes on meanwhile.`,
  );
}

/** @throws {StoreError} where the server is too old, or keeps other characters than a record has */
async function checkServer({ rows }: PostgresConnection, { name }: PostgresAddress): Promise<void> {
  const [row] = await rows(
    "select current_setting('server_version_num')::int as version, current_setting('server_version') as told, current_setting('server_encoding') as encoding",
  );
  if (Number(row?.version) < oldest * 10_000) {
    throw new StoreError(`${name} is PostgreSQL ${String(row?.told)}; Sitrep needs ${oldest} or later.`);
  }
  if (row?.encoding !== "UTF8") {
    throw new StoreError(
      `${name} keeps its texts as ${String(row?.encoding)}; a record needs UTF8: \`createdb --encoding=UTF8 --template=template0\` makes such a database.`,
    );
  }
}

const oldest = 15;

/** Makes the schema of a record, and what a record has in PostgreSQL alone. */
async function makeSchema(connection: PostgresConnection, address: PostgresAddress, existing: boolean): Promise<void> {
  const { schema, name } = address;
  const isThere = await hasRecord(connection, address);
  if (!isThere && existing) throw noRecord(address);
  if (isThere) {
    const [row] = await connection.rows(
      "select pg_is_in_recovery() or not has_schema_privilege($1, 'create') as refused",
      [schema],
    );
    if (row?.refused === 1) throw readOnly(address);
    return;
  }
  const others = await connection.rows("select 1 from information_schema.tables where table_schema = $1 limit 1", [
    schema,
  ]);
  if (others.length > 0) {
    throw new StoreError(
      `The schema ${schema} of ${name} holds tables of another program. ?schema= in the address names another.`,
    );
  }
  try {
    await connection.exec(`
      create schema if not exists "${schema}";
      create table change (number bigint not null);
      insert into change values (0);
      create table token (key bigint generated by default as identity primary key, id text not null, name text not null,
        may text not null, created text not null, sha256 text not null);`);
  } catch (error) {
    if (error instanceof StoreReadOnly) throw readOnly(address);
    throw error;
  }
}

function readOnly(address: PostgresAddress): StoreReadOnly {
  return new StoreReadOnly(address.name, null, "this user may not make tables there, or the server is a replica");
}

function noRecord({ name, schema }: PostgresAddress): StoreError {
  return new StoreError(
    `There is no record at ${name}, in the schema ${schema}. \`sitrep add\` makes one, and --db names another.`,
  );
}

async function hasRecord({ rows }: PostgresConnection, { schema }: PostgresAddress): Promise<boolean> {
  const found = await rows(
    "select 1 from pg_class join pg_namespace on pg_namespace.oid = relnamespace where nspname = $1 and relname = 'migration'",
    [schema],
  );
  return found.length > 0;
}

async function withConnection<Result>(
  address: PostgresAddress,
  work: (connection: PostgresConnection) => Promise<Result>,
): Promise<Result> {
  const connection = openPostgresConnection(address, (rows) => settle(rows, address));
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
}

/** The tokens in a table of the record. */
function tokensIn(address: PostgresAddress): TokenTable {
  const { rows, end } = openPostgresConnection(address, (own) => settle(own, address));
  return {
    read: async () => {
      if ((await rows("select to_regclass('token') as found"))[0]?.found == null) throw noRecord(address);
      const found = await rows("select id, name, may, created, sha256 from token order by key");
      // The rows are what `add` wrote.
      return found as unknown as readonly AccessToken[];
    },
    add: async ({ id, name, may, created, sha256 }) => {
      if ((await rows("select to_regclass('token') as found"))[0]?.found == null) throw noRecord(address);
      await rows("insert into token (id, name, may, created, sha256) values ($1, $2, $3, $4, $5)", [
        ...[id, name, may, created, sha256],
      ]);
    },
    remove: async (ids) => void (await rows("delete from token where id = any($1)", [[...ids]])),
    close: end,
  };
}
