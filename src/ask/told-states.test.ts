import { copyFileSync } from "node:fs";
import { expect, test } from "vitest";
import { toldArticle } from "../../test/link/told-article.js";
import { addToRecord } from "../../test/served-record.js";
import { temporaryFolder } from "../../test/temporary-folder.js";
import { processEffects } from "../run/process-effects.js";
import { openSqliteFile } from "../store/sqlite-file.js";
import { openStoreForReading } from "../store/store.js";
import { briefQuestion } from "./brief-question.js";
import { toldBrief, toldTimeline } from "./told-brief.js";
import { toldReview } from "./told-review.js";

const path = temporaryFolder();
const effects = processEffects();

const told = (outlet: string, day: string, value: string, status: "happened" | "announced" | "denied" = "happened") =>
  toldArticle(`${outlet}-${day}`, {
    text: `The Norland embassy in Oslovar was ${value} on that day, wrote the ${outlet}.`,
    outlet,
    published: day,
    who: [{ name: "Norland embassy", kind: "facility", country: "NO" }],
    states: [{ subject: "Norland embassy", aspect: "staffing", value, status }],
  });

/** Of an embassy that is emptied and filled again over three months, with a denial and with what is only announced. */
const articles = [
  told("Courier", "2031-03-01", "reduced"),
  told("Gazette", "2031-03-02", "reduced"),
  told("Herald", "2031-03-02", "evacuated", "announced"),
  told("Mail", "2031-03-10", "evacuated"),
  told("Courier", "2031-03-11", "evacuated", "denied"),
  told("Tribune", "2031-04-20", "restored"),
  told("Gazette", "2031-05-02", "reduced", "announced"),
  told("Herald", "2031-05-03", "reduced"),
  told("Courier", "2031-05-03", "reduced"),
];

const periods = [
  { since: "2031-03-02", until: "2031-03-03" },
  { since: "2031-03-10", until: "2031-03-11" },
  { since: "2031-03-11", until: "2031-03-12" },
  { since: "2031-03-12", until: "2031-04-01" },
  { since: "2031-04-20", until: "2031-04-21" },
  { since: "2031-05-03" },
  { since: "2031-03-01", until: "2031-03-20" },
  { since: "2031-04-10", until: "2031-05-10" },
  { since: "2031-03-01", until: "2031-05-10" },
  {},
] as const;

/** What pages on all of the periods show. */
async function pagesOf(name: string): Promise<readonly unknown[]> {
  const store = openStoreForReading(path(name));
  const pages = [];
  for (const options of periods) {
    const asked = await briefQuestion(options, store, effects, "all");
    if (asked.kind === "refused") throw new Error(asked.reason);
    pages.push(await toldBrief(store, asked, effects), await toldTimeline(store, asked, effects));
    pages.push(await toldReview(store, asked, { limit: 50 }, effects));
  }
  await store.close();
  return pages;
}

test("pages show the same of states whether what is kept by day is at hand or not", async () => {
  await addToRecord(path("kept.db"), articles);
  copyFileSync(path("kept.db"), path("open.db"));
  const file = openSqliteFile(path("open.db"), { patience: 0 });
  file.exec("update history_day set content = null");
  file.close();
  const pages = await pagesOf("kept.db");
  expect(pages).toEqual(await pagesOf("open.db"));
  expect(JSON.stringify(pages)).toMatch(/new, before: staff reduced/);
});

test("what is kept by day is the same however its articles came", async () => {
  const rows = async (name: string, all: typeof articles) => {
    for (const article of all) await addToRecord(path(name), [article]);
    const store = openStoreForReading(path(name));
    const found = await store.tables.selectFrom("history_day").selectAll().orderBy("history").orderBy("day").execute();
    await store.close();
    return found.map(({ content, ...row }) => ({ ...row, content: content?.replace(/"lately":\[[^\]]*\]/g, "") }));
  };
  const found = await rows("in-order.db", articles);
  expect(found.map(({ day, next }) => [day, next])).toEqual([
    ["2031-03-01", "2031-03-02"],
    ["2031-03-02", "2031-03-10"],
    ["2031-03-10", "2031-03-11"],
    ["2031-03-11", "2031-04-20"],
    ["2031-04-20", "2031-05-02"],
    ["2031-05-02", "2031-05-03"],
    ["2031-05-03", null],
  ]);
  expect(await rows("reversed.db", articles.toReversed())).toEqual(found);
});
