import { afterAll, beforeAll, expect, test } from "vitest";
import { simpleArticle, simpleRecord } from "../../../test/simple-record.js";
import { temporaryRecords } from "../../../test/temporary-records.js";
import type { Article } from "../../doc/article.js";
import { addArticles } from "../add-articles.js";
import { lineId } from "../line-id.js";
import { openStoreForWriting, type WritableStore } from "../store.js";
import { type FoundLines, findLines } from "./find-lines.js";
import { lineById } from "./line-by-id.js";
import { search, searchFacets } from "./search.js";
import { findSources } from "./sources.js";

const path = temporaryRecords();
const articles: readonly Article[] = [
  simpleArticle("Ada Lenz said the quay was evacuated. Bo Marsh said the visa office would close.", {
    id: "one",
    url: "https://mail.example/1",
    outlet: "Orsen Mail",
    published: "2031-03-03",
  }),
  simpleArticle("Norland shelled Orsen. Ada Lenz said Norland wanted peace. The Vell embassy closed.", {
    id: "two",
    outlet: "Vell Courier",
    published: "2031-03-05T10:00:00Z",
  }),
  simpleArticle("Zoë Quist said the quay was safe.", { id: "three", outlet: "Orsen Mail" }),
  simpleArticle("Ada Lenz said the quay was never evacuated.", {
    id: "one",
    url: "https://mail.example/1",
    outlet: "Orsen Mail",
    published: "2031-03-04",
  }),
];

let store: WritableStore;
beforeAll(async () => {
  store = await openStoreForWriting(path("questions.db"), { now: () => new Date("2031-03-07T12:00:00Z") });
  for (const article of articles) {
    const arrival = { article, input: "a.txt", fetched: null };
    await addArticles(store, [{ arrival, analysis: { kind: "record", record: simpleRecord(article) } }]);
  }
});
afterAll(() => store.close());

const ids = ({ lines }: FoundLines): readonly string[] =>
  lines.map(({ stored, id }) => lineId(stored.record.article.id, id));

test("without conditions every line of the newest versions comes, newest article first, unknown dates last", async () => {
  const found = await findLines(store, ["statement"], { limit: 50 });
  expect(ids(found)).toEqual(["two/st_1", "one@2/st_1", "three/st_1"]);
  expect(found.more).toBe(false);
});

test("by asks who says it, about what is said, and both have to hold", async () => {
  expect(ids(await findLines(store, ["statement"], { by: "lenz", limit: 50 }))).toEqual(["two/st_1", "one@2/st_1"]);
  expect(ids(await findLines(store, ["statement"], { by: "lenz", about: "quay", limit: 50 }))).toEqual(["one@2/st_1"]);
  expect(ids(await findLines(store, ["statement"], { about: "lenz", limit: 50 }))).toEqual([]);
  // Other endings, and letters without their marks.
  expect(ids(await findLines(store, ["statement"], { about: "evacuation", limit: 50 }))).toEqual(["one@2/st_1"]);
  expect(ids(await findLines(store, ["statement"], { by: "Zoe", limit: 50 }))).toEqual(["three/st_1"]);
  expect(ids(await findLines(store, ["statement"], { by: "?!", limit: 50 }))).toEqual([]);
});

test("a range of dates takes its first day, leaves its last, and has no place for an unknown date", async () => {
  expect(ids(await findLines(store, ["statement"], { since: "2031-03-04", limit: 50 }))).toEqual([
    "two/st_1",
    "one@2/st_1",
  ]);
  expect(ids(await findLines(store, ["statement"], { until: "2031-03-05", limit: 50 }))).toEqual(["one@2/st_1"]);
  expect(ids(await findLines(store, ["statement"], { since: "2031-03-05", until: "2031-03-06", limit: 50 }))).toEqual([
    "two/st_1",
  ]);
});

test("a limit says that there is more", async () => {
  const found = await findLines(store, ["statement"], { limit: 2 });
  expect([ids(found), found.more]).toEqual([["two/st_1", "one@2/st_1"], true]);
});

test("an answer that the last matches do not fill is made of all of them", async () => {
  const few = { by: "lenz", limit: 50 };
  expect(ids(await findLines(store, ["statement"], few, 1))).toEqual(ids(await findLines(store, ["statement"], few)));
  expect(ids(await findLines(store, ["statement"], few, 1))).toHaveLength(2);
  // Of three matches the last two fill an answer of one: the older version of "one" is not among them.
  expect(ids(await findLines(store, ["statement"], { by: "lenz", limit: 1 }, 2))).toEqual(["two/st_1"]);
});

test("actions are asked by actor, postures by institution", async () => {
  expect(ids(await findLines(store, ["action"], { by: "norland", about: "orsen", limit: 50 }))).toEqual(["two/ac_1"]);
  expect(ids(await findLines(store, ["action"], { by: "orsen", limit: 50 }))).toEqual([]);
  expect(ids(await findLines(store, ["posture"], { about: "vell embassies closed", limit: 50 }))).toEqual(["two/po_1"]);
});

test("a search finds articles by title and text, and lines of every kind", async () => {
  const found = await search(store, { words: "norland", limit: 50 });
  expect(found.articles.found.map(({ id }) => id)).toEqual(["two"]);
  expect(found.articles.found[0]?.excerpt).toContain("Norland shelled Orsen");
  expect(ids({ lines: found.lines.lines, more: false })).toEqual(["two/st_1", "two/ac_1"]);
  const quay = await search(store, { words: "quay", limit: 1 });
  expect([quay.articles.found.map(({ id }) => id), quay.articles.more]).toEqual([["one@2"], true]);
  expect((await search(store, { words: '"quay was never"', limit: 9 })).articles.found).toHaveLength(1);
  expect((await search(store, { words: "visa", limit: 9 })).articles.found).toEqual([]);
});

test("what lines can be picked by is counted, and what is picked of one facet leaves its own counts", async () => {
  const all = await searchFacets(store, { words: "quay", limit: 9 });
  expect([all.results, all.whole]).toEqual([2, true]);
  expect(all.facets.outlet).toEqual([{ value: "Orsen Mail", name: "Orsen Mail", results: 2 }]);
  expect(all.facets.kind).toEqual([{ value: "statement", name: "statement", results: 2 }]);
  const norland = await searchFacets(store, { words: "norland", picked: { kind: ["action"] }, limit: 9 });
  expect(norland.results).toBe(1);
  expect(norland.facets.kind.map(({ value, results }) => [value, results])).toEqual([
    ["action", 1],
    ["statement", 1],
  ]);
  expect(norland.facets.status).toEqual([{ value: "happened", name: "happened", results: 1 }]);
  const picked = await search(store, { words: "norland", picked: { kind: ["action"], day: ["2031-03-05"] }, limit: 9 });
  expect(ids({ lines: picked.lines.lines, more: false })).toEqual(["two/ac_1"]);
  const elsewhere = await search(store, { words: "norland", picked: { outlet: ["Orsen Mail"] }, limit: 9 });
  expect([elsewhere.lines.lines, elsewhere.articles.found]).toEqual([[], []]);
  expect((await searchFacets(store, { words: "?!", limit: 9 })).results).toBe(0);
});

test("what many articles say in the same words is found once, in the newest, with how many say it", async () => {
  const many = await openStoreForWriting(path("many.db"), { now: () => new Date("2031-03-07T12:00:00Z") });
  for (const [at, marks] of ["'", "’", "", "'"].entries()) {
    const article = simpleArticle(
      `Ada Lenz said the harbour${marks}s gates stay shut until ${at === 3 ? "Monday" : "Friday"}.`,
      {
        id: `copy${at}`,
        outlet: `Mail ${at}`,
        published: `2031-03-0${at + 1}`,
      },
    );
    const arrival = { article, input: "a.txt", fetched: null };
    await addArticles(many, [{ arrival, analysis: { kind: "record", record: simpleRecord(article) } }]);
  }
  const { lines } = await search(many, { words: "gates", limit: 9 });
  expect(lines.lines.map(({ stored, articles }) => [stored.record.article.id, articles])).toEqual([
    ["copy3", 1],
    ["copy2", 1],
    ["copy1", 2],
  ]);
  const first = await search(many, { words: "gates", limit: 1 });
  const rest = await search(many, { words: "gates", limit: 2, offset: 1 });
  expect([first.lines.more, rest.lines.more, rest.lines.lines.length]).toEqual([true, false, 2]);
  await many.close();
});

test("what will do as well as a word, or as all of them, is found too", async () => {
  const others = { of: new Map([["lens", ["Lenz"]]]), ofAll: ["Zoë Quist"] };
  const found = await search(store, { words: "lens said", others: { ...others, ofAll: [] }, limit: 9 });
  expect(found.articles.found.map(({ id }) => id)).toEqual(["two", "one@2"]);
  expect((await search(store, { words: "lens said", limit: 9 })).articles.found).toEqual([]);
  expect((await search(store, { words: "nobody", others, limit: 9 })).articles.found.map(({ id }) => id)).toEqual([
    "three",
  ]);
  // What stands in marks stands as it is.
  expect((await search(store, { words: '"lens"', others: { ...others, ofAll: [] }, limit: 9 })).articles.found).toEqual(
    [],
  );
});

const ungraded = { grade: "F", graded: null } as const;

test("sources counts articles and later versions apart", async () => {
  expect(await findSources(store)).toEqual([
    {
      outlet: "Orsen Mail",
      articles: 2,
      edits: 1,
      first: "2031-03-03",
      last: "2031-03-04",
      added: "2031-03-07T12:00:00.000Z",
      ...ungraded,
    },
    {
      outlet: "Vell Courier",
      articles: 1,
      edits: 0,
      first: "2031-03-05",
      last: "2031-03-05",
      added: "2031-03-07T12:00:00.000Z",
      ...ungraded,
    },
  ]);
});

test("an id opens its line, in older versions too; another opens nothing", async () => {
  const line = await lineById(store, "one/st_2");
  expect(line).toMatchObject({ id: "st_2", kind: "statement", stored: { newest: false, number: 1 } });
  expect(line?.stored.record.statements[1]?.content.text).toBe("the visa office would close");
  for (const id of ["one/st_9", "one/en_1", "nobody/st_1", "st_1"]) expect(await lineById(store, id)).toBeNull();
});
