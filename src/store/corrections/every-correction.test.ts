import { expect, test } from "vitest";
import { addAndLink, link, rebuildWith } from "../../../test/link/linked-store.js";
import { shippedLexicons } from "../../../test/link/shipped-tables.js";
import { toldArticle } from "../../../test/link/told-article.js";
import { wireStories } from "../../../test/link/wire-stories.js";
import { temporaryRecords } from "../../../test/temporary-records.js";
import type { Correction, CorrectionDetail } from "../../link/corrections/correction.js";
import { correctionId } from "../../link/corrections/correction.js";
import type { LinkInput } from "../../link/link-input.js";
import { sha256 } from "../../text/hash.js";
import { linkTables } from "../links/link-rows.js";
import { findCorrections } from "../queries/corrections.js";
import { findDisputes } from "../queries/disputes.js";
import { entitiesNamed, entityById } from "../queries/entities.js";
import { findEvents, findHistories } from "../queries/events.js";
import { findArticles } from "../queries/find-articles.js";
import { lineById } from "../queries/line-by-id.js";
import { lookedUp, reviewedLines } from "../queries/line-filter.js";
import { findSources } from "../queries/sources.js";
import { toldInPeriod } from "../queries/told-in-period.js";
import { openStoreForWriting, type WritableStore } from "../store.js";
import { StoreError } from "../store-error.js";
import { verifyStore } from "../verify.js";
import {
  confirm,
  gradeSource,
  mergeGroups,
  reject,
  relabelLine,
  remark,
  renameEntity,
  splitGroup,
  undoCorrection,
} from "./correct-store.js";

const path = temporaryRecords();
const ana = { by: "ana", why: "seen by eye" };
const bodies = wireStories.map(({ paragraphs }) => paragraphs.join("\n\n"));

const state = (id: string, published: string, value: "reduced" | "closed", status: "happened" | "denied") =>
  toldArticle(id, {
    text: `The Norland embassy in Oslovar is ${value}, ${id} wrote.`,
    ...{ outlet: id, published, who: [{ name: "Norland embassy", kind: "facility" as const }] },
    states: [{ subject: "Norland embassy", aspect: value === "closed" ? "operations" : "staffing", value, status }],
  });
const raid = (id: string, published: string, trigger: string, type: "ASSAULT" | "COERCE" = "ASSAULT") =>
  toldArticle(id, {
    text: `Norland ${trigger} Oslovar, ${id} wrote.`,
    ...{ outlet: id, published },
    who: [
      { name: "Norland", kind: "government", country: "NO" },
      { name: "Oslovar", kind: "government", country: "OS" },
    ],
    acts: [{ actor: "Norland", recipient: "Oslovar", type, trigger }],
  });
const wire = (id: string, published: string, body = bodies[0] ?? "") => {
  const told = "Irena Sulk said that the lock was shut.";
  return toldArticle(id, {
    text: `${body}\n\n${told}`,
    ...{ outlet: id, published, who: [{ name: "Irena Sulk", kind: "person" as const }] },
    said: [{ speaker: "Irena Sulk", content: "that the lock was shut", told }],
  });
};
const other = (id: string, published: string, body: string) =>
  toldArticle(id, {
    text: `${body}\n\nIrena Tarrant said that ${id} was shut.`,
    ...{ outlet: id, published, who: [{ name: "Irena Tarrant", kind: "person" as const }] },
    said: [{ speaker: "Irena Tarrant", content: `that ${id} was shut` }],
  });

const articles: readonly LinkInput[] = [
  state("courier", "2031-05-04", "reduced", "happened"),
  state("gazette", "2031-05-06", "reduced", "denied"),
  state("ledger", "2031-05-04", "closed", "happened"),
  state("mirror", "2031-05-05", "closed", "denied"),
  raid("herald", "2031-05-04", "shelled"),
  raid("monitor", "2031-05-05", "shelled"),
  raid("tribune", "2031-05-05", "blockaded", "COERCE"),
  wire("wire", "2031-05-04"),
  wire("reprint", "2031-05-05"),
  other("dock", "2031-05-06", bodies[2] ?? ""),
  other("lock", "2031-05-30", bodies[3] ?? ""),
];

async function filled(name: string, inputs = articles): Promise<WritableStore> {
  const store = await openStoreForWriting(path(name), { now: () => new Date("2031-07-01T12:00:00Z") });
  await addAndLink(store, inputs);
  return store;
}

async function faultsIn(store: WritableStore): Promise<readonly string[]> {
  const faults: string[] = [];
  const lexicons = await shippedLexicons();
  await verifyStore(store, { fault: (one) => faults.push(one), step: () => undefined, lexicons });
  return faults;
}

async function rowsOf({ tables }: WritableStore): Promise<Record<string, readonly string[]>> {
  const all: Record<string, readonly string[]> = {};
  const tablesOfAll = [
    "record",
    "corrected",
    "removed",
    "line",
    "entity",
    "place",
    "time",
    "unlinked",
    "action_day",
    "history_day",
  ];
  for (const table of [...tablesOfAll, ...linkTables] as (typeof linkTables)[number][]) {
    all[table] = (await tables.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row)).sort();
  }
  return all;
}

const rebuild = (store: WritableStore) => rebuildWith(store, new Map(articles.map(({ id, record }) => [id, record])));

async function oneOf(store: WritableStore, name: string): Promise<string> {
  const [id] = await entitiesNamed(store, name, 9);
  if (id === undefined) throw new StoreError(`nobody is ${name}`);
  return id;
}

async function eventTold(store: WritableStore, line: string): Promise<string> {
  const found = await findEvents(store, { limit: 99 });
  const event = found.find(({ tellings }) => tellings.some((one) => `${one.article}/${one.line}` === line));
  if (event === undefined) throw new StoreError(`nothing is told by ${line}`);
  return event.id;
}

async function disputeOf(store: WritableStore, article: string): Promise<string> {
  const found = await findDisputes(store, { limit: 99 });
  const dispute = found.find(({ sides }) => sides.some(({ ends }) => ends.some((end) => end.article === article)));
  if (dispute === undefined) throw new StoreError(`${article} disputes nothing`);
  return dispute.id;
}

async function storyOf({ tables }: WritableStore, id: string): Promise<string> {
  const row = await tables
    .selectFrom("linked")
    .innerJoin("version", "version.key", "linked.version")
    .select("story")
    .where("version.id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw new StoreError(`${id} is not linked`);
  return row.story;
}

type Kind = Exclude<CorrectionDetail["kind"], "undo">;

/** Every kind of correction, once: a kind that is missing here does not compile. */
const every: Readonly<Record<Kind, (store: WritableStore) => Promise<Correction>>> = {
  hide: (store) => reject(store, { id: "wire/st_1" }, ana),
  relabel: (store) => relabelLine(store, "courier/po_1", ["status=announced"], ana),
  confirm: async (store) => confirm(store, { id: await eventTold(store, "herald/ac_1") }, ana),
  remove: (store) => reject(store, { id: "mirror" }, ana),
  "merge-entities": async (store) =>
    mergeGroups(store, [await oneOf(store, "Irena Sulk"), await oneOf(store, "Irena Tarrant")], ana),
  "split-entity": async (store) => splitGroup(store, await oneOf(store, "Irena Tarrant"), ["lock/en_1"], ana),
  "confirm-entity": async (store) => confirm(store, { id: await oneOf(store, "Oslovar") }, ana),
  "hide-entity": async (store) => reject(store, { id: await oneOf(store, "Norland") }, ana),
  "rename-entity": async (store) =>
    renameEntity(store, { id: await oneOf(store, "Irena Sulk"), name: "Irena Maria Sulk" }, ana),
  "merge-stories": async (store) =>
    mergeGroups(store, [await storyOf(store, "wire"), await storyOf(store, "dock")], ana),
  "split-story": async (store) => splitGroup(store, await storyOf(store, "wire"), ["reprint"], ana),
  "merge-events": async (store) =>
    mergeGroups(store, [await eventTold(store, "herald/ac_1"), await eventTold(store, "tribune/ac_1")], ana),
  "split-event": async (store) => splitGroup(store, await eventTold(store, "monitor/ac_1"), ["monitor/ac_1"], ana),
  "confirm-dispute": async (store) => confirm(store, { id: await disputeOf(store, "courier") }, ana),
  "hide-dispute": async (store) => reject(store, { id: await disputeOf(store, "mirror") }, ana),
  "merge-disputes": async (store) =>
    mergeGroups(store, [await disputeOf(store, "courier"), await disputeOf(store, "mirror")], ana),
  note: (store) => remark(store, { id: "wire/st_1", kind: "note", text: "ask the harbour" }, ana),
  tag: async (store) =>
    remark(store, { id: await eventTold(store, "herald/ac_1"), kind: "tag", text: "shelling" }, ana),
  assign: (store) => remark(store, { id: "courier/po_1", kind: "assign", text: "Ben" }, ana),
  "note-dispute": async (store) =>
    remark(store, { id: await disputeOf(store, "courier"), kind: "note", text: "ask Oslovar" }, ana),
  "tag-dispute": async (store) =>
    remark(store, { id: await disputeOf(store, "courier"), kind: "tag", text: "embassies" }, ana),
  "assign-dispute": async (store) =>
    remark(store, { id: await disputeOf(store, "mirror"), kind: "assign", text: "Ben" }, ana),
  grade: (store) => gradeSource(store, { outlet: "courier", grade: "b" }, ana),
};
const kinds = Object.keys(every) as Kind[];

/** The kinds in an order of a number's own. */
function shuffled(seed: number): readonly Kind[] {
  const order = (kind: Kind): string => sha256(`${seed} ${kind}`);
  return kinds.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Makes the corrections that can be made after those before. */
async function correctAll(store: WritableStore, order: readonly Kind[]): Promise<readonly Correction[]> {
  const made: Correction[] = [];
  for (const kind of order) {
    try {
      made.push(await every[kind](store));
    } catch (error) {
      // What another has hidden, merged or taken out cannot be corrected.
      if (!(error instanceof StoreError)) throw error;
    }
    await link(store);
  }
  return made;
}

test.each(
  kinds,
)("a %s verifies, rebuilds to the same rows, and is as if never made once it is undone", async (kind) => {
  const store = await filled(`${kind}.db`);
  const before = await rowsOf(store);
  const correction = await every[kind](store);
  await link(store);
  expect(correction.detail.kind).toBe(kind);
  expect(await faultsIn(store)).toEqual([]);
  const corrected = await rowsOf(store);
  await rebuild(store);
  expect(await rowsOf(store)).toEqual(corrected);
  await undoCorrection(store, correctionId(correction), ana);
  await link(store);
  expect(await rowsOf(store)).toEqual(before);
  await store.close();
}, 60_000);

test.each([
  1, 2, 3,
])("in whatever order they are made and undone, they agree with verify and rebuild (%d)", async (seed) => {
  const store = await filled(`order-${seed}.db`);
  const before = await rowsOf(store);
  const made = await correctAll(store, shuffled(seed));
  expect(made.length).toBeGreaterThan(8);
  expect(await faultsIn(store)).toEqual([]);
  expect((await findCorrections(store)).flatMap(({ lost }) => lost)).toEqual([]);
  const corrected = await rowsOf(store);
  await rebuild(store);
  expect(await rowsOf(store)).toEqual(corrected);
  for (const correction of made.toSorted((a, b) => (sha256(`${a.key}`) < sha256(`${b.key}`) ? -1 : 1))) {
    await undoCorrection(store, correctionId(correction), ana);
    await link(store);
  }
  expect(await faultsIn(store)).toEqual([]);
  expect(await rowsOf(store)).toEqual(before);
  await store.close();
}, 90_000);

const marksOf = async (store: WritableStore, id: string) =>
  (await lineById(store, id))?.stored.marks.map(({ kind, correction }) => `${kind} co_${correction}`);

test("a correction of a line reaches the same line in copies of its text, those too that come later; an article taken out leaves its copies", async () => {
  const store = await filled("copies.db");
  await reject(store, { id: "wire/st_1" }, ana);
  await link(store);
  expect(await marksOf(store, "reprint/st_1")).toEqual(["hide co_1"]);
  await addAndLink(store, [wire("echo", "2031-05-07")]);
  expect(await marksOf(store, "echo/st_1")).toEqual(["hide co_1"]);
  await addAndLink(store, [wire("essay", "2031-05-07", bodies[4])]);
  expect(await marksOf(store, "essay/st_1")).toEqual([]);
  await expect(reject(store, { id: "echo/st_1" }, ana)).rejects.toThrow("echo/st_1 is rejected already, by co_1.");
  await undoCorrection(store, "co_1", ana);
  await relabelLine(store, "reprint/st_1", ["act=deny"], ana);
  await link(store);
  expect((await lineById(store, "echo/st_1"))?.stored.record.statements[0]?.act).toBe("deny");
  await reject(store, { id: "reprint" }, ana);
  await link(store);
  expect(await marksOf(store, "reprint/st_1")).toEqual(["relabel co_3", "remove co_4"]);
  // The line that was corrected is not in the record now, and what was said of it no longer reaches others.
  expect(await marksOf(store, "echo/st_1")).toEqual([]);
  expect(await faultsIn(store)).toEqual([]);
  await store.close();
});

test("an article that is taken out is in no list and tells nothing; a later version of it stays out", async () => {
  const store = await filled("taken-out.db");
  const listed = async () => (await findArticles(store, { limit: 99 })).map(({ id }) => id);
  await reject(store, { id: "ledger" }, ana);
  await link(store);
  expect(await listed()).not.toContain("ledger");
  expect((await findSources(store)).map(({ outlet }) => outlet)).not.toContain("ledger");
  await expect(disputeOf(store, "ledger")).rejects.toThrow("ledger disputes nothing");
  await expect(reject(store, { id: "ledger" }, ana)).rejects.toThrow("ledger is taken out already.");
  await addAndLink(store, [
    toldArticle("ledger", { text: "The Norland embassy may be closed after all.", outlet: "ledger" }),
  ]);
  expect((await listed()).filter((id) => id.startsWith("ledger"))).toEqual([]);
  expect(await faultsIn(store)).toEqual([]);
  await undoCorrection(store, "co_1", ana);
  await link(store);
  expect((await listed()).filter((id) => id.startsWith("ledger"))).toEqual(["ledger@2"]);
  await store.close();
});

test("who is renamed is shown by the new name, and found by it and by the old ones; who is no person is found by none", async () => {
  const store = await filled("rename.db");
  const id = await oneOf(store, "Irena Sulk");
  await renameEntity(store, { id, name: "  Irena   Maria Sulk " }, ana);
  await link(store);
  expect((await entityById(store, id))?.entity.name).toBe("Irena Maria Sulk");
  expect(await entitiesNamed(store, "maria sulk", 9)).toEqual([id]);
  expect(await entitiesNamed(store, "Irena Sulk", 9)).toEqual([id]);
  await expect(renameEntity(store, { id, name: " " }, ana)).rejects.toThrow("A name has one to 200 characters");
  await reject(store, { id }, ana);
  await link(store);
  expect(await entitiesNamed(store, "Irena Sulk", 9)).toEqual([]);
  await store.close();
});

test("what is reviewed is what was confirmed: acts and states by their confirmed lines alone, and disputes for themselves", async () => {
  const store = await filled("reviewed.db");
  await confirm(store, { id: "herald/ac_1" }, ana);
  await confirm(store, { id: "wire/st_1" }, ana);
  await confirm(store, { id: await disputeOf(store, "mirror") }, ana);
  await link(store);
  const period = { since: "2031-05-04", until: "2031-05-07" };
  const filter = await lookedUp(store, period, { words: [await reviewedLines(store)], story: null }, { before: true });
  const { actions, histories, statements, disputes } = await toldInPeriod(store, period, filter, {
    ...{ actions: 9, confirmed: 9, others: 9 },
  });
  expect(actions.items.map(({ tellings }) => tellings.map(({ article }) => article))).toEqual([["herald"]]);
  expect(histories).toEqual([]);
  expect(statements.items.map(({ id }) => id).toSorted()).toEqual(["reprint/st_1", "wire/st_1"]);
  expect(disputes.items.map(({ id }) => id)).toEqual([await disputeOf(store, "mirror")]);
  await store.close();
});

test("of a history the state that holds is meant, or the one that is named", async () => {
  const store = await filled("state.db");
  const histories = await findHistories(store, { limit: 9 });
  const norland = histories.find(({ states }) => states.some((one) => one.tellings[0]?.article === "courier"));
  const { subject, detail } = await confirm(store, { id: norland?.id ?? "", state: "reduced" }, ana);
  expect(subject).toBe(`${norland?.id} reduced`);
  expect(detail.kind === "confirm" && detail.lines.map(({ article }) => article)).toEqual(["courier", "gazette"]);
  await expect(confirm(store, { id: norland?.id ?? "" }, ana)).rejects.toThrow(/are confirmed already/);
  await expect(reject(store, { id: norland?.id ?? "", state: "closed" }, ana)).rejects.toThrow(/it has reduced\.$/);
  await store.close();
});

test("what cannot be one is refused, and a grade is one of six", async () => {
  const store = await filled("refused.db");
  const [act, told] = [await eventTold(store, "herald/ac_1"), await eventTold(store, "courier/po_1")];
  await expect(mergeGroups(store, [act, told], ana)).rejects.toThrow(/^Only acts can be one act/);
  await expect(splitGroup(store, act, ["courier/po_1"], ana)).rejects.toThrow(/^courier\/po_1 tells nothing of ev_/);
  await expect(gradeSource(store, { outlet: "courier", grade: "G" }, ana)).rejects.toThrow(/expected one of A, B/);
  await expect(gradeSource(store, { outlet: "nobody", grade: "A" }, ana)).rejects.toThrow(
    /^No article is of the outlet/,
  );
  await gradeSource(store, { outlet: "courier", grade: "b" }, ana);
  await gradeSource(store, { outlet: "courier", grade: "C" }, ana);
  const grade = async () => (await findSources(store)).find(({ outlet }) => outlet === "courier")?.grade;
  expect(await grade()).toBe("C");
  await undoCorrection(store, "co_2", ana);
  expect(await grade()).toBe("B");
  expect(await findCorrections(store)).toHaveLength(3);
  await store.close();
});
