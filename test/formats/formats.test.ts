import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseFieldNames } from "../../src/read/entries/field-names.js";
import { nothingKnown } from "../../src/read/known-facts.js";
import { readMany } from "../../src/read/read-many.js";
import type { ReadingOrNote } from "../../src/read/reading.js";
import { sourceContent } from "../../src/read/source-content.js";

/**
 * A folder for each format, in it files and what is read of each (`NAME.read`), for people to look at. `npx vitest run test/formats -u` accepts
 * what is read now.
 */
const here = fileURLToPath(new URL(".", import.meta.url));
const names = parseFieldNames(readFileSync(new URL("../../data/article-fields.tsv", import.meta.url), "utf8"));
const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe.each(folders.map(({ name }) => name))("%s", (folder) => {
  const files = readdirSync(join(here, folder)).filter((name) => !name.endsWith(".read"));

  test("has ten files", () => {
    expect(files.length).toBeGreaterThanOrEqual(10);
  });

  test.each(files)("%s", async (name) => {
    const path = join(here, folder, name);
    const shown: string[] = [];
    if (folder === "sitemap") shown.push(showListed(readFileSync(path)));
    for await (const reading of readMany(readFileSync(path), name, nothingKnown, async () => names))
      shown.push(show(reading));
    await expect(shown.join("\n")).toMatchFileSnapshot(`${path}.read`);
  });
});

/** What `add` and `watch` make of a file that names addresses. */
function showListed(bytes: Uint8Array): string {
  const content = sourceContent(bytes, { address: "https://orsen.example/map.xml", contentType: null });
  if (content.kind === "feed") {
    const items = content.feed.items.map((item) => `  ${JSON.stringify(item)}`);
    return [`${content.feed.format} ${content.feed.language ?? "-"}`, ...content.feed.faults, ...items, ""].join("\n");
  }
  if (content.kind !== "feed-list") return `${JSON.stringify(content)}\n`;
  return [content.of, ...content.faults, ...content.feeds.map(({ address }) => `  ${address}`), ""].join("\n");
}

function show(reading: ReadingOrNote): string {
  if (reading.kind === "note") return `note ${reading.input}: ${reading.note}\n`;
  if (reading.kind === "unreadable") return `unreadable ${reading.input}: ${reading.reason}\n`;
  const { id, url, title, outlet, authors, published, publishedFrom, text, timecodes, messages } = reading.article;
  const facts = {
    ...(id.startsWith("art_") ? {} : { id }),
    ...{ url, title, outlet, authors: authors.length === 0 ? null : authors.join("; ") },
    published: published === null ? null : `${published} (${publishedFrom})`,
    timecodes: timecodes?.map(([start, second]) => `${second} “${text.slice(start).slice(0, 12)}”`).join(", ") ?? null,
    messages: messages.length === 0 ? null : messages.map(({ code }) => code).join(", "),
  };
  const lines = Object.entries(facts).flatMap(([name, value]) => (value === null ? [] : [`  ${name}: ${value}`]));
  return [`article ${reading.input}`, ...lines, ...text.split("\n").map((line) => `  | ${line}`.trimEnd()), ""].join(
    "\n",
  );
}
