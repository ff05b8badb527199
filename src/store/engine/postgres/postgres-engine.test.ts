import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type PostgresServer, startPostgres } from "../../../../test/postgres-server.js";
import { simpleArticle } from "../../../../test/simple-record.js";
import { addArticles } from "../../add-articles.js";
import { derivedLayout } from "../../derived-tables.js";
import { addVersion } from "../../ground.js";
import { openStoreForReading, openStoreForWriting, recordExists } from "../../store.js";
import { createToken, openTokens, readTokens, revokeTokens } from "../../tokens.js";
import { readPostgresAddress } from "./postgres-address.js";
import { openPostgresConnection } from "./postgres-connection.js";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let server: PostgresServer;
beforeAll(() => {
  server = startPostgres();
});
afterAll(() => server.stop());

const now = () => new Date("2031-03-07T12:00:00Z");
const at = (schema: string, user?: string): string => `${server.address(user)}&schema=${schema}`;

/** Does as an administrator would. */
async function administer(...statements: readonly string[]): Promise<void> {
  const connection = openPostgresConnection(readPostgresAddress(server.address()), async () => undefined);
  for (const statement of statements) await connection.exec(statement);
  await connection.end();
}

async function reasonOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof Error ? `${error.name}: ${error.message}` : "none";
}

async function addOne(place: string, id: string): Promise<void> {
  const store = await openStoreForWriting(place, { now });
  const arrival = { article: simpleArticle(`Told by ${id}.`, { id }), input: id, fetched: null };
  await store.tables.transaction().execute((tables) => addVersion(tables, arrival, now));
  await store.close();
}

describe("what cannot be used is told in one sentence, without the password", () => {
  test("no server, no database, no entry", async () => {
    const nowhere = "postgres://ana:s3cret@127.0.0.1:1/news?password=s3cret";
    expect(await reasonOf(openStoreForReading(nowhere))).toMatch(
      /^StoreError: postgres:\/\/ana@127\.0\.0\.1:1\/news cannot be reached: .*\. Is PostgreSQL running there\?$/,
    );
    const none = server.address().replace("/postgres?", "/none?");
    expect(await reasonOf(openStoreForReading(none))).toMatch(
      /There is no such database at .* `createdb` makes one\.$/,
    );
    await administer("create role stranger login password 'right'");
    for (const place of [`${at("x", "stranger")}&password=wrong`, at("x", "stranger")]) {
      const reason = await reasonOf(openStoreForReading(place));
      expect(reason).toMatch(/does not let this user in\. Check the user and the password/);
      expect(reason).not.toContain("wrong");
    }
    expect(await reasonOf(openStoreForReading("postgres://:ab"))).toMatch(/is no address of a database/);
    expect(await reasonOf(openStoreForReading(at("Bad Name")))).toMatch(/cannot be in a schema/);
  });

  test("no record, another program's tables, another layout, a newer version", async () => {
    expect(await reasonOf(openStoreForReading(at("empty")))).toMatch(/There is no record at .*, in the schema empty\./);
    expect(await reasonOf(openStoreForWriting(at("empty"), { now, existing: true }))).toMatch(/There is no record/);
    expect(await recordExists(at("empty"))).toBe(false);
    await administer("create schema other", "create table other.note (words text)");
    expect(await reasonOf(openStoreForWriting(at("other"), { now }))).toMatch(/holds tables of another program/);
    await (await openStoreForWriting(at("older"), { now })).close();
    expect(await recordExists(at("older"))).toBe(true);
    await administer("update older.setting set value = 'older' where name = 'derived-layout'");
    expect(await reasonOf(openStoreForReading(at("older")))).toMatch(
      /another version\. `sitrep rebuild` makes it again\.$/,
    );
    const store = await openStoreForWriting(at("older"), { now, anyDerived: true });
    await store.emptyDerived([["note", "kept"]]);
    await store.close();
    const again = await openStoreForReading(at("older"));
    expect(await again.tables.selectFrom("setting").selectAll().orderBy("name").execute()).toEqual([
      { name: "derived-layout", value: derivedLayout },
      { name: "note", value: "kept" },
    ]);
    await again.close();
    await administer("insert into older.migration values (1000, 'of-tomorrow', '2040-01-01')");
    expect(await reasonOf(openStoreForReading(at("older")))).toMatch(/newer version of sitrep.*of-tomorrow/);
  });

  test("somebody who may only read", async () => {
    await addOne(at("readable"), "one");
    await administer(
      "create role reader login",
      "grant usage on schema readable to reader",
      "grant select on all tables in schema readable to reader",
    );
    const store = await openStoreForReading(at("readable", "reader"));
    expect(await store.tables.selectFrom("version").select("id").execute()).toEqual([{ id: "one" }]);
    await store.close();
    expect(await reasonOf(openStoreForWriting(at("readable", "reader"), { now }))).toMatch(
      /cannot be written, only read/,
    );
    expect(await reasonOf(openStoreForWriting(at("mine", "reader"), { now }))).toMatch(/cannot be written, only read/);
  });
});

test("one writes at a time, and may let others in between", async () => {
  const store = await openStoreForWriting(at("one"), { now });
  expect(await reasonOf(openStoreForWriting(at("one"), { now }))).toMatch(/^StoreError: Another sitrep is writing to/);
  await (await openStoreForWriting(at("two"), { now })).close();
  await store.release();
  const other = await openStoreForWriting(at("one"), { now });
  expect(await reasonOf(store.reclaim())).toMatch(/Another sitrep is writing/);
  await other.close();
  await store.reclaim();
  expect(await reasonOf(openStoreForWriting(at("one"), { now }))).toMatch(/Another sitrep is writing/);
  await store.close();
  await (await openStoreForWriting(at("one"), { now })).close();
});

test("a reader notices what another wrote, sees the record as it was, and can write nothing", async () => {
  await addOne(at("watched"), "first");
  const reader = await openStoreForReading(at("watched"));
  const before = await reader.state();
  expect(await reader.state()).toBe(before);
  await addOne(at("watched"), "second");
  expect(await reader.state()).not.toBe(before);
  const then = await openStoreForReading(at("watched"), { upTo: 1 });
  expect(await then.tables.selectFrom("version").select(["key", "id"]).execute()).toEqual([{ key: 1, id: "first" }]);
  expect(await then.tables.selectFrom("article").select("id").execute()).toEqual([{ id: "first" }]);
  await then.close();
  expect(await reasonOf(reader.tables.deleteFrom("unlinked").execute())).toMatch(/only read/);
  await reader.close();
});

test("the database itself refuses to change or delete a row of the ground, whoever asks", async () => {
  await addOne(at("ground"), "one");
  for (const table of ["article", "version", "fetched", "correction"] as const) {
    await administer(`insert into ground.fetched (requested, final, at, status, headers, sha256, bytes)
      select 'a', 'a', 'x', 200, '{}', 'x', '' where not exists (select 1 from ground.fetched)`);
    if (table === "correction")
      await administer(
        "insert into ground.correction (at, by, kind, subject, detail) values ('x', 'x', 'x', 'x', '{}')",
      );
    expect(await reasonOf(administer(`update ground.${table} set key = key + 100`))).toMatch("are never changed");
    expect(await reasonOf(administer(`delete from ground.${table}`))).toMatch("are never changed");
  }
});

test("a connection that the server ended is made anew; the writer's lock is taken again", async () => {
  const store = await openStoreForWriting(at("lost"), { now });
  const end =
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'sitrep' and pid <> pg_backend_pid()";
  await administer(end);
  const asked = () => reasonOf(store.tables.selectFrom("version").select("key").execute());
  // A connection is ended a moment after the server has agreed to it; whoever asks in between hears of it, and the next one not.
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await asked()).toMatch(/^none$|was lost/);
  expect(await store.tables.selectFrom("version").select("key").execute()).toEqual([]);
  expect(await reasonOf(openStoreForWriting(at("lost"), { now }))).toMatch(/Another sitrep is writing/);
  await store.close();
});

test("a transaction whose connection was lost keeps nothing", async () => {
  const store = await openStoreForWriting(at("cut"), { now });
  const arrival = { article: simpleArticle("Half.", { id: "half" }), input: "half", fetched: null };
  const cut = store.tables.transaction().execute(async (tables) => {
    await addVersion(tables, arrival, now);
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tables);
    await administer(`select pg_terminate_backend(${rows[0]?.pid})`);
    await tables.selectFrom("version").select("key").execute();
  });
  expect(await reasonOf(cut)).toMatch(/was lost/);
  expect(await store.tables.selectFrom("version").select("key").execute()).toEqual([]);
  await store.close();
});

test("a line or an article without its words is told, and a very long text has them", async () => {
  const store = await openStoreForWriting(at("words"), { now });
  const long = simpleArticle("ärgerlich zwölf Übungen am Fluss. ".repeat(60_000), { id: "long" });
  await addArticles(store, [
    {
      arrival: { article: long, input: "long", fetched: null },
      analysis: { kind: "failed", reason: "It is too long." },
    },
  ]);
  const faults: string[] = [];
  await store.check((one) => faults.push(one));
  expect(faults).toEqual([]);
  await administer("insert into words.line_words values (99, 'x')", "delete from words.article_words");
  await store.check((one) => faults.push(one));
  expect(faults).toEqual([
    expect.stringMatching(/^1 of the lines cannot be found/),
    expect.stringMatching(/^1 of the articles cannot be found/),
  ]);
  await store.close();
});

test("tokens are in a table, and are made and revoked while another writes", async () => {
  expect(await reasonOf(readTokens(at("tokens")))).toMatch(/There is no record/);
  const store = await openStoreForWriting(at("tokens"), { now });
  const { token, secret } = await createToken(at("tokens"), { name: "ben", may: "correct" }, now());
  expect(secret).toMatch(/^sitrep_/);
  const tokens = await openTokens(at("tokens"));
  expect(await tokens.read()).toEqual([token]);
  expect(await revokeTokens(at("tokens"), "ben")).toEqual([token]);
  expect(await tokens.read()).toEqual([]);
  await tokens.close();
  await store.close();
});

test("articles are numbered without gaps, whatever was undone between", async () => {
  await addOne(at("numbers"), "a");
  const store = await openStoreForWriting(at("numbers"), { now });
  const undone = store.tables.transaction().execute(async (tables) => {
    await addVersion(tables, { article: simpleArticle("Told by b.", { id: "b" }), input: "b", fetched: null }, now);
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  const articles = ["c", "d"].map((id) => ({ id, address: null }));
  await store.tables.insertInto("article").values(articles).execute();
  expect(await store.tables.selectFrom("article").select(["key", "id"]).orderBy("key").execute()).toEqual([
    { key: 1, id: "a" },
    { key: 2, id: "c" },
    { key: 3, id: "d" },
  ]);
  await store.close();
});
