import { afterAll, beforeAll, expect, test } from "vitest";
import { addAndLink, link } from "../../test/link/linked-store.js";
import { toldArticle } from "../../test/link/told-article.js";
import { wireStories } from "../../test/link/wire-stories.js";
import { recordedEffects } from "../../test/recorded-effects.js";
import { temporaryFolder } from "../../test/temporary-folder.js";
import type { LinkInput } from "../link/link-input.js";
import { confirm, mergeGroups, reject, remark, undoCorrection } from "../store/corrections/correct-store.js";
import { findCorrections } from "../store/queries/corrections.js";
import { findDisputes } from "../store/queries/disputes.js";
import { noFilter } from "../store/queries/line-filter.js";
import { remarkedLines, remarksInUse } from "../store/queries/review.js";
import { openStoreForWriting, type WritableStore } from "../store/store.js";
import { correctionView } from "../view/correction-view.js";
import type { AskedPeriod } from "./brief-question.js";
import { toldClaim } from "./told-claim.js";
import { toldLineFields } from "./told-line-fields.js";
import { toldDisputes } from "./told-links.js";
import { toldReview } from "./told-review.js";

const path = temporaryFolder();
const ana = { by: "ana", why: null };
const { effects } = recordedEffects({ files: { "titles.tsv": "minister\toffice\t-\t-\n" } });
const asked: AskedPeriod = {
  period: { since: null, until: null, chosen: "asked", zone: "UTC" },
  filter: noFilter,
  about: [],
};

const bodies = wireStories.map(({ paragraphs }) => paragraphs.join("\n\n"));
const state = (id: string, published: string, status: "happened" | "denied") =>
  toldArticle(id, {
    text: `The Norland embassy in Oslovar is closed, ${id} wrote.`,
    ...{ outlet: id, published, who: [{ name: "Norland embassy", kind: "facility" as const }] },
    states: [{ subject: "Norland embassy", aspect: "operations", value: "closed", status }],
  });
const raid = (id: string, published: string) =>
  toldArticle(id, {
    text: `Norland shelled Oslovar, ${id} wrote.`,
    ...{ outlet: id, published },
    who: [
      { name: "Norland", kind: "government", country: "NO" },
      { name: "Oslovar", kind: "government", country: "OS" },
    ],
    acts: [{ actor: "Norland", recipient: "Oslovar", type: "ASSAULT", trigger: "shelled" }],
  });
const wire = (id: string, published: string) =>
  toldArticle(id, {
    text: `${bodies[0]}\n\nIrena Sulk warned that the lock was shut for good.`,
    ...{ outlet: id, published, who: [{ name: "Irena Sulk", kind: "person" as const }] },
    said: [{ speaker: "Irena Sulk", content: "that the lock was shut for good", act: "warn" }],
  });
const articles: readonly LinkInput[] = [
  state("ledger", "2031-05-04", "happened"),
  state("mirror", "2031-05-05", "denied"),
  raid("herald", "2031-05-04"),
  raid("monitor", "2031-05-05"),
  wire("wire", "2031-05-04"),
  wire("reprint", "2031-05-05"),
];

let store: WritableStore;
let dispute: string;
beforeAll(async () => {
  store = await openStoreForWriting(path("review.db"), { now: () => new Date("2031-07-01T12:00:00Z") });
  await addAndLink(store, articles);
  dispute = (await findDisputes(store, { limit: 9 }))[0]?.id ?? "";
});
afterAll(() => store.close());

const queue = (more: object = {}) => toldReview(store, asked, { limit: 50, ...more }, effects);
const kinds = async (more: object = {}) => (await queue(more)).map(({ kind }) => kind).toSorted();
const undone = async (id: string) => {
  await undoCorrection(store, id, ana);
  await link(store);
};

test("the queue has acts, states, disputes and statements, copies once, the weightiest first, each with why", async () => {
  const all = await queue();
  expect(all.map(({ kind }) => kind).toSorted()).toEqual(["dispute", "event", "line", "state"]);
  const weights = all.map(({ weight }) => weight);
  expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  expect(all.find(({ kind }) => kind === "state")?.reasons).toContain("contested");
  expect(all.find(({ kind }) => kind === "event")?.reasons).toEqual(["2 origins"]);
  expect((await queue({ limit: 2, offset: 1 })).map(({ id }) => id)).toEqual(all.slice(1, 3).map(({ id }) => id));
});

test("what is confirmed or rejected is off the queue, and on it again once that is undone", async () => {
  const [act] = await queue({ kind: ["event"] });
  const confirmed = await confirm(store, { id: act?.id ?? "" }, ana);
  await confirm(store, { id: "reprint/st_1" }, ana);
  await confirm(store, { id: dispute }, ana);
  await link(store);
  expect(await kinds()).toEqual(["state"]);
  const rejected = await reject(store, { id: dispute, lines: true }, ana);
  await link(store);
  expect(rejected.detail.kind).toBe("hide");
  expect(await kinds()).toEqual([]);
  expect(await findDisputes(store, { limit: 9 })).toEqual([]);
  for (const { correction } of await findCorrections(store)) {
    if (correction.key >= confirmed.key) await undone(`co_${correction.key}`);
  }
  expect(await kinds()).toEqual(["dispute", "event", "line", "state"]);
});

test("notes, tags and whom it is assigned to reach copies, are shown with it, and narrow the queue", async () => {
  await remark(store, { id: "wire/st_1", kind: "tag", text: " the  lock " }, ana);
  await remark(store, { id: "reprint/st_1", kind: "note", text: "ask the harbour" }, { by: "ben", why: null });
  await remark(store, { id: "wire/st_1", kind: "assign", text: "Cleo" }, ana);
  await remark(store, { id: dispute, kind: "tag", text: "the lock" }, ana);
  await link(store);
  await expect(remark(store, { id: "reprint/st_1", kind: "tag", text: "the lock" }, ana)).rejects.toThrow(
    "reprint/st_1 has the tag “the lock” already.",
  );
  await expect(remark(store, { id: "wire/st_1", kind: "tag", text: "x".repeat(61) }, ana)).rejects.toThrow(
    "A tag has one to 60 characters; found 61.",
  );
  await expect(remark(store, { id: "sy_1", kind: "note", text: "x" }, ana)).rejects.toThrow(
    /^Found sy_1; expected a line/,
  );
  const [said] = await queue({ tag: "The Lock", kind: ["line"] });
  expect(said?.marks.map(({ kind, text, by }) => `${kind} ${text} ${by}`)).toEqual([
    "tag the lock ana",
    "note ask the harbour ben",
    "assign Cleo ana",
  ]);
  expect(await kinds({ tag: "the lock" })).toEqual(["dispute", "line"]);
  expect(await kinds({ assigned: "cleo" })).toEqual(["line"]);
  await remark(store, { id: "wire/st_1", kind: "assign", text: "Dana" }, ana);
  expect(await kinds({ assigned: "Cleo" })).toEqual([]);
  expect(await kinds({ assigned: "Dana" })).toEqual(["line"]);
  const filter = { words: [await remarkedLines(store, "tag", "the lock")], story: null };
  const [tagged] = await toldDisputes(store, await findDisputes(store, { limit: 9, filter }));
  expect(tagged?.marks.map(({ text }) => text)).toEqual(["the lock"]);
  expect((await remarksInUse(store)).tags).toEqual([{ text: "the lock", count: 2 }]);
  expect((await remarksInUse(store)).people).toEqual(["Cleo", "Dana", "ana", "ben"]);
});

test("a correction is told without ids, and with them", async () => {
  const views = (await findCorrections(store)).map(correctionView);
  const assigned = views.find(({ kind }) => kind === "assign");
  expect(assigned?.plain).toBe("Assigned to Cleo: “that the lock was shut for good”");
  expect(assigned?.about).toBe("wire/st_1");
  for (const { plain } of views) expect(plain).not.toMatch(/\b(?:ev|di|st|ac|po)_/);
});

test("a dispute tells how it stood, whose state it is over, and merging asks for another", async () => {
  const [told] = await toldDisputes(store, await findDisputes(store, { limit: 9 }));
  expect(told?.headline.claim).toBe("Norland embassy: closed");
  expect(told?.course).toEqual([
    { day: "2031-05-04", reports: [1, 0], stood: "told" },
    { day: "2031-05-05", reports: [0, 1], stood: "opened" },
  ]);
  await expect(mergeGroups(store, [dispute, dispute], ana)).rejects.toThrow("Name two different ids");
});

test("a claim has who holds it and who denies it, in the shape of a dispute", async () => {
  const closed = await toldClaim(store, "mirror/po_1");
  expect(closed?.sides.map(({ position, ends }) => [position, ends.map(({ id }) => id)])).toEqual([
    ["asserts", ["ledger/po_1"]],
    ["denies", ["mirror/po_1"]],
  ]);
  expect(closed?.disputes.map(({ id }) => id)).toEqual([dispute]);
  const shut = await toldClaim(store, "wire/st_1");
  expect(shut?.headline.claim).toBe("The lock was shut for good");
  expect(shut?.sides.map(({ ends }) => ends.map(({ article }) => article.outlet))).toEqual([["wire", "reprint"]]);
  expect(await toldClaim(store, "wire/st_9")).toBeNull();
});

test("the fields of a line have all that they can hold, with the names by which each is found", async () => {
  const read = await toldLineFields(store, "wire/st_1");
  const speaker = read?.fields.find(({ field }) => field === "who");
  expect(speaker).toMatchObject({ label: "Speaker", values: ["en_1"], now: "Irena Sulk", several: false });
  expect(speaker?.choices.map(({ label }) => label)).toEqual(["Irena Sulk"]);
  const act = read?.fields.find(({ field }) => field === "act");
  expect(act?.choices.find(({ value }) => value === "deny")?.label).toBe("denied");
  expect((await toldLineFields(store, "herald/ac_1"))?.fields.find(({ field }) => field === "who")?.several).toBe(true);
  expect((await toldLineFields(store, "ledger/po_1"))?.fields[0]).toMatchObject({
    field: "aspect value",
    values: ["operations closed"],
  });
  expect(await toldLineFields(store, "wire/st_9")).toBeNull();
});
