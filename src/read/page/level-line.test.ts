import { expect, test } from "vitest";
import { itemArticle } from "../feed/item-article.js";
import { readFeed } from "../feed/read-feed.js";
import { nothingKnown } from "../known-facts.js";
import { isLevelName, withLevel } from "./level-line.js";
import { readPage } from "./read-page.js";

test.each([
  "advice-level",
  "field-overall-advice-level",
  "AdvisoryLevel",
  "travel_status box security-status",
  "Threat-Level",
  "alertLevel",
])("%s names a level", (name) => {
  expect(isLevelName(name)).toBe(true);
});

test.each([
  "level",
  "heading-level-2",
  "status",
  "advice",
  "security-status-report-link",
  "sea-level",
])("%s names none", (name) => {
  expect(isLevelName(name)).toBe(false);
});

const body =
  "<p>Armed groups are active in the north of Tarvenia, and the airport at Ostrel was shut on Monday until further notice.</p><p>Keep away from crowds, and follow what the local authorities say on the radio.</p>";

async function textOf(html: string): Promise<string> {
  const reading = await readPage(new TextEncoder().encode(html), "page", nothingKnown);
  return reading.kind === "article" ? reading.article.text : "";
}

test("a page's level that stands beside its article is a line under the title", async () => {
  const page = `<!doctype html><title>Tarvenia</title><aside class="advice-level"><b>Do not</b> travel</aside><article><h1>Tarvenia</h1>${body}</article>`;
  expect((await textOf(page)).split("\n\n").slice(0, 2)).toEqual(["Tarvenia", "Do not travel"]);
});

test("a heading that gives country and level is a line too, where the title gives the country alone", async () => {
  const page = (heading: string): string =>
    `<!doctype html><title>Tarvenia Travel Advisory</title><div class="head"><h3>${heading}</h3></div><div>${body}</div>`;
  expect((await textOf(page("Tarvenia - Level 3: Reconsider Travel"))).split("\n\n").slice(0, 2)).toEqual([
    "Tarvenia Travel Advisory",
    "Tarvenia - Level 3: Reconsider Travel",
  ]);
  expect(await textOf(page("Level 3: the car park"))).not.toContain("car park");
});

test("one that is told anyway, or is no level, adds nothing", async () => {
  const page = (level: string): string =>
    `<!doctype html><title>Tarvenia</title>${level}<article><h1>Tarvenia</h1>${body}</article>`;
  const plain = await textOf(page(""));
  expect(plain).toContain("Armed groups");
  expect(await textOf(page('<aside class="advice-level">4</aside>'))).toBe(plain);
  expect(await textOf(page(`<aside class="advice-level">${"So many words. ".repeat(20)}</aside>`))).toBe(plain);
  expect(withLevel(["Do not travel to Tarvenia."], "Do not travel", "Tarvenia")).toEqual([
    "Do not travel to Tarvenia.",
  ]);
});

test("the level that a feed files its item under is a line of its text", async () => {
  const rss = `<rss><channel><title>Advice</title><item><title>Tarvenia</title><category domain="Country-Tag">TV</category><category domain="Threat-Level">Level 4: Do Not Travel</category><description>${body.replaceAll("<", "&lt;")}</description></item></channel></rss>`;
  const reading = readFeed(new TextEncoder().encode(rss), { address: null, charset: null });
  const [item] = reading.kind === "feed" ? reading.feed.items : [];
  if (item === undefined) throw new Error("no item");
  const { article } = await itemArticle(item, { title: null, language: null }, "feed", nothingKnown);
  expect(article.text.split("\n\n").slice(0, 2)).toEqual(["Tarvenia", "Level 4: Do Not Travel"]);
});
