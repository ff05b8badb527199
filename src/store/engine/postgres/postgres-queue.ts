import PgBoss from "pg-boss";
import { StoreError } from "../../store-error.js";
import {
  type DeadWork,
  type GivenWork,
  type HandedIn,
  mostResults,
  mostTries,
  type Queue,
  type QueueState,
  type Result,
  type TakenWork,
  type WorkQueue,
} from "../queue.js";
import type { PostgresAddress } from "./postgres-address.js";
import { openPostgresConnection, type PostgresConnection, type Session } from "./postgres-connection.js";

/**
 * The queue beside a record, in a schema of its own: pg-boss keeps the work, and a table what was handed in. Whoever takes work holds an advisory lock for it, in the
 * same transaction; so whoever finds work that is taken and not locked knows that its reader is gone, however that ended.
 *
 * @throws {StoreError} where the server cannot be reached, or the user may not make a schema
 */
export async function openPostgresQueue(address: PostgresAddress): Promise<Queue> {
  const schema = `${address.schema}_queue`;
  if (schema.length > longestName) {
    throw new StoreError(
      `The schema of a record with a queue has a name of ${longestName - 6} letters at most; ${address.schema} has more.`,
    );
  }
  const held = new Set<string>();
  const connection = openPostgresConnection(address, async (rows) => {
    // Locks ended with the connection before.
    held.clear();
    await rows("set jit = off");
    await rows("set client_min_messages = warning");
  });
  const statements = new Statements(connection);
  const boss = new PgBoss({ ...quiet, schema, db: statements });
  boss.on("error", () => undefined);
  try {
    await setUp(boss, connection, statements, schema);
    return queueOn({ connection, boss, schema, held });
  } catch (error) {
    await connection.end();
    throw error;
  }
}

/** As pg-boss has it. */
const longestName = 50;

/** It does nothing by itself, and keeps what is not taken for a hundred years. */
const quiet = { supervise: false, schedule: false, retentionDays: 36_500 } as const;

/** What pg-boss asks through; within a transaction, through the session that has it. */
class Statements implements PgBoss.Db {
  readonly #connection: Pick<PostgresConnection, "exec">;
  #session: Session | null = null;
  /** pg-boss passes over what goes wrong when it takes work. */
  error: unknown = null;

  constructor(connection: Pick<PostgresConnection, "exec">, session: Session | null = null) {
    this.#connection = connection;
    this.#session = session;
  }

  within(session: Session | null): void {
    this.#session = session;
  }

  async executeSql(text: string, values?: readonly unknown[]): Promise<{ rows: Row[] }> {
    if (this.#session === null) throw new RangeError("The queue was asked outside a session.");
    try {
      if (values !== undefined) return await this.#session.query(text, values);
      // Several statements at once, or one.
      if (!text.includes(";")) return await this.#session.query(text, []);
      await this.#connection.exec(text);
      return { rows: [] };
    } catch (error) {
      this.error = error;
      throw error;
    }
  }
}

type Row = Readonly<Record<string, unknown>>;

const queues = ["read", "alone", "dead"] as const;

/** Makes what is missing; one process at a time. */
async function setUp(
  boss: PgBoss,
  connection: PostgresConnection,
  statements: Statements,
  schema: string,
): Promise<void> {
  const session = await connection.connect();
  statements.within(session);
  try {
    await session.query("select pg_advisory_lock($1, hashtext($2))", [taskClass, `${schema} set up`]);
    await boss.start();
    const [last] = (await session.query(`select to_regclass('${schema}.sitrep_next') as there`, [])).rows;
    if (last?.there != null) return;
    for (const name of queues) await boss.createQueue(name);
    await connection.exec(`
      create sequence if not exists ${schema}.place;
      create table if not exists ${schema}.handed_in (
        place uuid primary key, articles integer not null, result bytea not null, at timestamptz not null default now()
      );
      create index if not exists sitrep_next on ${schema}.job (name, priority desc, created_on, id) where state < 'active';`);
  } catch (error) {
    // A script of pg-boss that fails leaves its transaction open.
    await connection.exec("rollback").catch(() => undefined);
    throw error;
  } finally {
    await session
      .query("select pg_advisory_unlock($1, hashtext($2))", [taskClass, `${schema} set up`])
      .catch(() => null);
    statements.within(null);
    session.release();
  }
}

/** Advisory locks of ours: of those who do a task alone. Those of work are of a class that follows from the schema. */
const taskClass = 0x53495451;

interface Parts {
  readonly connection: PostgresConnection;
  readonly boss: PgBoss;
  readonly schema: string;
  /** What this connection has locked to be the only one. */
  readonly held: Set<string>;
}

function queueOn({ connection, boss, schema, held }: Parts): Queue {
  const inTransaction = async <Done>(work: (db: Statements) => Promise<Done>): Promise<Done> => {
    const session = await connection.connect();
    try {
      await session.query("begin", []);
      const done = await work(new Statements(connection, session));
      await session.query("commit", []);
      return done;
    } catch (error) {
      await session.query("rollback", []).catch(() => undefined);
      throw error;
    } finally {
      session.release();
    }
  };
  const rows = async (statement: string, values: readonly unknown[] = []): Promise<readonly Row[]> => {
    const session = await connection.connect();
    try {
      return (await session.query(statement, values)).rows;
    } finally {
      session.release();
    }
  };

  /** Takes work out of its queue; false where it is not there. Only rows that were there are told back. */
  const remove = async (db: Statements, from: string, places: readonly string[]): Promise<boolean> => {
    const { rows: gone } = await db.executeSql(
      `delete from ${schema}.job where name = $1 and id = any($2::uuid[]) and state < 'completed' returning id`,
      [from, places],
    );
    return gone.length === places.length;
  };
  const unlock = async (db: Statements, places: readonly string[]): Promise<void> => {
    await db.executeSql("select pg_advisory_unlock(hashtext($1), one) from unnest($2::int[]) one", [
      schema,
      places.map(lockOf),
    ]);
  };
  const keep = async (db: Statements, place: string, { result, articles }: Result): Promise<void> => {
    await db.executeSql(
      `insert into ${schema}.handed_in (place, articles, result) values ($1, $2, $3) on conflict do nothing`,
      [place, articles, result],
    );
  };
  const newPlaces = async (db: Statements, count: number): Promise<readonly string[]> => {
    const { rows: numbers } = await db.executeSql(
      `select nextval('${schema}.place') as number from generate_series(1, $1::int)`,
      [count],
    );
    return numbers.map(({ number }) => placeOf(Number(number), 0));
  };
  const insert = async (
    db: Statements,
    name: string,
    work: readonly (GivenWork & { readonly reason?: string })[],
    places: readonly string[],
    options: { readonly priority?: number; readonly retryLimit?: number } = {},
  ): Promise<void> => {
    if (work.length === 0) return;
    await boss.insert(
      work.map((one, at) => ({ id: places[at] ?? "", name, data: dataOf(one), ...options })),
      { db },
    );
  };

  return {
    give: (work) =>
      inTransaction(async (db) => {
        await insert(db, "read", work, await newPlaces(db, work.length));
      }),
    take: (from, most) =>
      inTransaction(async (db) => {
        const jobs = await boss.fetch(from, { batchSize: most, includeMetadata: true, db });
        if (db.error !== null) throw db.error;
        const taken = jobs.map((job) => takenOf(job as unknown as Row, from));
        await db.executeSql("select pg_advisory_lock(hashtext($1), one) from unnest($2::int[]) one", [
          schema,
          taken.map(({ place }) => lockOf(place)),
        ]);
        return taken.sort((a, b) => (a.place < b.place ? -1 : 1));
      }),
    handIn: ({ from, place }, result) =>
      inTransaction(async (db) => {
        const isOurs = await remove(db, from, [place]);
        if (isOurs && result !== null) await keep(db, place, result);
        await unlock(db, [place]);
        return isOurs;
      }),
    takeApart: ({ from, place }, parts) =>
      inTransaction(async (db) => {
        const isOurs = await remove(db, from, [place]);
        if (isOurs) {
          const places = parts.map((_, at) => placeOf(numberOf(place), at + 1));
          await insert(db, "read", parts, places, { priority: 1 });
        }
        await unlock(db, [place]);
        return isOurs;
      }),
    fail: (taken, reason, last) =>
      inTransaction(async (db) => {
        const { from, place, tries } = taken;
        const isSetAside = from === "alone" && tries + 1 >= mostTries;
        if (from === "alone" && !isSetAside) {
          const failed = (await boss.fail(from, place, { reason }, { db })) as unknown as { readonly affected: number };
          await unlock(db, [place]);
          return failed.affected > 0 ? "again" : "gone";
        }
        const isOurs = await remove(db, from, [place]);
        if (isOurs) {
          const told = { ...taken, reason };
          await insert(db, isSetAside ? "dead" : "alone", [told], [place], { retryLimit: mostTries });
          if (isSetAside && last !== null) await keep(db, place, last);
        }
        await unlock(db, [place]);
        if (!isOurs) return "gone";
        return isSetAside ? "set aside" : "again";
      }),
    giveBack: (work) =>
      inTransaction(async (db) => {
        for (const one of work) {
          if (await remove(db, one.from, [one.place]))
            await insert(db, one.from, [one], [one.place], { priority: 1, retryLimit: mostTries });
        }
        await unlock(
          db,
          work.map(({ place }) => place),
        );
      }),
    orphans: async () => {
      const active = await rows(`select id from ${schema}.job where name in ('read', 'alone') and state = 'active'`);
      if (active.length === 0) return [];
      const free = await rows("select one from unnest($2::int[]) one where pg_try_advisory_lock(hashtext($1), one)", [
        schema,
        active.map(({ id }) => lockOf(String(id))),
      ]);
      const ours = new Set(free.map(({ one }) => Number(one)));
      const places = active.map(({ id }) => String(id)).filter((place) => ours.has(lockOf(place)));
      if (places.length === 0) return [];
      const found = await rows(
        `select id, name, retry_count as "retryCount", data from ${schema}.job where id = any($1::uuid[]) and name in ('read', 'alone')`,
        [places],
      );
      return found.map((row) => takenOf(row, row.name === "alone" ? "alone" : "read"));
    },
    isFull: async () => {
      const [row] = await rows(`select coalesce((select sum(articles) from ${schema}.handed_in), 0) as results,
        (select state::text from (${firstUnfinished(schema)}) as first order by id limit 1) as first`);
      return Number(row?.results) >= mostResults && row?.first !== "created" && row?.first !== "retry";
    },
    results: async (articles) => {
      const found = await rows(
        `select place, result, extract(epoch from now() - at)::float as age from (
          select place, result, at, sum(articles) over (order by place) - articles as before from ${schema}.handed_in
          where place < coalesce((select id from (${firstUnfinished(schema)}) as first order by id limit 1), '${afterAll}')
        ) as handed where before < $1 order by place`,
        [articles],
      );
      return found.map(({ place, result, age }) => ({
        place: String(place),
        result: result as Uint8Array,
        age: Number(age),
      }));
    },
    written: (results: readonly HandedIn[], refused) =>
      inTransaction(async (db) => {
        await insert(db, "dead", refused, await newPlaces(db, refused.length));
        await db.executeSql(`delete from ${schema}.handed_in where place = any($1::uuid[])`, [
          results.map(({ place }) => place),
        ]);
      }),
    dead: async () => {
      const found =
        await rows(`select id, data, to_char(created_on at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
        from ${schema}.job where name = 'dead' and state < 'completed' order by created_on, id`);
      return found.map(deadOf);
    },
    retryDead: (ids) =>
      inTransaction(async (db) => {
        const dead = await takeDead(db, schema, ids);
        await insert(db, "read", dead, await newPlaces(db, dead.length));
        return dead.length;
      }),
    dropDead: (ids) => inTransaction(async (db) => (await takeDead(db, schema, ids)).length),
    state: async () => stateOf((await rows(stateQuery(schema)))[0] ?? {}),
    holdAlone: async (task) => {
      const name = `${schema} ${task}`;
      // A connection that is made anew in answer to this has forgotten what the one before held.
      if (held.has(name)) await rows("select 1");
      if (held.has(name)) return true;
      const [row] = await rows("select pg_try_advisory_lock($1, hashtext($2)) as taken", [taskClass, name]);
      if (row?.taken === 1) held.add(name);
      return row?.taken === 1;
    },
    close: connection.end,
  };
}

/** The first piece of work of each queue that is not done. */
function firstUnfinished(schema: string): string {
  return (["read", "alone"] as const)
    .map(
      (name) =>
        `(select id, state from ${schema}.job where name = '${name}' and state < 'completed' order by id limit 1)`,
    )
    .join(" union all ");
}

/** A place as pg-boss has ids: the number in the order, and which part of that it is. */
function placeOf(number: number, part: number): string {
  const digits = number.toString(16).padStart(16, "0") + part.toString(16).padStart(16, "0");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const afterAll = "ffffffff-ffff-ffff-ffff-ffffffffffff";

function numberOf(place: string): number {
  return Number.parseInt(place.replaceAll("-", "").slice(0, 16), 16);
}

function partOf(place: string): number {
  return Number.parseInt(place.replaceAll("-", "").slice(16), 16);
}

/** What is locked for work: a number that no other work in anybody's hands has. */
function lockOf(place: string): number {
  return (numberOf(place) * mostParts + partOf(place)) % 2 ** 31;
}

/** A stretch has fewer parts. */
const mostParts = 1_024;

/** What people call work that was set aside. */
function nameOf(place: string): string {
  const part = partOf(place);
  return part === 0 ? String(numberOf(place)) : `${numberOf(place)}.${part}`;
}

function placeNamed(id: string): string {
  const [number = "", part = "0"] = id.split(".");
  return placeOf(Number(number), Number(part));
}

/** Bytes, because JSON in PostgreSQL holds no zero characters and no lone surrogates; the name is only shown. */
function dataOf({ input, work, reason }: GivenWork & { readonly reason?: string }): object {
  const base64 = Buffer.from(work).toString("base64");
  return { input: shown(input), ...(reason === undefined ? {} : { reason: shown(reason) }), work: base64 };
}

function shown(text: string): string {
  return text.slice(0, 4_000).replace(/\0|\p{Surrogate}/gu, "\ufffd");
}

interface WorkData {
  readonly input: string;
  readonly work: string;
  readonly reason?: string;
}

function givenOf({ data }: Row): GivenWork & { readonly reason: string } {
  // It is what `dataOf` wrote.
  const { input, work, reason = "" } = JSON.parse(String(data)) as WorkData;
  return { input, work: new Uint8Array(Buffer.from(work, "base64")), reason };
}

function takenOf(row: Row, from: WorkQueue): TakenWork {
  const { input, work } = givenOf(row);
  return { place: String(row.id), from, tries: Number(row.retryCount ?? 0), input, work };
}

function deadOf(row: Row): DeadWork {
  return { ...givenOf(row), id: nameOf(String(row.id)), since: String(row.since) };
}

async function takeDead(db: Statements, schema: string, ids: readonly string[] | null): Promise<readonly DeadWork[]> {
  const named = ids === null ? "" : "and id = any($1::uuid[])";
  const { rows } = await db.executeSql(
    `delete from ${schema}.job where name = 'dead' and state < 'completed' ${named} returning id, data, '' as since`,
    ids === null ? [] : [ids.map(placeNamed)],
  );
  return rows.map(deadOf).sort((a, b) => Number(a.id) - Number(b.id));
}

function stateQuery(schema: string): string {
  const count = (name: string, state: string): string =>
    `(select count(*) from ${schema}.job where name = '${name}' and state ${state})`;
  const age = (column: string, from: string): string =>
    `(select coalesce(extract(epoch from now() - min(${column})), 0)::float from ${from})`;
  return `select ${count("read", "< 'active'")} as waiting, ${count("alone", "< 'active'")} as failed,
    ${count("read", "= 'active'")} + ${count("alone", "= 'active'")} as in_work, ${count("dead", "< 'completed'")} as dead,
    (select coalesce(sum(articles), 0) from ${schema}.handed_in) as results,
    ${age("created_on", `${schema}.job where name in ('read', 'alone') and state < 'active'`)} as oldest_wait,
    ${age("at", `${schema}.handed_in`)} as oldest_result`;
}

function stateOf(row: Row): QueueState {
  return {
    waiting: Number(row.waiting),
    inWork: Number(row.in_work),
    failed: Number(row.failed),
    dead: Number(row.dead),
    results: Number(row.results),
    oldestWait: Number(row.oldest_wait),
    oldestResult: Number(row.oldest_result),
  };
}
