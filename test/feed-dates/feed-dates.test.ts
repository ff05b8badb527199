import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { itemArticle } from "../../src/read/feed/item-article.js";
import { escapeHtml } from "../../src/read/feed/markup.js";
import { readFeed } from "../../src/read/feed/read-feed.js";
import { nothingKnown } from "../../src/read/known-facts.js";
import { parseTable } from "../../src/text/table.js";

const dates = parseTable(readFileSync(new URL("dates.tsv", import.meta.url), "utf8"));

test("there are a hundred", () => {
  expect(new Set(dates.map(([written]) => written)).size).toBe(100);
});

test.each(dates)("%s", async (written = "", right = "") => {
  const rss = `<rss version="2.0"><channel><title>Mail</title><item><title>Quay shut</title><pubDate>${escapeHtml(written)}</pubDate></item></channel></rss>`;
  const reading = readFeed(new TextEncoder().encode(rss), { address: null, charset: null });
  const item = reading.kind === "feed" ? reading.feed.items[0] : undefined;
  if (item === undefined) throw new Error("no item");
  const { article } = await itemArticle(item, { title: "Mail", language: null }, "feed", nothingKnown);
  expect(article.published ?? "-").toBe(right);
  expect(article.messages.some(({ code }) => code === "published-unreadable")).toBe(right === "-");
});
