import { afterAll, beforeAll, expect, test } from "vitest";
import { addAndLink } from "../../test/link/linked-store.js";
import { toldArticle } from "../../test/link/told-article.js";
import { recordedEffects } from "../../test/recorded-effects.js";
import { temporaryFolder } from "../../test/temporary-folder.js";
import { noFilter } from "../store/queries/line-filter.js";
import { openStoreForWriting, type WritableStore } from "../store/store.js";
import type { AskedPeriod } from "./brief-question.js";
import { toldBrief, toldTimeline } from "./told-brief.js";

const path = temporaryFolder();
const { effects } = recordedEffects({ files: { "titles.tsv": "minister\toffice\t-\t-\n" } });

const raid = (id: string, published: string, town: string) =>
  toldArticle(id, {
    text: `Norland shelled ${town}, ${id} wrote.`,
    ...{ outlet: id, published },
    who: [
      { name: "Norland", kind: "government", country: "NO" },
      { name: town, kind: "government", country: "OS" },
    ],
    acts: [{ actor: "Norland", recipient: town, type: "ASSAULT", trigger: "shelled" }],
  });

let store: WritableStore;
beforeAll(async () => {
  store = await openStoreForWriting(path("big.db"), { now: () => new Date("2031-05-08T20:00:00Z") });
  await addAndLink(store, [raid("old", "2031-05-06", "Karn"), raid("new", "2031-05-08", "Venn")]);
});
afterAll(() => store.close());

const asked: AskedPeriod = {
  period: { since: null, until: null, chosen: "asked", zone: "UTC" },
  filter: noFilter,
  about: [],
};

// How many articles a day has is what its row says; so many need not be there.
test.each([
  [2_500, "all of a record of 5,000 articles is looked at", ["Karn", "Venn"], []],
  [
    2_501,
    "of a bigger one the latest whole days are, and it says which",
    ["Venn"],
    ["the latest 2501 articles, from 8 May 2031 on"],
  ],
])("with %i articles a day, %s", async (articles, _, towns, about) => {
  await store.tables.updateTable("day_size").set({ articles }).execute();
  const brief = await toldBrief(store, asked, effects);
  const lines = [...brief.changes.lines, ...brief.actions.lines];
  expect(lines.map(({ whom }) => whom).sort()).toEqual(towns);
  expect(brief.about).toEqual(about);
  expect(brief.size.articles).toBe(2 * articles);
  const timeline = await toldTimeline(store, asked, effects);
  expect(timeline.about).toEqual(about);
});
