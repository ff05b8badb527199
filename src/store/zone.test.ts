import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { allOf } from "../../test/all-of.js";
import { shippedLexicons } from "../../test/link/shipped-tables.js";
import { type Telling, toldArticle } from "../../test/link/told-article.js";
import { addToRecord, servedArticles } from "../../test/served-record.js";
import { temporaryRecords } from "../../test/temporary-records.js";
import type { LinkInput } from "../link/link-input.js";
import { reject } from "./corrections/correct-store.js";
import { linkTables } from "./links/link-rows.js";
import { linkUnlinked } from "./links/link-unlinked.js";
import { drawnPeriod } from "./queries/drawn-period.js";
import { findArticles } from "./queries/find-articles.js";
import { findLines } from "./queries/find-lines.js";
import { lastDay } from "./queries/period.js";
import { recordSize } from "./queries/record-size.js";
import { search } from "./queries/search.js";
import { openStoreForReading, openStoreForWriting, type Store } from "./store.js";
import { storedRecords } from "./stored-records.js";
import { verifyStore } from "./verify.js";
import { changeZone, databaseZone } from "./zone.js";

vi.setConfig({ testTimeout: 240_000 });

const path = temporaryRecords();
const now = () => new Date("2031-03-20T12:00:00Z");
const open: Store[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

async function reading(name: string): Promise<Store> {
  const store = await openStoreForReading(path(name));
  open.push(store);
  return store;
}

const says = (id: string, published: string, telling: Partial<Telling> = {}): LinkInput =>
  toldArticle(id, {
    text: `Irena Sulk said the quay was shut, ${id} wrote.`,
    ...{ outlet: id, published, who: [{ name: "Irena Sulk", kind: "person" }] },
    said: [{ speaker: "Irena Sulk", content: "the quay was shut" }],
    ...telling,
  });

/** Each as two places write it; in the order of a list, the newest first. */
const written: readonly (readonly [id: string, ...published: readonly string[]])[] = [
  ["dawn", "2031-03-05T06:00:00Z", "2031-03-05T11:45:00+05:45"],
  ["night", "2031-03-05T00:30:00Z", "2031-03-04T19:30:00-05:00"],
  ["bare", "2031-03-05", "2031-03-05"],
  ["late", "2031-03-04T23:30:00Z", "2031-03-05T08:30:00+09:00"],
  ["noon-a", "2031-03-04T12:00:00Z", "2031-03-04T13:00:00+01:00"],
  ["noon-b", "2031-03-04T12:00:00Z", "2031-03-04T02:00:00-10:00"],
];
const newestFirst = written.map(([id]) => id);

async function added(name: string, articles: readonly LinkInput[], zone = "UTC"): Promise<Store> {
  await (await openStoreForWriting(path(name), { now, zone })).close();
  await addToRecord(path(name), articles, now().toISOString());
  return await reading(name);
}

async function listsOf(store: Store, since?: string, until?: string) {
  const question = { since, until, limit: 20 };
  const { lines } = await findLines(store, ["statement"], question);
  const found = await search(store, { words: "quay", ...question });
  return {
    lines: lines.map(({ stored }) => stored.record.article.id),
    articles: (await findArticles(store, question)).map(({ id }) => id),
    searched: found.articles.found.map(({ id }) => id),
    foundLines: found.lines.lines.map(({ stored }) => stored.record.article.id),
    exported: (await allOf(storedRecords(store, { since, until }))).map(({ record }) => record.article.id).sort(),
  };
}

test("days and order do not depend on how an instant was written, nor on what came first", async () => {
  let run = 0;
  const any = fc.tuple(
    fc.shuffledSubarray([...written], { minLength: written.length }),
    fc.array(fc.integer({ min: 0, max: 1 }), { minLength: written.length, maxLength: written.length }),
  );
  await fc.assert(
    fc.asyncProperty(any, async ([order, ways]) => {
      const articles = order.map(([id, ...published], at) => says(id, published[ways[at] ?? 0] ?? ""));
      const store = await added(`any-${run++}.db`, articles);
      const all = await listsOf(store);
      expect([all.lines, all.articles, all.searched, all.foundLines]).toEqual(Array(4).fill(newestFirst));
      const day = await listsOf(store, "2031-03-04", "2031-03-05");
      expect([day.lines, day.articles, day.searched, day.foundLines]).toEqual(
        Array(4).fill(["late", "noon-a", "noon-b"]),
      );
      expect(day.exported).toEqual(["late", "noon-a", "noon-b"]);
    }),
    { numRuns: 6 },
  );
});

test("the days of a database are those of its zone", async () => {
  const articles = written.map(([id, published = ""]) => says(id, published));
  const store = await added("kathmandu.db", articles, "Asia/Kathmandu");
  // 23:30 in UTC is 05:15 of the next day, and the bare date stays behind the instants of its own.
  expect((await listsOf(store, "2031-03-05")).lines).toEqual(["dawn", "night", "late", "bare"]);
  expect(await lastDay(store)).toBe("2031-03-05");
});

test("a zone is settled before the first article, and kept from being another by chance", async () => {
  await added("settled.db", [says("one", "2031-03-04")], "Asia/Tokyo");
  expect(await databaseZone(await reading("settled.db"))).toBe("Asia/Tokyo");
  await expect(openStoreForWriting(path("settled.db"), { now, zone: "UTC" })).rejects.toThrow(
    /days of .*settled.* are those of Asia\/Tokyo\. `sitrep zone UTC` makes them those of UTC/,
  );
  await (await openStoreForWriting(path("settled.db"), { now, zone: "Asia/Tokyo" })).close();
});

/** All rows that have to do with days, with ids in place of nothing: both databases took the articles in one order. */
async function rowsOf(store: Store): Promise<unknown> {
  const rows: Record<string, readonly unknown[]> = {};
  for (const table of [...linkTables, "dated", "line", "action_day", "history_day", "unlinked"] as const) {
    rows[table] = (await store.tables.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row)).sort();
  }
  return rows;
}

test("a database that is given another zone is as if it had had it from the first", async () => {
  const moments = ["T22:00:00Z", "T01:00:00+05:00", "", "T09:00:00Z", "T15:30:00-05:00"];
  const articles = servedArticles.map((input, at) => {
    const published = `${input.record.article.published ?? ""}${moments[at] ?? ""}`;
    return { ...input, record: { ...input.record, article: { ...input.record.article, published } } };
  });
  const expected = await added("first.db", articles, "Asia/Tokyo");
  await added("changed.db", articles);
  const store = await openStoreForWriting(path("changed.db"), { now });
  expect(await changeZone(store, "Asia/Tokyo")).toBe(3);
  expect(await changeZone(store, "Asia/Tokyo")).toBeNull();
  await allOf(linkUnlinked(store, shippedLexicons));
  expect(await rowsOf(store)).toEqual(await rowsOf(expected));
  const faults: string[] = [];
  const found = await verifyStore(store, {
    fault: (one) => faults.push(one),
    step: () => undefined,
    lexicons: await shippedLexicons(),
  });
  expect(faults).toEqual([]);
  expect(found.zone).toBe("Asia/Tokyo");
  await store.tables.updateTable("dated").set({ day: "2031-05-01" }).where("version", "=", 1).execute();
  await verifyStore(store, { fault: (one) => faults.push(one), step: () => undefined });
  expect(faults.join()).toMatch(/not of the day 2031-05-05/);
  await store.close();
});

test("an article of a year that cannot be or of a day to come chooses no day", async () => {
  const articles = [
    says("sound", "2031-03-04"),
    says("poison", "9999-12-31"),
    says("first", "0001-01-01T00:00:00Z"),
    says("to-come", "2191-01-01"),
  ];
  const store = await added("poison.db", articles.slice(0, 1));
  await addToRecord(path("poison.db"), articles.slice(1), "2031-03-04T12:00:00Z");
  expect(await lastDay(store)).toBe("2031-03-04");
  expect((await recordSize(store)).lastDay).toBe("2031-03-04");
  expect(await drawnPeriod(store, { since: null, until: null }, null)).toMatchObject({
    since: "2031-03-04",
    until: "2031-03-05",
  });
  const writing = await openStoreForWriting(path("poison.db"), { now });
  await reject(writing, { id: "sound" }, { by: "Vell desk", why: null });
  await allOf(linkUnlinked(writing, shippedLexicons));
  // The two of years that cannot be are of the day on which they were added.
  await reject(writing, { id: "poison" }, { by: "Vell desk", why: null });
  await reject(writing, { id: "first" }, { by: "Vell desk", why: null });
  await allOf(linkUnlinked(writing, shippedLexicons));
  expect(await recordSize(writing)).toMatchObject({ firstDay: "2191-01-01", lastDay: "2191-01-01" });
  await writing.close();
});
