import { expect, test } from "vitest";
import { addAndLink, link, rebuildWith } from "../../../test/link/linked-store.js";
import { shippedLexicons } from "../../../test/link/shipped-tables.js";
import { toldArticle } from "../../../test/link/told-article.js";
import { wireStories } from "../../../test/link/wire-stories.js";
import { temporaryRecords } from "../../../test/temporary-records.js";
import type { LinkInput } from "../../link/link-input.js";
import { idOf } from "../../record/id.js";
import { linkTables } from "../links/link-rows.js";
import { findCorrections } from "../queries/corrections.js";
import { findDisputes } from "../queries/disputes.js";
import { entitiesNamed, entityById } from "../queries/entities.js";
import { findEvents } from "../queries/events.js";
import { findLines } from "../queries/find-lines.js";
import { lineById } from "../queries/line-by-id.js";
import { search } from "../queries/search.js";
import { findStories } from "../queries/stories.js";
import { openStoreForWriting, type WritableStore } from "../store.js";
import { verifyStore } from "../verify.js";
import { mergeGroups, reject, relabelLine, splitGroup, undoCorrection } from "./correct-store.js";

const path = temporaryRecords();
const ana = { by: "ana", why: "seen by eye" };

const embassy = { name: "Norland embassy", kind: "facility", country: "NO" } as const;
const state = (id: string, published: string, status: "happened" | "denied") =>
  toldArticle(id, {
    text: `Families have left the Norland embassy in Oslovar, ${id} wrote.`,
    ...{ outlet: id, published, who: [embassy] },
    states: [{ subject: "Norland embassy", aspect: "staffing", value: "reduced", status }],
  });
const person = (id: string, published: string, name: string, body: string) =>
  toldArticle(id, {
    text: `${body}\n\n${name} said that ${id} was shut.`,
    ...{ outlet: id, published, who: [{ name, kind: "person" as const }] },
    said: [{ speaker: name, content: `that ${id} was shut` }],
  });

const bodies = wireStories.map(({ paragraphs }) => paragraphs.join("\n\n"));
const articles: readonly LinkInput[] = [
  state("courier", "2031-05-04", "happened"),
  state("gazette", "2031-05-06", "denied"),
  person("pier", "2031-05-04", "Irena Sulk", bodies[0] ?? ""),
  person("quay", "2031-05-05", "Irena Sulk", bodies[1] ?? ""),
  person("dock", "2031-05-06", "Irena Tarrant", bodies[2] ?? ""),
  person("lock", "2031-05-30", "Irena Tarrant", bodies[3] ?? ""),
];

async function filled(name: string, inputs = articles): Promise<WritableStore> {
  const store = await openStoreForWriting(path(name), { now: () => new Date("2031-07-01T12:00:00Z") });
  await addAndLink(store, inputs);
  return store;
}

/** Corrects, links again, and has everything verified. */
async function done<Result>(store: WritableStore, work: Promise<Result>): Promise<Result> {
  const result = await work;
  await link(store);
  expect(await faultsIn(store)).toEqual([]);
  return result;
}

async function faultsIn(store: WritableStore): Promise<readonly string[]> {
  const faults: string[] = [];
  const lexicons = await shippedLexicons();
  const found = await verifyStore(store, { fault: (one) => faults.push(one), step: () => undefined, lexicons });
  expect(found.unlinkedDays).toBe(0);
  return [...faults, ...found.lostCorrections];
}

const tablesOfAll = [
  "record",
  "corrected",
  "line",
  "entity",
  "unlinked",
  "correction",
  "action_day",
  "history_day",
  ...linkTables,
] as const;

async function rowsOf({ tables }: WritableStore, leave: readonly string[] = []): Promise<unknown> {
  const all: Record<string, readonly string[]> = {};
  for (const table of tablesOfAll) {
    if (leave.includes(table)) continue;
    all[table] = (await tables.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row)).sort();
  }
  return all;
}

const rebuild = (store: WritableStore, of: (input: LinkInput) => LinkInput["record"] = ({ record }) => record) =>
  rebuildWith(store, new Map(articles.map((input) => [input.id, of(input)])));

const whoIs = async (store: WritableStore, name: string): Promise<readonly string[]> => entitiesNamed(store, name, 9);

async function oneOf(store: WritableStore, name: string): Promise<string> {
  const [id] = await whoIs(store, name);
  if (id === undefined) throw new Error(`nobody is ${name}`);
  return id;
}

test("a hidden line is in no list, count or dispute, can still be opened, and comes back when that is undone", async () => {
  const store = await filled("hide.db");
  const before = await rowsOf(store, ["correction"]);
  expect(await findDisputes(store, { limit: 9 })).toHaveLength(1);
  const correction = await done(store, reject(store, { id: "gazette/po_1" }, ana));
  expect(correction).toMatchObject({ by: "ana", at: "2031-07-01T12:00:00.000Z", detail: { why: "seen by eye" } });
  expect((await findLines(store, ["posture"], { limit: 9 })).lines.map(({ stored }) => stored.article)).toEqual([
    "courier",
  ]);
  expect((await search(store, { words: "gazette", limit: 9 })).lines.lines).toEqual([]);
  expect(
    (await findEvents(store, { limit: 9 })).map(({ tellings, origins }) => [tellings.length, origins.length]),
  ).toEqual([[1, 1]]);
  expect(await findDisputes(store, { limit: 9 })).toEqual([]);
  const opened = await lineById(store, "gazette/po_1");
  expect(opened?.stored.marks).toMatchObject([{ line: "po_1", correction: 1, kind: "hide", by: "ana" }]);
  await expect(reject(store, { id: "gazette/po_1" }, ana)).rejects.toThrow(
    "gazette/po_1 is rejected already, by co_1.",
  );
  await done(store, undoCorrection(store, "co_1", ana));
  expect(await rowsOf(store, ["correction"])).toEqual(before);
  await expect(undoCorrection(store, "co_1", ana)).rejects.toThrow("co_1 is taken back already, by co_2.");
  await done(store, undoCorrection(store, "co_2", ana));
  expect((await findLines(store, ["posture"], { limit: 9 })).lines).toHaveLength(1);
  await store.close();
});

test("an event is hidden with all its lines", async () => {
  const store = await filled("event.db");
  const [event] = await findEvents(store, { limit: 9 });
  await done(store, reject(store, { id: event?.id ?? "" }, ana));
  expect(await findEvents(store, { limit: 9 })).toEqual([]);
  expect((await findLines(store, ["posture"], { limit: 9 })).lines).toEqual([]);
  await expect(reject(store, { id: event?.id ?? "" }, ana)).rejects.toThrow(/^There is no event ev_/);
  await store.close();
});

test("a relabelled line is so in lists and links, and refuses what a record cannot have", async () => {
  const store = await filled("relabel.db");
  await done(store, relabelLine(store, "gazette/po_1", ["status=happened"], ana));
  expect(await findDisputes(store, { limit: 9 })).toEqual([]);
  const { lines } = await findLines(store, ["posture"], { limit: 9 });
  expect(lines.map(({ stored }) => stored.record.postures[0]?.status)).toEqual(["happened", "happened"]);
  await expect(relabelLine(store, "gazette/po_1", ["value=recalled"], ana)).rejects.toThrow(
    /^The record cannot have that/,
  );
  await expect(relabelLine(store, "gazette/po_9", ["value=recalled"], ana)).rejects.toThrow(
    /^There is no line gazette\/po_9/,
  );
  // What was refused has left nothing behind; what was done is kept with what stood there.
  const held = [{ field: "status", was: { form: "word", value: "denied" } }];
  expect(await findCorrections(store)).toMatchObject([{ correction: { detail: { fields: held } } }]);
  await store.close();
});

test("two entities that are one go by one id, in articles of later days and of earlier ones that come later", async () => {
  const store = await filled("merge.db", articles.slice(0, 5));
  const [sulk, tarrant] = [await oneOf(store, "Irena Sulk"), await oneOf(store, "Irena Tarrant")];
  const before = await rowsOf(store, ["correction"]);
  await done(store, mergeGroups(store, [sulk, tarrant], ana));
  expect(await whoIs(store, "Irena Tarrant")).toEqual([sulk]);
  const known = await entityById(store, sulk);
  expect(known?.entity.members.map(({ article }) => article)).toEqual(["pier", "quay", "dock"]);
  expect(known?.entity.members[2]?.reason).toBe("said to be one by ana on 2031-07-01 (co_1): seen by eye");
  await addAndLink(
    store,
    [articles[5], person("mole", "2031-05-01", "Irena Tarrant", bodies[4] ?? "")].flatMap((one) => one ?? []),
  );
  expect(await faultsIn(store)).toEqual([]);
  expect((await entityById(store, sulk))?.entity.members.map(({ article }) => article)).toEqual([
    ...["mole", "pier", "quay", "dock", "lock"],
  ]);
  await done(store, undoCorrection(store, "co_1", ana));
  expect(await whoIs(store, "Irena Tarrant")).toEqual([tarrant]);
  const without = await filled("merge-never.db", articles.slice(0, 5));
  expect(await rowsOf(without, ["correction"])).toEqual(before);
  await without.close();
  await store.close();
});

test("members that are somebody else have an id of their own", async () => {
  const store = await filled("split.db");
  const sulk = await oneOf(store, "Irena Sulk");
  await done(store, splitGroup(store, sulk, ["quay/en_1"], ana));
  const ids = await whoIs(store, "Irena Sulk");
  expect(ids).toHaveLength(2);
  const [other] = ids.filter((id) => id !== sulk);
  expect((await entityById(store, other ?? ""))?.entity.members).toMatchObject([
    { article: "quay", reason: "said to be another by ana on 2031-07-01 (co_1): seen by eye" },
  ]);
  await expect(splitGroup(store, sulk, ["dock/en_1"], ana)).rejects.toThrow(
    `dock/en_1 is no member of ${sulk}. It has pier/en_1.`,
  );
  await expect(splitGroup(store, sulk, ["pier/en_1"], ana)).rejects.toThrow(/leave it one/);
  await store.close();
});

test("stories are made one and taken apart", async () => {
  const store = await filled("stories.db");
  const storyOf = async (id: string): Promise<string> => {
    const row = await store.tables
      .selectFrom("linked")
      .innerJoin("version", "version.key", "linked.version")
      .select("story")
      .where("version.id", "=", id)
      .executeTakeFirstOrThrow();
    return row.story;
  };
  const count = (await findStories(store, { limit: 99 })).length;
  const [pier, dock] = [await storyOf("pier"), await storyOf("dock")];
  await done(store, mergeGroups(store, [pier, dock], ana));
  expect(await storyOf("dock")).toBe(pier);
  expect(await findStories(store, { limit: 99 })).toHaveLength(count - 1);
  await done(store, splitGroup(store, pier, ["pier"], ana));
  expect(await storyOf("dock")).toBe(pier);
  expect(await storyOf("pier")).not.toBe(pier);
  await expect(mergeGroups(store, [pier, "wh_0"], ana)).rejects.toThrow(/expected ids of entities alone/);
  await expect(mergeGroups(store, [pier, "sy_0"], ana)).rejects.toThrow("There is no story sy_0.");
  await expect(mergeGroups(store, [pier, pier], ana)).rejects.toThrow("Name two different ids or more to be one.");
  await store.close();
});

const raid = (id: string, published: string, trigger: string) =>
  toldArticle(id, {
    text: `Norland ${trigger} Oslovar, ${id} wrote.`,
    ...{ outlet: id, published },
    who: [
      { name: "Norland", kind: "government", country: "NO" },
      { name: "Oslovar", kind: "government", country: "OS" },
    ],
    acts: [{ actor: "Norland", recipient: "Oslovar", type: "ASSAULT", trigger }],
  });

test("an action weighs what its other tellings give once one is hidden, relabelled or split off, and as before once that is undone", async () => {
  const raids = [
    raid("courier", "2031-05-04", "shelled"),
    raid("gazette", "2031-05-04", "shelled"),
    raid("herald", "2031-05-06", "shelled"),
  ];
  const store = await filled("weights.db", raids);
  const before = await rowsOf(store, ["correction"]);
  const corrections = [
    () => reject(store, { id: "gazette/ac_1" }, ana),
    () => reject(store, { id: "herald/ac_1" }, ana),
    () => relabelLine(store, "courier/ac_1", ["status=denied"], ana),
    async () => splitGroup(store, await oneOf(store, "Norland"), ["gazette/en_1"], ana),
    async () => reject(store, { id: (await findEvents(store, { limit: 9 }))[0]?.id ?? "" }, ana),
  ];
  for (const correct of corrections) {
    const { key } = await done(store, correct());
    expect(await rowsOf(store, ["correction"])).not.toEqual(before);
    await done(store, undoCorrection(store, `co_${key}`, ana));
    expect(await rowsOf(store, ["correction"])).toEqual(before);
  }
  await store.close();
});

/** One of each kind, and one taken back. */
async function correctAll(store: WritableStore): Promise<void> {
  await done(store, mergeGroups(store, [await oneOf(store, "Irena Sulk"), await oneOf(store, "Irena Tarrant")], ana));
  await done(store, splitGroup(store, await oneOf(store, "Irena Sulk"), ["lock/en_1"], ana));
  await done(store, reject(store, { id: "quay/st_1" }, ana));
  await done(store, relabelLine(store, "courier/po_1", ["status=announced"], { by: "bo", why: null }));
  await done(store, reject(store, { id: "dock/st_1" }, ana));
  await done(store, undoCorrection(store, "co_5", ana));
}

test("a rebuild ends with the same bytes, corrections and all", async () => {
  const store = await filled("rebuild.db");
  await correctAll(store);
  const before = await rowsOf(store);
  await rebuild(store);
  expect(await rowsOf(store)).toEqual(before);
  expect(await faultsIn(store)).toEqual([]);
  await store.close();
});

test("after a rebuild that gives everything other ids, the corrections still apply", async () => {
  const store = await filled("other-ids.db");
  await correctAll(store);
  // Another version of the program finds one more entity and one more statement, before all others.
  await rebuild(store, ({ record }) => ({
    ...record,
    entities: record.entities.map((one) => ({ ...one, id: idOf("en", 9), name: `${one.name} Holm` })),
    statements: record.statements.map((one) => ({
      ...one,
      id: idOf("st", 9),
      speaker: one.speaker && { ...one.speaker, entity: idOf("en", 9) },
    })),
    postures: record.postures.map((one) => ({
      ...one,
      id: idOf("po", 9),
      subject: { ...one.subject, entity: idOf("en", 9) },
    })),
  }));
  expect(await faultsIn(store)).toEqual([]);
  expect((await findCorrections(store)).map(({ undone, lost }) => [undone?.key ?? null, lost])).toEqual([
    ...[
      [null, []],
      [null, []],
      [null, []],
      [null, []],
      [6, []],
      [null, []],
    ],
  ]);
  const [tarrant, sulk] = [await whoIs(store, "Irena Tarrant Holm"), await whoIs(store, "Irena Sulk Holm")];
  expect(sulk).toHaveLength(1);
  // One of the two articles on her is the other's, the second was split off.
  expect(tarrant).toHaveLength(2);
  expect(tarrant).toContain(sulk[0]);
  expect((await lineById(store, "quay/st_9"))?.stored.marks).toMatchObject([{ line: "st_9", kind: "hide" }]);
  expect((await lineById(store, "courier/po_9"))?.stored.record.postures[0]).toMatchObject({
    id: "po_9",
    status: "announced",
  });
  await store.close();
});

test("a correction whose line or entity is gone is listed as lost, and verify says so", async () => {
  const store = await filled("lost.db");
  await done(store, reject(store, { id: "quay/st_1" }, ana));
  await done(store, mergeGroups(store, [await oneOf(store, "Irena Sulk"), await oneOf(store, "Irena Tarrant")], ana));
  await rebuild(store, ({ record }) => ({
    ...record,
    statements: [],
    entities: record.entities.filter(({ name }) => name !== "Irena Tarrant"),
  }));
  const sentences = [
    'co_1: quay: no line is over the words "that quay was shut" any more',
    expect.stringMatching(/^co_2: no article tells of Irena Tarrant \(wh_[0-9a-f]+\) any more$/),
  ];
  expect(await faultsIn(store)).toEqual(sentences);
  await store.close();
});

test("links follow from articles and corrections, however these came", async () => {
  const [first, second] = [await filled("corrected-last.db"), await filled("corrected-first.db", articles.slice(0, 5))];
  for (const store of [first, second]) {
    await done(store, mergeGroups(store, [await oneOf(store, "Irena Sulk"), await oneOf(store, "Irena Tarrant")], ana));
    await done(store, reject(store, { id: "quay/st_1" }, ana));
  }
  await addAndLink(second, articles.slice(5));
  // The first knew of one more member when it was corrected; the rest is the same.
  expect(await rowsOf(second, ["correction"])).toEqual(await rowsOf(first, ["correction"]));
  await first.close();
  await second.close();
});
