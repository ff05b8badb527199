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

function fetched(html: string): FetchOutcome {
  const retrieval: Retrieval = {
    ...{ requested: address, address, fetched: "2031-03-04T08:15:00Z", status: 200, headers: {} },
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
