import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { publicationDate } from "../publication-date.js";
import { dateInAddress } from "./page-date.js";
import { pageMetadata } from "./page-metadata.js";
import type { PageElement } from "./page-node.js";
import { outlineOf } from "./page-outline.js";

/** By the page's elements alone, without the article's text. */
function publishedOn(head: string, body: string): string | null {
  const html = `<!doctype html><html><head>${head}</head><body>${body}<article><p>The quay was shut.</p></article></body></html>`;
  // linkedom types its document by the browser's library (see page-node.ts).
  const { document } = parseHTML(html) as unknown as { document: { readonly documentElement: PageElement } };
  const { published } = pageMetadata(document.documentElement, outlineOf(document.documentElement));
  return published === null ? null : publicationDate(published);
}

test.each([
  [
    "a meta that can be read, behind one that cannot",
    '<meta name="date" content="today"><meta name="pubdate" content="2031-03-04">',
    "",
  ],
  ["a title of Blogger's", "", '<abbr itemprop="datePublished" title="2031-03-04">12:55 AM</abbr>'],
  ["the canonical address", '<link rel="canonical" href="https://mail.example/2031/03/04/quay">', ""],
  ["an element named for it", "", '<h1>Quay</h1><p class="entry-date">Posted on Tuesday 4 March 2031 by Ada Lenz</p>'],
  ["the same day twice", "", '<h1>Quay</h1><p class="date">4 March 2031</p><p class="post-date">March 4, 2031</p>'],
])("a date is found in %s", (_what, head, body) => {
  expect(publishedOn(head, body)).toBe("2031-03-04");
});

test.each([
  ["above the heading, where papers print the day", '<p class="date">4 March 2031</p><h1>Quay</h1>'],
  ["of an edit", '<h1>Quay</h1><p class="date-modified">4 March 2031</p>'],
  ["of a comment", '<h1>Quay</h1><p class="comment-date">4 March 2031</p>'],
  ["of two days, as in a list", '<h1>Quay</h1><p class="date">4 March 2031</p><p class="date">1 March 2031</p>'],
  ["beside the article", '<h1>Quay</h1><aside><p class="date">4 March 2031</p></aside>'],
  ["in a paragraph", `<h1>Quay</h1><p class="story">The quay was shut on 4 March 2031, ${"and so on ".repeat(12)}</p>`],
])("no date is taken %s", (_what, body) => {
  expect(publishedOn("", body)).toBeNull();
});

test.each([
  ["https://mail.example/2031/03/04/quay", ["2031-03-04"]],
  ["https://mail.example/world/2031-3-4/quay?x=1", ["2031-03-04"]],
  ["https://mail.example/2031/03/04", ["2031-03-04"]],
  ["https://mail.example/2031/03/quay", []],
  ["https://mail.example/2031/13/04/quay", []],
  ["https://mail.example/quay?day=/2031/03/04/", []],
  ["https://mail.example/120310304/quay", []],
])("%s", (address, days) => {
  expect(dateInAddress(address)).toEqual(days);
});
