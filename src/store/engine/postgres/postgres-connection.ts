import { Client, type QueryResult } from "pg";
import { StoreError, StoreFull, StoreReadOnly } from "../../store-error.js";
import type { PostgresAddress } from "./postgres-address.js";

/** What a statement came to, in the shape that kysely asks for. */
export interface QueryOutcome {
  readonly command: "INSERT" | "UPDATE" | "DELETE" | "SELECT" | "MERGE";
  readonly rowCount: number;
  // biome-ignore lint/suspicious/noExplicitAny: as kysely has it
  readonly rows: any[];
}

/** One who uses the connection, until it is given back. */
export interface Session {
  readonly query: (statement: string, parameters: readonly unknown[]) => Promise<QueryOutcome>;
  readonly release: () => void;
}

/** A connection to a server, which is made anew where it was lost. One uses it at a time, and the others wait. */
export interface PostgresConnection {
  readonly connect: () => Promise<Session>;
  /** The rows of one statement. */
  readonly rows: (
    statement: string,
    parameters?: readonly unknown[],
  ) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Runs one or more statements without parameters. */
  readonly exec: (statements: string) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** In milliseconds: a server that is there answers far sooner. */
const patience = 10_000;

/** So many statements are kept prepared; the program has less of its own, and some come in as many texts as there are numbers of values. */
const mostPrepared = 400;
const mostSeen = 2_000;

/**
 * A connection to the database at an address. This is the only file that knows the driver.
 *
 * @param prepare what is done at the beginning of each connection
 * @throws {StoreError} at the first use where the server cannot be reached or does not let us in
 */
export function openPostgresConnection(address: PostgresAddress, prepare: Preparation): PostgresConnection {
  let current: Promise<Live> | null = null;
  let turn: Promise<void> = Promise.resolve();
  let ended = false;

  const live = async (): Promise<Live> => {
    if (ended) throw new StoreError(`The connection to ${address.name} is closed.`);
    const known = current === null ? null : await current.catch(() => null);
    if (known !== null && !known.isLost()) return known;
    current = connectTo(address, prepare);
    return current;
  };
  const connect = async (): Promise<Session> => {
    let done: () => void = () => undefined;
    const before = turn;
    turn = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    try {
      const { query } = await live();
      return { query, release: done };
    } catch (error) {
      done();
      throw error;
    }
  };
  return {
    connect,
    rows: async (statement, parameters = []) => (await (await live()).query(statement, parameters)).rows,
    exec: async (statements) => (await live()).exec(statements),
    end: async () => {
      if (ended) return;
      ended = true;
      await (await current?.catch(() => null))?.end();
    },
  };
}

/** What is done at the beginning of a connection, with its own `rows` and `exec`. */
export type Preparation = (rows: PostgresConnection["rows"], exec: PostgresConnection["exec"]) => Promise<void>;

interface Live {
  readonly query: Session["query"];
  readonly exec: (statements: string) => Promise<void>;
  readonly isLost: () => boolean;
  readonly end: () => Promise<void>;
}

async function connectTo(address: PostgresAddress, prepare: Preparation): Promise<Live> {
  const client = new Client({
    connectionString: address.server,
    connectionTimeoutMillis: patience,
    application_name: "sitrep",
    types: { getTypeParser: (type: number) => parsers.get(type) ?? asItIs },
    keepAlive: true,
  });
  let lost = false;
  // What is lost while nobody asks shows at the next question.
  client.on("error", () => {
    lost = true;
  });
  client.on("end", () => {
    lost = true;
  });
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw unreachable(address, error);
  }
  const preparedAs = openPrepared();
  /** The error in words. The server says that it ends a connection before it does, and nothing more is asked over that. */
  const told = (error: unknown): unknown => {
    lost ||= isLoss(error);
    return inWords(address, error, lost);
  };
  const query: Session["query"] = async (statement, parameters) => {
    try {
      const { command, rowCount, rows }: QueryResult = await client.query({
        text: statement,
        values: parameters.map(sendable),
        ...preparedAs(statement),
      });
      return { command: command as QueryOutcome["command"], rowCount: rowCount ?? 0, rows };
    } catch (error) {
      throw told(error);
    }
  };
  const made: Live = {
    query,
    exec: async (statements) => {
      try {
        await client.query(statements);
      } catch (error) {
        throw told(error);
      }
    },
    isLost: () => lost,
    end: () => client.end(),
  };
  try {
    await prepare(async (statement, parameters = []) => (await query(statement, parameters)).rows, made.exec);
    return made;
  } catch (error) {
    await client.end().catch(() => undefined);
    lost = true;
    throw error;
  }
}

/** Gives a statement that comes a second time a name, by which the server keeps it parsed. */
function openPrepared(): (statement: string) => { readonly name?: string } {
  const seen = new Set<string>();
  const names = new Map<string, string>();
  return (statement) => {
    const known = names.get(statement);
    if (known !== undefined) return { name: known };
    if (names.size >= mostPrepared) return {};
    if (!seen.has(statement)) {
      if (seen.size >= mostSeen) seen.clear();
      seen.add(statement);
      return {};
    }
    const name = `sitrep_${names.size}`;
    names.set(statement, name);
    return { name };
  };
}

/** How values of the types that the tables have come out: as SQLite gives them. */
const parsers: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [16, (text) => (text === "t" ? 1 : 0)],
  [17, (text) => new Uint8Array(Buffer.from(text.slice(2), "hex"))],
  ...[20, 21, 23, 26, 700, 701, 1700].map((type) => [type, Number] as const),
]);

function asItIs(text: string): string {
  return text;
}

/** PostgreSQL keeps no zero character, at which SQLite ends a text. */
function sendable(value: unknown): unknown {
  return typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "\ufffd") : value;
}

/** PostgreSQL's or the system's own code for what went wrong, empty where there is none. */
function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Whether the server, the system or the client says that the connection is gone; the client has no codes. */
function isLoss(error: unknown): boolean {
  const isGone = error instanceof Error && /^Connection terminated|not queryable/.test(error.message);
  return isGone || /^(?:57P0[123]|08\d\d\d|ECONN|EPIPE)/.test(codeOf(error));
}

function inWords(address: PostgresAddress, error: unknown, lost: boolean): unknown {
  const code = codeOf(error);
  if (code === "53100") return new StoreFull(address.name, error);
  if (code === "25006" || code === "42501")
    return new StoreReadOnly(address.name, error, "this user may only read it, or the server is a replica");
  if (lost) {
    return new StoreError(
      `The connection to ${address.name} was lost. What was told as added is kept; run this again.`,
      {
        cause: error,
      },
    );
  }
  return error;
}

function unreachable({ name }: PostgresAddress, error: unknown): StoreError {
  const cause = error instanceof Error ? error : new Error(String(error));
  const code = codeOf(error);
  if (code === "28P01" || code === "28000" || /password/i.test(cause.message)) {
    return new StoreError(
      `The server of ${name} does not let this user in. Check the user and the password, which PGPASSWORD or ~/.pgpass can hold.`,
      { cause },
    );
  }
  if (code === "3D000") {
    return new StoreError(`There is no such database at ${name}. \`createdb\` makes one.`, { cause });
  }
  return new StoreError(`${name} cannot be reached: ${reasonOf(cause)}. Is PostgreSQL running there?`, { cause });
}

function reasonOf(cause: Error): string {
  // Where a name leads to several addresses, each of them failed.
  const inner = cause instanceof AggregateError && cause.errors[0] instanceof Error ? cause.errors[0] : cause;
  return inner.message.replace(/\.$/, "");
}
