import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { allOf } from "../../test/all-of.js";
import { simpleArticle, simpleRecord } from "../../test/simple-record.js";
import { temporaryFolder } from "../../test/temporary-folder.js";
import type { Article } from "../doc/article.js";
import { addArticles } from "./add-articles.js";
import { derivedLayout } from "./derived-tables.js";
import { sqlite } from "./engine/sqlite/sqlite-engine.js";
import { openSqliteFile } from "./engine/sqlite/sqlite-file.js";
import { type Fetched, findVersion } from "./ground.js";
import { migrate } from "./migrate.js";
import { storableArticle } from "./storable-article.js";
import { openStoreForReading, openStoreForWriting, type WritableStore } from "./store.js";
import { storedRecords } from "./stored-records.js";
import { verifyStore } from "./verify.js";

const path = temporaryFolder();
const now = () => new Date("2031-03-07T12:00:00Z");

async function add(store: WritableStore, article: Article, fetched: Fetched | null = null) {
  const arrival = { article, input: "a.txt", fetched };
  const added = await addArticles(store, [{ arrival, analysis: { kind: "record", record: simpleRecord(article) } }]);
  return added.get(arrival);
}

async function faultsIn(store: WritableStore): Promise<readonly string[]> {
  const faults: string[] = [];
  await verifyStore(store, { fault: (sentence) => faults.push(sentence), step: () => undefined });
  return faults;
}

test("an article comes back as it went in, with the bytes that it was read from", async () => {
  const store = await openStoreForWriting(path("back.db"), { now });
  const article = simpleArticle("Ada Lenz said the quay was shut.", {
    url: "https://mail.example/quay",
    title: "Quay shut",
    outlet: "Orsen Mail",
    authors: ["Bo Marsh", "Ida Vell"],
    published: "2031-03-04",
    messages: [{ code: "encoding-guessed", severity: "info", span: null, reason: "It was a guess." }],
  });
  const bytes = Buffer.from("<p>Ada Lenz said the quay was shut.</p>");
  const fetched = {
    requested: "https://mail.example/q",
    final: "https://mail.example/quay",
    at: "2031-03-04T08:00:00Z",
  };
  await add(store, article, { ...fetched, status: 200, headers: { "content-type": "text/html" }, bytes });
  const [stored] = await allOf(storedRecords(store));
  expect(stored).toEqual({
    key: 1,
    article: article.id,
    number: 1,
    newest: true,
    added: "2031-03-07T12:00:00.000Z",
    day: "2031-03-04",
    record: simpleRecord(article),
    whole: simpleRecord(article),
    marks: [],
  });
  const [kept] = await store.tables.selectFrom("fetched").selectAll().execute();
  expect(kept).toMatchObject({ ...fetched, status: 200, headers: '{"content-type":"text/html"}' });
  expect(Buffer.from(kept?.bytes ?? [])).toEqual(bytes);
  expect(await faultsIn(store)).toEqual([]);
  await store.close();
});

test("the same text under the same address or id is known; another text is a new version; both are kept", async () => {
  const store = await openStoreForWriting(path("versions.db"), { now });
  const url = "https://mail.example/quay";
  const first = simpleArticle("Ada Lenz said no.", { url });
  const second = simpleArticle("Ada Lenz said maybe.", { url: `${url}#comments` });
  expect(await add(store, first)).toEqual({ kind: "added", version: { key: 1, id: first.id, number: 1 } });
  expect(await add(store, first)).toMatchObject({ kind: "known", version: { key: 1 } });
  expect(await add(store, second)).toEqual({ kind: "added", version: { key: 2, id: `${first.id}@2`, number: 2 } });
  // A folder that holds both is added again: neither is new.
  expect(await add(store, first)).toMatchObject({ kind: "known", version: { number: 1 } });
  expect(await add(store, second)).toMatchObject({ kind: "known", version: { number: 2 } });
  const given = simpleArticle("Ada Lenz said yes.", { id: "a7" });
  expect(await add(store, given)).toMatchObject({ kind: "added", version: { id: "a7", number: 1 } });
  expect(await add(store, { ...given, ...textOf("Ada Lenz said yes again.") })).toMatchObject({
    version: { id: "a7@2" },
  });
  expect(await findVersion(store.tables, given)).toMatchObject({ id: "a7" });
  const stored = await allOf(storedRecords(store));
  expect(stored.map(({ newest, number, record }) => [record.article.id, number, newest])).toEqual([
    [first.id, 1, false],
    [`${first.id}@2`, 2, true],
    ["a7", 1, false],
    ["a7@2", 2, true],
  ]);
  await store.close();
});

test("two addresses with one text are two articles, and their ids differ", async () => {
  const store = await openStoreForWriting(path("copies.db"), { now });
  const here = simpleArticle("Ada Lenz said no.", { url: "https://one.example/a" });
  const there = { ...here, url: "https://two.example/a" };
  await add(store, here);
  const copy = await add(store, there);
  expect(copy).toMatchObject({
    kind: "added",
    version: { number: 1, id: expect.stringMatching(/^art_[0-9a-f]{16}$/) },
  });
  expect(copy?.version.id).not.toBe(here.id);
  // An id that looks like another article's second version takes nothing away from it.
  await add(store, simpleArticle("Bo Marsh said one.", { id: "x@2" }));
  await add(store, simpleArticle("Bo Marsh said two.", { id: "x" }));
  expect((await add(store, simpleArticle("Bo Marsh said three.", { id: "x" })))?.version).toMatchObject({ number: 2 });
  const ids = (await allOf(storedRecords(store))).map(({ record }) => record.article.id);
  expect(new Set(ids).size).toBe(5);
  await store.close();
});

function textOf(text: string) {
  const { sha256 } = simpleArticle(text);
  return { text, sha256 };
}

test("characters that a database cannot keep are replaced one for one, and the article says so", async () => {
  const odd = simpleArticle("Ada Lenz said \ud800 was \u0000 there.", {
    id: "odd\u0000",
    title: "\udc00",
    outlet: null,
  });
  const article = storableArticle(odd);
  expect(article.text).toBe("Ada Lenz said \ufffd was \ufffd there.");
  expect([article.id, article.title]).toEqual(["odd\ufffd", "\ufffd"]);
  expect(article.messages.map(({ code }) => code)).toEqual(["bytes-replaced"]);
  expect(storableArticle(article)).toEqual(article);
  const store = await openStoreForWriting(path("odd.db"), { now });
  await add(store, article);
  expect((await allOf(storedRecords(store)))[0]?.record).toEqual(simpleRecord(article));
  expect(await faultsIn(store)).toEqual([]);
  await store.close();
});

test("a batch is added whole or not at all", async () => {
  const store = await openStoreForWriting(path("batch.db"), { now });
  const fine = simpleArticle("Ada Lenz said no.");
  const broken = { ...simpleArticle("Ada Lenz said yes."), published: new Date(0) as unknown as string };
  const batch = [fine, broken].map((article) => ({
    arrival: { article, input: "a.txt", fetched: null },
    analysis: { kind: "record", record: simpleRecord(article) } as const,
  }));
  await expect(addArticles(store, batch)).rejects.toThrow("Found a Date");
  expect(await allOf(storedRecords(store))).toEqual([]);
  await add(store, fine);
  expect(await allOf(storedRecords(store))).toHaveLength(1);
  await store.close();
});

test.each([
  "article",
  "version",
  "fetched",
  "correction",
])("a row of %s cannot be changed or deleted", async (table) => {
  const store = await openStoreForWriting(path("ground.db"), { now });
  await add(store, simpleArticle(`Ada Lenz said ${table}.`, { url: `https://mail.example/${table}` }), {
    requested: "https://mail.example/",
    final: "https://mail.example/",
    at: "2031-03-04T08:00:00Z",
    status: 200,
    headers: {},
    bytes: Uint8Array.of(1),
  });
  await store.tables
    .insertInto("correction")
    .values({ at: "2031-03-07", by: "me", kind: "hide", subject: "x", detail: "{}", undoes: null })
    .execute();
  await store.close();
  const file = openSqliteFile(path("ground.db"), { patience: 0 });
  expect(() => file.exec(`update ${table} set key = key + 100`)).toThrow("are never changed");
  expect(() => file.exec(`delete from ${table}`)).toThrow("are never changed");
  file.close();
});

test("one writes, others read meanwhile; a second writer is told so and can come when the first has gone", async () => {
  const writer = await openStoreForWriting(path("one.db"), { now });
  await add(writer, simpleArticle("Ada Lenz said no."));
  await expect(openStoreForWriting(path("one.db"), { now })).rejects.toThrow(/Another sitrep is writing to .*one\.db/);
  const readers = [await openStoreForReading(path("one.db")), await openStoreForReading(path("one.db"))];
  await add(writer, simpleArticle("Ada Lenz said yes."));
  for (const reader of readers) {
    expect(await allOf(storedRecords(reader))).toHaveLength(2);
    await expect(reader.tables.deleteFrom("line").execute()).rejects.toThrow(/cannot be written, only read/);
    await reader.close();
  }
  await writer.close();
  await (await openStoreForWriting(path("one.db"), { now })).close();
});

test("a path without a database, a file that is none, and another program's are each refused by name", async () => {
  await expect(openStoreForReading(path("none.db"))).rejects.toThrow(/There is no database at .*none\.db/);
  await expect(openStoreForWriting(path("none.db"), { now, existing: true })).rejects.toThrow(/There is no database/);
  await expect(openStoreForWriting(path("no/such/folder.db"), { now })).rejects.toThrow(/Is its folder there/);
  writeFileSync(path("text.db"), "Ada Lenz said no. ".repeat(1_000));
  await expect(openStoreForWriting(path("text.db"), { now })).rejects.toThrow(/text\.db cannot be used as a database/);
  const other = openSqliteFile(path("other.db"), { patience: 0 });
  other.exec("create table bookmark (address text)");
  other.close();
  await expect(openStoreForWriting(path("other.db"), { now })).rejects.toThrow(/of another program/);
  expect(readFileSync(path("text.db"), "utf8")).toMatch(/^Ada Lenz said no\./);
});

test("a feed's summary is an article where there is none, and no new version where the article itself is", async () => {
  const store = await openStoreForWriting(path("summary.db"), { now });
  const url = "https://mail.example/quay";
  const summary = (text: string) =>
    simpleArticle(text, {
      url,
      messages: [{ code: "feed-summary", severity: "info", span: null, reason: "So it is." }],
    });
  expect(await add(store, summary("The quay is shut."))).toMatchObject({ kind: "added", version: { number: 1 } });
  expect(await add(store, summary("The quay is still shut."))).toMatchObject({ kind: "added", version: { number: 2 } });
  const whole = simpleArticle("The quay is shut. Ada Lenz said so.", { url });
  expect(await add(store, whole)).toMatchObject({ kind: "added", version: { number: 3 } });
  expect(await add(store, summary("The quay is open."))).toMatchObject({ kind: "known", version: { number: 3 } });
  expect(await add(store, simpleArticle("The quay is open.", { url }))).toMatchObject({
    kind: "added",
    version: { number: 4 },
  });
  expect(await faultsIn(store)).toEqual([]);
  await store.close();
});

test("a migration and the note that it ran come together or not at all", async () => {
  const engine = await sqlite.openForWriting(path("migrations.db"), { existing: false });
  const first = { name: "first", sql: "create table one (x integer)" };
  const broken = { name: "second", sql: "create table two (x integer); create table one (x integer)" };
  await expect(migrate(engine, now, [first, broken])).rejects.toThrow(/already exists/);
  const tables = async () => (await engine.tables.introspection.getTables()).map(({ name }) => name);
  expect(await tables()).toEqual(["migration", "one"]);
  await migrate(engine, now, [first, { name: "second", sql: "create table two (x integer)" }]);
  await migrate(engine, now, [first, { name: "second", sql: "create table two (x integer)" }]);
  expect(await tables()).toEqual(["migration", "one", "two"]);
  expect(await engine.tables.selectFrom("migration").selectAll().execute()).toEqual([
    { number: 1, name: "first", applied: "2031-03-07T12:00:00.000Z" },
    { number: 2, name: "second", applied: "2031-03-07T12:00:00.000Z" },
  ]);
  await expect(migrate(engine, now, [first])).rejects.toThrow(/made by a newer version of sitrep/);
  await engine.close();
});

test("a derived part in another layout asks for a rebuild, of readers and of writers", async () => {
  await (await openStoreForWriting(path("layout.db"), { now })).close();
  const file = openSqliteFile(path("layout.db"), { patience: 0 });
  file.exec("update setting set value = 'older' where name = 'derived-layout'");
  file.close();
  await expect(openStoreForReading(path("layout.db"))).rejects.toThrow(/sitrep rebuild/);
  await expect(openStoreForWriting(path("layout.db"), { now })).rejects.toThrow(/sitrep rebuild/);
  const store = await openStoreForWriting(path("layout.db"), { now, anyDerived: true });
  await store.emptyDerived([]);
  await store.close();
  const again = await openStoreForReading(path("layout.db"));
  const setting = await again.tables.selectFrom("setting").selectAll().execute();
  expect(setting).toEqual([{ name: "derived-layout", value: derivedLayout }]);
  await again.close();
});
