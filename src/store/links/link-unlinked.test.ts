import fc from "fast-check";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { allOf } from "../../../test/all-of.js";
import { linkRecords } from "../../../test/link/link-records.js";
import { shippedLexicons } from "../../../test/link/shipped-tables.js";
import { type Telling, toldArticle } from "../../../test/link/told-article.js";
import { wireStories } from "../../../test/link/wire-stories.js";
import { temporaryRecords } from "../../../test/temporary-records.js";
import type { LinkInput } from "../../link/link-input.js";
import { sha256 } from "../../text/hash.js";
import { addArticles } from "../add-articles.js";
import { mergeGroups, reject } from "../corrections/correct-store.js";
import { disputeById, findDisputes } from "../queries/disputes.js";
import { entitiesNamed, entityById } from "../queries/entities.js";
import { eventById, findEvents, findHistories, historyById } from "../queries/events.js";
import { originOfLine } from "../queries/origins.js";
import { findStories, storyById } from "../queries/stories.js";
import { openStoreForWriting, type WritableStore } from "../store.js";
import { verifyStore } from "../verify.js";
import { linkTables } from "./link-rows.js";
import { comparableLinks, linkUnlinked, storedLinks } from "./link-unlinked.js";
import { countUnlinked, countUnsettled } from "./unlinked.js";

const path = temporaryRecords();

const embassy = { name: "Norland embassy", kind: "facility", country: "NO" } as const;
const envoy = (id: string, published: string, value: string, status: "happened" | "denied" = "happened") =>
  toldArticle(id, {
    text: `Families have left the Norland embassy in Oslovar, ${id} wrote.`,
    outlet: id,
    published,
    who: [embassy],
    states: [{ subject: "Norland embassy", aspect: "staffing", value, status }],
  });

const claim = "the drones were launched from a Norland ship in the strait";
const denied = "that any drones had been launched from a Norland ship";
const [, , , , strike] = wireStories;
if (strike === undefined) throw new Error("a story is needed");
const said = (id: string, published: string, name: string, body: string, content: string, act: "accuse" | "deny") => {
  const telling: Telling = {
    text: `${body}\n\n${name} ${act === "deny" ? "denied" : "said"} ${content}.`,
    published,
    outlet: id,
    who: [{ name, kind: "person" }],
    said: [{ speaker: name, content, act }],
  };
  return toldArticle(id, telling);
};

/** Articles over three weeks and more, so that what comes late bears on days that do not look back on it. */
const articles: readonly LinkInput[] = [
  ...wireStories.slice(0, 3).flatMap(({ name, dateline, paragraphs, other, local }, at) => [
    toldArticle(`${name}-wire`, { text: `${dateline}${paragraphs.join("\n\n")}`, published: `2031-05-0${1 + at}` }),
    toldArticle(`${name}-copy`, {
      text: [...paragraphs.slice(0, 4), ...local].join("\n\n"),
      outlet: "Orsen Mail",
      published: `2031-05-0${2 + at}`,
    }),
    toldArticle(`${name}-other`, { text: other.join("\n\n"), outlet: "Belmar Gazette", published: "2031-05-05" }),
  ]),
  said("claim", "2031-05-09", "Irena Sulk", strike.paragraphs.join("\n\n"), claim, "accuse"),
  said("denial", "2031-05-10", "Owen Tarrant", strike.other.join("\n\n"), denied, "deny"),
  said("much-later", "2031-06-20", "Irena Sulk", "The harbour opened again.", "the quay is safe", "accuse"),
  envoy("early", "2031-05-04", "reduced"),
  envoy("second", "2031-05-06", "reduced", "denied"),
  envoy("third", "2031-05-30", "reduced"),
  envoy("undated", "2031-05-07", "evacuated"),
];

async function add(store: WritableStore, inputs: readonly LinkInput[]): Promise<void> {
  const batch = inputs.map(({ record }) => {
    const { text } = record.article;
    const article = { ...record.article, sha256: sha256(text), messages: [] };
    const analysis = { kind: "record", record: { ...record, article } } as const;
    return { arrival: { article, input: "test", fetched: null }, analysis };
  });
  await addArticles(store, batch);
}

async function openedStore(name: string): Promise<WritableStore> {
  return await openStoreForWriting(path(name), { now: () => new Date("2031-07-01T12:00:00Z") });
}

async function faultsIn(store: WritableStore, atOnce?: number): Promise<readonly string[]> {
  const faults: string[] = [];
  const lexicons = await shippedLexicons();
  await verifyStore(store, {
    ...{ fault: (one) => faults.push(one), step: () => undefined, lexicons },
    ...(atOnce === undefined ? {} : { atOnce }),
  });
  return faults;
}

/** All rows of links, with ids in place of keys, which follow from the order of arrival. */
async function linksOf({ tables }: WritableStore): Promise<unknown> {
  const versions = await tables.selectFrom("version").select(["key", "id"]).execute();
  const ids = new Map(versions.map(({ key, id }) => [key, id]));
  const named = new Set(["version", "first", "of", "central"]);
  const nameOf = (column: string, value: unknown): unknown => {
    if (named.has(column)) return ids.get(Number(value));
    if (column !== "line" || value === null) return value;
    return `${ids.get(Math.floor(Number(value) / 2 ** 20))}/${Number(value) % 2 ** 20}`;
  };
  const all: Record<string, readonly string[]> = {};
  for (const table of linkTables) {
    const rows = await tables.selectFrom(table).selectAll().execute();
    // Which keys a day's articles have is a matter of when they came.
    const keys: readonly string[] = table === "day_size" ? ["first", "last"] : [];
    all[table] = rows
      .map((row) => Object.entries(row).filter(([column]) => !keys.includes(column)))
      .map((columns) => JSON.stringify(columns.map(([column, value]) => [column, nameOf(column, value)])))
      .sort();
  }
  return all;
}

test("links follow from the articles, however they came and however often linking stopped in between", async () => {
  const whole = await openedStore("whole.db");
  await add(whole, articles);
  await allOf(linkUnlinked(whole, shippedLexicons));
  const expected = await linksOf(whole);
  await whole.close();
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...articles], { minLength: articles.length }),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: articles.length, maxLength: articles.length }),
      fc.array(fc.integer({ min: 0, max: 4 }), { minLength: articles.length, maxLength: articles.length }),
      async (order, sizes, stops) => {
        const store = await openedStore(`order-${run++}.db`);
        for (let at = 0, step = 0; at < order.length; at += sizes[step] ?? 1, step++) {
          await add(store, order.slice(at, at + (sizes[step] ?? 1)));
          let days = 0;
          for await (const _ of linkUnlinked(store, shippedLexicons)) if (++days > (stops[step] ?? 0)) break;
        }
        await allOf(linkUnlinked(store, shippedLexicons));
        expect(await linksOf(store)).toEqual(expected);
        await store.close();
      },
    ),
    { numRuns: 12 },
  );
}, 240_000);

/** The same articles on three days and one in June, so that days have several. */
const crowded: readonly LinkInput[] = articles.map((input, at) => {
  const { article } = input.record;
  const days = ["2031-05-04", "2031-05-06", "2031-05-10"];
  const published = article.published === "2031-06-20" ? article.published : (days[at % 3] ?? null);
  return { ...input, record: { ...input.record, article: { ...article, published } } };
});

const edits: readonly LinkInput[] = crowded
  .filter(({ id }) => ["second", "denial", "belmar-strike-copy"].includes(id) || id.endsWith("-other"))
  .map((input) => {
    const { article } = input.record;
    const text = `${article.text} It was edited.`;
    return { ...input, record: { ...input.record, article: { ...article, text } } };
  });

const inProportion = { settle: "in proportion", small: 0, forOne: 0 } as const;

test.each([
  { days: "as a whole", atOnce: 2_000, numRuns: 8 },
  { days: "in parts", atOnce: 3, numRuns: 5 },
])("once all is settled $days, links are the same whether articles were added to their days one by one, late, edited or hidden", async ({
  days,
  atOnce,
  numRuns,
}) => {
  const inProportion = { settle: "in proportion", small: 0, forOne: 0, atOnce } as const;
  const hidden = ["third/po_1", "claim/st_1"];
  const whole = await openedStore(`crowded ${days}.db`);
  await add(whole, crowded);
  await add(whole, edits);
  for (const id of hidden) await reject(whole, { id }, { by: "Ana", why: null });
  await allOf(linkUnlinked(whole, shippedLexicons, { atOnce }));
  const expected = await linksOf(whole);
  await whole.close();
  expect(edits.length).toBeGreaterThan(3);
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...crowded], { minLength: crowded.length }),
      fc.shuffledSubarray([...edits], { minLength: edits.length }),
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 30, maxLength: 30 }),
      fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
      async (order, changed, sizes, gathers) => {
        const store = await openedStore(`crowded ${days} ${run++}.db`);
        let step = 0;
        const link = async () => {
          if (gathers[step % gathers.length]) await allOf(linkUnlinked(store, shippedLexicons, inProportion));
          step += 1;
        };
        const waiting = [...changed];
        for (let at = 0; at < order.length; ) {
          const size = sizes[step % sizes.length] ?? 1;
          await add(store, order.slice(at, at + size));
          await link();
          at += size;
          const known = new Set(order.slice(0, at).map(({ id }) => id));
          const next = waiting.findIndex(({ id }) => known.has(id));
          if (next >= 0) await add(store, waiting.splice(next, 1));
        }
        for (const edit of waiting) {
          await add(store, [edit]);
          await link();
        }
        for (const id of hidden) {
          await reject(store, { id }, { by: "Ana", why: null });
          await link();
        }
        await allOf(linkUnlinked(store, shippedLexicons, inProportion));
        expect(await countUnlinked(store)).toBe(0);
        await allOf(linkUnlinked(store, shippedLexicons, { atOnce }));
        expect(await linksOf(store)).toEqual(expected);
        expect(await faultsIn(store, atOnce)).toEqual([]);
        await store.close();
      },
    ),
    { numRuns },
  );
}, 240_000);

test("a day that is linked in parts finds what linking it as a whole finds, where its stories are told apart", async () => {
  const found = [];
  for (const atOnce of [2_000, 4]) {
    const store = await openedStore(`parts of ${atOnce}.db`);
    await add(store, crowded);
    await allOf(linkUnlinked(store, shippedLexicons, { atOnce }));
    const rows = await store.tables
      .selectFrom("copy")
      .innerJoin("version", "version.key", "copy.version")
      .innerJoin("version as first", "first.key", "copy.first")
      .select(["version.id", "first.id as first"])
      .orderBy("version.id")
      .execute();
    const sizes = await store.tables
      .selectFrom("day_size")
      .select(["day", "articles", "statements"])
      .orderBy("day")
      .execute();
    const { rows: posted } = await sql<{ readonly all: number }>`
      select sum(length(holders)) as "all" from term_posting`.execute(store.tables);
    found.push({ rows, sizes, posted });
    expect(await faultsIn(store, atOnce)).toEqual([]);
    await store.close();
  }
  expect(found[0]?.rows.length).toBeGreaterThan(2);
  expect(found[1]).toEqual(found[0]);
});

test("an article that is added to its day is in the links, and changes nothing of the others until the day is settled", async () => {
  const store = await openedStore("appended.db");
  const day = (published: string) => crowded.filter(({ record }) => record.article.published === published);
  const [first, ...others] = day("2031-05-04");
  if (first === undefined) throw new Error("an article is needed");
  await add(store, [...others, ...day("2031-05-06")]);
  await allOf(linkUnlinked(store, shippedLexicons));
  const before = await store.tables.selectFrom("telling").selectAll().execute();
  const later = comparableLinks(await storedLinks(store, "2031-05-06"));
  await add(store, [first]);
  expect(await allOf(linkUnlinked(store, shippedLexicons, inProportion))).toEqual(["2031-05-04"]);
  expect(await countUnlinked(store)).toBe(0);
  expect(await countUnsettled(store)).toBeGreaterThan(0);
  const stories = await store.tables.selectFrom("linked").select("version").where("day", "=", "2031-05-04").execute();
  expect(stories.length).toBe(others.length + 1);
  const sizes = await store.tables.selectFrom("day_size").selectAll().orderBy("day").execute();
  expect(await store.tables.selectFrom("telling").selectAll().execute()).toEqual(expect.arrayContaining(before));
  expect(comparableLinks(await storedLinks(store, "2031-05-06"))).toBe(later);
  expect(await faultsIn(store)).toEqual([]);
  // Few articles on few days are settled at once where nothing else is said.
  await allOf(linkUnlinked(store, shippedLexicons, { settle: "in proportion" }));
  expect(await countUnsettled(store)).toBe(0);
  expect(await store.tables.selectFrom("day_size").selectAll().orderBy("day").execute()).toEqual(sizes);
  expect(await faultsIn(store)).toEqual([]);
  await store.close();
});

test("people who are said to be one are one at once, before their days are settled", async () => {
  const store = await openedStore("merged.db");
  await add(store, crowded);
  await allOf(linkUnlinked(store, shippedLexicons));
  const whoIs = async () => {
    const rows = await store.tables
      .selectFrom("member")
      .select("who")
      .distinct()
      .where("name", "in", ["Irena Sulk", "Owen Tarrant"])
      .execute();
    return rows.map(({ who }) => who);
  };
  expect((await whoIs()).length).toBe(2);
  await mergeGroups(store, await whoIs(), { by: "Ana", why: null });
  await allOf(linkUnlinked(store, shippedLexicons, inProportion));
  expect((await whoIs()).length).toBe(1);
  expect(await countUnlinked(store)).toBe(0);
  expect(await countUnsettled(store)).toBeGreaterThan(0);
  await allOf(linkUnlinked(store, shippedLexicons));
  expect((await whoIs()).length).toBe(1);
  expect(await faultsIn(store)).toEqual([]);
  await store.close();
});

test("the first article of a newer day settles the days before", async () => {
  const store = await openedStore("newer.db");
  const [first, ...others] = crowded.filter(({ record }) => record.article.published === "2031-05-04");
  const [newer] = crowded.filter(({ record }) => record.article.published === "2031-05-06");
  if (first === undefined || newer === undefined) throw new Error("two articles are needed");
  await add(store, others);
  await allOf(linkUnlinked(store, shippedLexicons));
  await add(store, [first]);
  await allOf(linkUnlinked(store, shippedLexicons, inProportion));
  expect(await countUnsettled(store)).toBe(1);
  await add(store, [newer]);
  expect(await allOf(linkUnlinked(store, shippedLexicons, inProportion))).toEqual(["2031-05-04", "2031-05-06"]);
  expect(await countUnsettled(store)).toBe(0);
  await store.close();
});

test("a change marks the days that it bears on, and no others", async () => {
  const store = await openedStore("touched.db");
  const body = (name: string) => `The ${name} opened in ${name}ville at noon, ${name} people said.`;
  const alone = ["quarry", "orchard", "lighthouse"].map((name, at) =>
    toldArticle(name, { text: body(name), outlet: name, published: `2031-05-1${at}` }),
  );
  await add(store, [...alone, envoy("early", "2031-05-04", "reduced"), envoy("second", "2031-05-12", "reduced")]);
  await allOf(linkUnlinked(store, shippedLexicons));
  await add(store, [envoy("late", "2031-05-05", "reduced")]);
  // The same mission is told of on the 12th, and what opened on the days between has nothing to do with it.
  expect(await allOf(linkUnlinked(store, shippedLexicons))).toEqual(["2031-05-05", "2031-05-12"]);
  await store.close();
});

test("what is linked on one day is what linkRecords gives for all of them", async () => {
  const undated = articles.map((input) => ({
    ...input,
    record: { ...input.record, article: { ...input.record.article, published: null, publishedFrom: null } },
  }));
  const store = await openedStore("undated.db");
  await add(store, undated);
  expect(await allOf(linkUnlinked(store, shippedLexicons))).toEqual(["2031-07-01"]);
  const expected = linkRecords(undated, await shippedLexicons());
  const rows = await storedLinks(store, "2031-07-01");
  const ids = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();
  expect(ids(rows.story.map(({ id }) => id))).toEqual(ids(expected.stories.map(({ id }) => id)));
  expect(ids(rows.copy.map(({ copy_group }) => copy_group))).toEqual(ids(expected.copies.map(({ id }) => id)));
  expect(ids(rows.member.map(({ who }) => who))).toEqual(ids(expected.entities.map(({ id }) => id)));
  expect(ids(rows.trace.map(({ origin }) => origin))).toEqual(ids(expected.origins.map(({ id }) => id)));
  expect(ids(rows.telling.map(({ event }) => event))).toEqual(ids(expected.events.map(({ id }) => id)));
  expect(ids(rows.dispute_end.map(({ dispute }) => dispute))).toEqual(ids(expected.disputes.map(({ id }) => id)));
  expect(ids(rows.telling.flatMap(({ history }) => history ?? []))).toEqual(ids(expected.postures.map(({ id }) => id)));
  expect(rows.dispute_end.length).toBeGreaterThan(3);
  await store.close();
});

test("a copy that comes days later joins the group of the earlier ones and adds no voice", async () => {
  const store = await openedStore("copies.db");
  const [wire, copy] = articles;
  if (wire === undefined || copy === undefined) throw new Error("two articles are needed");
  await add(store, [wire]);
  await allOf(linkUnlinked(store, shippedLexicons));
  await add(store, [copy]);
  await allOf(linkUnlinked(store, shippedLexicons));
  const texts = await store.tables.selectFrom("linked").select(["day", "text_of"]).orderBy("day").execute();
  expect(texts).toEqual([
    { day: "2031-05-01", text_of: "Meridian Wire" },
    { day: "2031-05-02", text_of: "Meridian Wire" },
  ]);
  expect(await store.tables.selectFrom("copy").select(["version", "first", "origin"]).execute()).toEqual([
    { version: 2, first: 1, origin: "Meridian Wire" },
  ]);
  await store.close();
});

test("a denial on a later day is an end of one dispute with the claim", async () => {
  const store = await openedStore("dispute.db");
  for (const input of articles.slice(9, 11)) {
    await add(store, [input]);
    await allOf(linkUnlinked(store, shippedLexicons));
  }
  const ends = await store.tables
    .selectFrom("dispute_end")
    .select(["kind", "position", "version", "day"])
    .where("kind", "=", "statement")
    .orderBy("position")
    .execute();
  expect(ends).toEqual([
    { kind: "statement", position: "asserts", version: 1, day: "2031-05-10" },
    { kind: "statement", position: "denies", version: 2, day: "2031-05-10" },
  ]);
  await store.close();
});

test("what was linked is asked for: stories, disputes, origins, events, histories, people", async () => {
  const store = await openedStore("questions.db");
  await add(store, articles);
  await allOf(linkUnlinked(store, shippedLexicons));
  const stories = await findStories(store, { limit: 50 });
  const all = await Promise.all(stories.map(({ id }) => storyById(store, id)));
  const listed = all.flatMap((story) => story?.articles ?? []);
  const wire = listed.find(({ outlet, copy }) => outlet === "Orsen Mail" && copy?.of != null);
  expect(wire).toMatchObject({ copy: { origin: "Meridian Wire" } });
  const original = { of: null, relation: "original", group: wire?.copy?.group, origin: "Meridian Wire" };
  expect(listed.find(({ id }) => id === wire?.copy?.of)?.copy).toMatchObject(original);
  expect(stories.every((story, at) => story.articles === all[at]?.articles.length)).toBe(true);

  const disputes = await findDisputes(store, { limit: 50 });
  expect(disputes.map(({ kind }) => kind).sort()).toEqual(["event", "statement"]);
  const [ofLine] = await findDisputes(store, { lines: ["denial/st_1"], limit: 50 });
  expect(ofLine?.sides.map(({ position, ends, origins }) => [position, ends[0]?.article, origins.length])).toEqual([
    ["asserts", "claim", 1],
    ["denies", "denial", 1],
  ]);
  expect(await disputeById(store, ofLine?.id ?? "")).toEqual(ofLine);

  expect(await originOfLine(store, "denial/st_1")).toMatchObject({
    kind: "speaker",
    name: "Owen Tarrant",
    event: null,
  });
  const told = await originOfLine(store, "early/po_1");
  const event = await eventById(store, told?.event ?? "");
  expect(event?.tellings.map(({ article, status }) => [article, status])).toEqual([
    ["early", "happened"],
    ["second", "denied"],
  ]);
  expect((await findEvents(store, { since: "2031-05-04", until: "2031-05-05", limit: 5 })).map(({ id }) => id)).toEqual(
    [event?.id],
  );
  const [history] = await findHistories(store, { limit: 5 });
  expect(history?.states.map(({ value, from, until, standing }) => [value, from, until, standing])).toEqual([
    ["reduced", "2031-05-04", "2031-05-07", "disputed"],
    ["evacuated", "2031-05-07", "2031-05-30", "in_force"],
    ["reduced", "2031-05-30", null, "in_force"],
  ]);
  expect(await historyById(store, history?.id ?? "")).toEqual(history);
  const [who = ""] = await entitiesNamed(store, "irena sulk", 5);
  expect((await entityById(store, who))?.entity).toMatchObject({ name: "Irena Sulk", members: [{}, {}] });
  for (const ask of [storyById, disputeById, eventById, historyById, entityById, originOfLine]) {
    expect(await ask(store, "zz_0")).toBeNull();
  }
  await store.close();
});

test("somebody named weeks later is who was named before; an edited article is linked in place of the old", async () => {
  const store = await openedStore("later.db");
  await add(store, articles);
  await allOf(linkUnlinked(store, shippedLexicons));
  const people = await store.tables
    .selectFrom("member")
    .select(["who", "day"])
    .where("name", "=", "Irena Sulk")
    .orderBy("day")
    .execute();
  expect(people.map(({ day }) => day)).toEqual(["2031-05-09", "2031-06-20"]);
  expect(new Set(people.map(({ who }) => who)).size).toBe(1);

  const later = envoy("early", "2031-05-04", "restored");
  const text = `${later.record.article.text} It was edited.`;
  await add(store, [{ ...later, record: { ...later.record, article: { ...later.record.article, text } } }]);
  await allOf(linkUnlinked(store, shippedLexicons));
  const states = await store.tables
    .selectFrom("telling")
    .innerJoin("version", "version.key", "telling.version")
    .select(["version.id", "telling.what"])
    .where("telling.day", "=", "2031-05-04")
    .execute();
  expect(states).toEqual([{ id: "early@2", what: "staffing restored" }]);
  const { days } = await store.tables
    .selectFrom("linked")
    .select(({ fn }) => fn.count<number>("day").distinct().as("days"))
    .executeTakeFirstOrThrow();
  expect(days).toBeGreaterThan(8);
  // The day of the early article was linked twice, so its members went and came back.
  const { rows: counted } =
    await sql`select lower(name) as name, count(*) as members from member group by 1 order by 1`.execute(store.tables);
  expect(await store.tables.selectFrom("known_name").select(["name", "members"]).orderBy("name").execute()).toEqual(
    counted,
  );
  const { rows: ofCountries } = await sql`
    select country, name, count(*) as entities from entity where country is not null group by 1, 2 order by 1, 2`.execute(
    store.tables,
  );
  expect(ofCountries.length).toBeGreaterThan(0);
  expect(
    await store.tables.selectFrom("country_name").selectAll().orderBy("country").orderBy("name").execute(),
  ).toEqual(ofCountries);
  expect(await faultsIn(store)).toEqual([]);
  await store.close();
});
