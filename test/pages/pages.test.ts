import { describe, expect, test } from "vitest";
import { nothingKnown } from "../../src/read/known-facts.js";
import { readPage } from "../../src/read/page/read-page.js";
import { pages as authors } from "./authors.js";
import { pages as bodies } from "./bodies.js";
import { pages as dates } from "./dates.js";
import { pages as dialogs } from "./dialogs.js";
import { pages as jsonLd } from "./json-ld.js";
import { type PageCase, story, title } from "./page-case.js";
import { pages as walls } from "./walls.js";

/** Pages of our own making, of the kinds that readers of pages are known to stumble over: body, title, day, authors and messages, each to the letter. */
describe.each(Object.entries({ dialogs, walls, jsonLd, dates, authors, bodies }))("%s", (_kind, pages) => {
  test.each(pages.map((page) => [page.what, page] as const))("%s", async (_what, page) => {
    expect(await readCase(page)).toEqual({
      title: page.title === undefined ? title : page.title,
      body: page.body ?? story,
      published: page.published ?? null,
      authors: page.authors ?? [],
      messages: page.messages ?? [],
    });
  });
});

async function readCase({ html }: PageCase): Promise<Required<Omit<PageCase, "what" | "html">>> {
  const bytes = typeof html === "string" ? new TextEncoder().encode(html) : html;
  const reading = await readPage(bytes, "page.html", nothingKnown);
  if (reading.kind !== "article") throw new Error(reading.kind);
  const { article } = reading;
  const body = article.text.split("\n\n");
  return {
    title: article.title,
    body: body[0] === article.title ? body.slice(1) : body,
    published: article.published,
    authors: article.authors,
    messages: article.messages.map(({ code }) => code),
  };
}
