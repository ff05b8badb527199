import { expect, test } from "vitest";
import { nothingKnown } from "../known-facts.js";
import type { Retrieval } from "../retrieval.js";
import type { FetchOutcome } from "../web/fetch-outcome.js";
import { readItem } from "./read-item.js";

const address = "https://mail.example/quay";
const sentence =
  "The Orsen port authority closed the northern quay to all ships on Monday, hours after a patrol boat ran aground.";
const second =
  "Shipping firms said that they had been told nothing, and that eleven vessels were waiting off the cape.";

/** What comes of an item that leads to a page: which text was taken, and the messages. */
async function readBehind(
  html: string,
  content: string,
): Promise<readonly [kind: string, text: string, codes: string]> {
  const item = {
    id: "1",
    title: "Quay closed",
    address,
    published: null,
    updated: null,
    summary: null,
    content,
    authors: [],
  };
  const told = { item, feed: { title: "Orsen Mail", language: "en" }, retrieval: null, source: null };
  const reading = await readItem(told, { fetch: async () => fetched(html) }, "feed, item 1", nothingKnown);
  if (!("reading" in reading) || reading.reading.kind !== "article") throw new Error(reading.kind);
  const { text, messages } = reading.reading.article;
  return [reading.kind, text, messages.map(({ code }) => code).join()];
}

function fetched(html: string, led = address): FetchOutcome {
  const retrieval: Retrieval = {
    ...{ requested: address, address: led, fetched: "2031-03-04T08:15:00Z", status: 200, headers: {} },
    ...{ contentType: "text/html", sha256: "0".repeat(64) },
  };
  return { kind: "fetched", bytes: new TextEncoder().encode(html), retrieval, validators: null } as FetchOutcome;
}

const page = (heading: string, told: string): string =>
  `<!doctype html><html lang="en"><head><title>${heading}</title></head><body><main><h1>${heading}</h1>${told}</main></body></html>`;

test.each([
  [
    "a page to sign in on",
    page(
      "Sign in to Orsen Mail",
      "<p>Sign in or create an account to continue reading.</p><p>Enter your e-mail address and password.</p>",
    ),
  ],
  ["a page that was not found", page("Page not found", "<p>The page you are looking for has moved.</p>")],
  ["a heading alone", page("Quay closed", "")],
  [
    "less of the text than the feed has",
    page("Quay closed", `<p>${sentence}</p><p>Subscribe to continue reading the Mail.</p>`),
  ],
])("the feed's own text is kept where the page is %s", async (_what, html) => {
  const [kind, text, codes] = await readBehind(html, `<p>${sentence}</p><p>${second}</p>`);
  expect([kind, text, codes]).toEqual(["feed-text", `Quay closed\n\n${sentence}\n\n${second}`, "feed-text-only"]);
});

test("the beginning on the page is taken where the feed has no more", async () => {
  const html = page("Quay closed", `<p>${sentence}</p><p>Subscribe to continue reading the Mail.</p>`);
  expect(await readBehind(html, "<p>The quay was closed.</p>")).toEqual([
    "page",
    `Quay closed\n\n${sentence}`,
    "page-teaser",
  ]);
});

const item = { id: "1", title: "Quay closed", address, published: null, updated: null, summary: null, authors: [] };

test("the feed's own text is kept where the address leads on to a page that sells", async () => {
  const html = page(
    "All of the Mail",
    "<p>Read what moves the coast, wherever you are.</p><p>Two weeks are on us.</p>",
  );
  const told = {
    item: { ...item, content: sentence },
    feed: { title: "Orsen Mail", language: "en" },
    retrieval: null,
    source: null,
  };
  const led = fetched(html, "https://mail.example/subscribe?from=quay");
  const read = await readItem(told, { fetch: async () => led }, "feed, item 1", nothingKnown);
  expect(read).toMatchObject({ kind: "feed-text", reading: { article: { text: `Quay closed\n\n${sentence}` } } });
});

test.each([
  ["https://www.mail.example/", "Orsen Mail"],
  ["https://gathered.example/", null],
])("a page that names no outlet has that of its feed, where the feed is of its own site: %s", async (site, outlet) => {
  const feed = { title: "Orsen Mail", language: "en", address: site };
  const told = { item: { ...item, content: null }, feed, retrieval: null, source: null };
  const html = page("Quay closed", `<p>${sentence}</p><p>${second}</p>`);
  const read = await readItem(told, { fetch: async () => fetched(html) }, "feed, item 1", nothingKnown);
  expect(read).toMatchObject({ kind: "page", reading: { article: { outlet } } });
});
