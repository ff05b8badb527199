import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addAndLink } from "../../test/link/linked-store.js";
import { toldArticle } from "../../test/link/told-article.js";
import { recordedEffects } from "../../test/recorded-effects.js";
import { temporaryFolder } from "../../test/temporary-folder.js";
import { findArticles } from "../store/queries/find-articles.js";
import { openStoreForWriting, type WritableStore } from "../store/store.js";
import { type BriefOptions, briefQuestion } from "./brief-question.js";
import { rollingPeriod } from "./rolling-period.js";
import { toldBrief } from "./told-brief.js";

const path = temporaryFolder();
const { effects } = recordedEffects({ files: { "titles.tsv": "minister\toffice\t-\t-\n" } });

const raid = (id: string, published: string, town = "Oslovar") =>
  toldArticle(id, {
    text: `Norland shelled ${town}, ${id} wrote.`,
    ...{ outlet: id, published },
    who: [
      { name: "Norland", kind: "government", country: "NO" },
      { name: town, kind: "government", country: "OS" },
    ],
    acts: [{ actor: "Norland", recipient: town, type: "ASSAULT", trigger: "shelled" }],
  });
const closed = (id: string, published: string, embassy: string, aspect: "operations" | "consular" = "operations") =>
  toldArticle(id, {
    text: `The ${embassy} in Oslovar is closed, ${id} wrote.`,
    ...{ outlet: id, published, who: [{ name: embassy, kind: "facility" as const }] },
    states: [{ subject: embassy, aspect, value: aspect === "operations" ? "closed" : "suspended", status: "happened" }],
  });

let store: WritableStore;
let now = new Date("2031-05-08T20:00:00Z");
beforeAll(async () => {
  store = await openStoreForWriting(path("rolling.db"), { now: () => now });
  await addAndLink(store, [
    raid("early", "2031-05-05T09:00:00Z"),
    closed("stale", "2031-05-07T06:00:00Z", "Ardland embassy"),
    raid("dawn", "2031-05-07T06:30:00Z", "Karn"),
    closed("fresh", "2031-05-07T19:00:00Z", "Orsen embassy", "consular"),
    raid("undated", "2031-05-07", "Selm"),
    raid("last", "2031-05-08T18:00:00Z", "Venn"),
  ]);
  now = new Date("2031-05-09T08:00:00Z");
  await addAndLink(store, [raid("late", "2031-05-06T12:00:00Z", "Brin"), raid("another", "2031-05-06", "Oslovar")]);
}, 60_000);
afterAll(() => store.close());

async function question(options: BriefOptions) {
  const asked = await briefQuestion(options, store, effects, "last_day");
  if (asked.kind === "refused") throw new Error(asked.reason);
  return asked;
}

async function articlesOf(options: BriefOptions): Promise<readonly string[]> {
  const { period, filter } = await question(options);
  const page = { since: period.since ?? undefined, until: period.until ?? undefined, filter, limit: 50, offset: 0 };
  return (await findArticles(store, page)).map(({ id }) => id).toSorted();
}

test("a period up to the end of the record is written as hours, days or weeks, and anything else is none", () => {
  expect(["24h", "3d", "2w"].map(rollingPeriod)).toEqual([{ hours: 24 }, { days: 3 }, { days: 14 }]);
  expect(["0h", "24", "h", "24H", "-3d", "169h", "12345d", "24h ", "1.5d", ""].map(rollingPeriod)).toEqual(
    Array.from({ length: 10 }, () => null),
  );
});

describe("since", () => {
  test("hours are those up to the last moment that an article tells, and an article of a day alone is of all of it", async () => {
    expect(await articlesOf({ since: "24h" })).toEqual(["fresh", "last", "undated"]);
    expect(await articlesOf({ since: "36h" })).toEqual(["dawn", "fresh", "last", "stale", "undated"]);
    expect((await question({ since: "24h" })).about).toEqual([
      "the 24 hours from 7 May 2031, 18:00 UTC to 8 May 2031, 18:00 UTC",
    ]);
  });

  test("days and weeks are whole days, the last of them the last day with articles", async () => {
    expect(await articlesOf({ since: "1d" })).toEqual(["last"]);
    expect(await articlesOf({ since: "3d" })).toEqual(["another", "dawn", "fresh", "last", "late", "stale", "undated"]);
    expect((await question({ since: "1w" })).period).toMatchObject({ since: "2031-05-02", until: null });
    expect((await question({ since: "3d" })).about).toEqual([]);
  });

  test("a brief counts the articles of its hours, and what stood in those before them is no news", async () => {
    const brief = await toldBrief(store, await question({ since: "24h" }), effects);
    expect(brief.size.articles).toBe(3);
    const told = (lines: typeof brief.changes.lines) =>
      lines.map(({ who, whom, id }) => `${who} ${whom} ${id}`).join("; ");
    expect(told(brief.changes.lines)).toContain("Orsen embassy");
    expect(told(brief.changes.lines)).toContain("Norland Venn");
    expect(told(brief.changes.lines)).not.toMatch(/Ardland|Karn/);
    // What holds is known from before.
    expect(told(brief.postures.lines)).toContain("Ardland embassy");
    expect(told(brief.actions.lines)).not.toContain("Karn");
  });
});

describe("added after", () => {
  test("a moment leaves what came in later, of whatever day it is", async () => {
    expect(await articlesOf({ addedAfter: "2031-05-08T20:00:00.000Z" })).toEqual(["another", "late"]);
    expect(await articlesOf({ addedAfter: "2031-05-08" })).toHaveLength(8);
    expect(await articlesOf({ addedAfter: "2031-05-10" })).toEqual([]);
    expect(await articlesOf({ addedAfter: "2031-05-08T20:00:00.000Z", since: "2031-05-07" })).toEqual([]);
  });

  test("a brief of it has what is new, and what a second source told now of an act that was known", async () => {
    const brief = await toldBrief(store, await question({ addedAfter: "2031-05-08T20:00:00.000Z" }), effects);
    expect(brief.size).toMatchObject({ articles: 2, first: "2031-05-06", last: "2031-05-06" });
    const told = brief.changes.lines.map(({ whom, facts }) => `${whom} (${facts.join(", ")})`).join("; ");
    expect(told).toContain("Brin");
    expect(told).toMatch(/Oslovar .*now told by a second source/);
    expect(told).not.toMatch(/Karn|embassy/);
  });

  test("a record to which nothing was added has an empty brief", async () => {
    const brief = await toldBrief(store, await question({ addedAfter: "2031-05-10" }), effects);
    expect(brief.size.articles).toBe(0);
    expect([...brief.changes.lines, ...brief.actions.lines, ...brief.statements.lines]).toEqual([]);
  });
});
