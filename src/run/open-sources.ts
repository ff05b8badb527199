import type { FieldSource } from "../read/entries/field-names.js";
import type { Feed } from "../read/feed/feed.js";
import { type ItemInFeed, type ItemReading, readItem } from "../read/feed/read-item.js";
import type { KnownFacts } from "../read/known-facts.js";
import { readMany } from "../read/read-many.js";
import { type ReadingOrNote, unreadable } from "../read/reading.js";
import { countedSources, type SourceContent, sourceContent } from "../read/source-content.js";
import type { FetchOutcome } from "../read/web/fetch-outcome.js";
import type { Web } from "../read/web/open-web.js";
import { mapInOrder } from "./map-in-order.js";

/**
 * The readings of an address by whatever it leads to: of a feed or a sitemap, the page behind each item; of a front page, an OPML file or an index, those of
 * all feeds or sitemaps that it names; else what is there.
 */
export async function* openSource(
  address: string,
  known: KnownFacts,
  fields: FieldSource,
  web: Web,
): AsyncGenerator<ReadingOrNote> {
  const outcome = await web.fetch({ address, validators: null });
  if (outcome.kind !== "fetched") return yield notFetched(address, outcome);
  const { retrieval, bytes } = outcome;
  const content = sourceContent(bytes, retrieval);
  if (content.kind === "other") {
    yield* readMany(bytes, address, known, fields, { retrieval, item: null });
  } else yield* openListed(content, { retrieval, source: { sha256: retrieval.sha256, bytes } }, address, known, web);
}

/** What lists pages to read or feeds of them. */
export type ListContent = Exclude<SourceContent, { kind: "other" }>;

/** How a list came. */
type ListOrigin = Pick<ItemInFeed, "retrieval" | "source">;

/** The readings of all that a list leads to; of a list of feeds or sitemaps one after the other. What is named as a feed and is none is told. */
export async function* openListed(
  content: ListContent,
  origin: ListOrigin,
  input: string,
  known: KnownFacts,
  web: Web,
): AsyncGenerator<ReadingOrNote> {
  if (content.kind === "unreadable") return yield unreadable(input, content.reason);
  if (content.kind === "feed") return yield* feedPages(content.feed, origin, input, known, web);
  const { of, feeds, faults } = content;
  for (const note of [`it names ${countedSources(feeds.length, of)}`, ...faults]) yield { kind: "note", input, note };
  for (const { address } of feeds) {
    const outcome = await web.fetch({ address, validators: null });
    if (outcome.kind !== "fetched") {
      yield notFetched(address, outcome);
      continue;
    }
    const { retrieval, bytes } = outcome;
    const listed = sourceContent(bytes, retrieval);
    if (listed.kind === "feed") {
      yield* feedPages(listed.feed, { retrieval, source: { sha256: retrieval.sha256, bytes } }, address, known, web);
    } else yield unreadable(address, listed.kind === "unreadable" ? listed.reason : `this is no ${of.slice(0, -1)}`);
  }
}

type Fetched = Extract<FetchOutcome, { kind: "fetched" }>;

/** Pages that are asked for at once; those of one host wait for one another all the same. */
const atOnce = 4;

async function* feedPages(
  feed: Feed,
  origin: ListOrigin,
  input: string,
  known: KnownFacts,
  web: Web,
): AsyncGenerator<ReadingOrNote> {
  const what = feed.format === "sitemap" ? [`this is a sitemap of ${countedSources(feed.items.length, "pages")}`] : [];
  for (const note of [...what, ...feed.faults]) yield { kind: "note", input, note };
  if (feed.items.length === 0) yield { kind: "note", input, note: "this feed has no items" };
  const told = (async function* () {
    for (const [index, item] of feed.items.entries()) {
      yield { name: `${input}, item ${index + 1}`, item, feed, ...origin };
    }
  })();
  yield* mapInOrder(told, atOnce, async (one: ItemInFeed & { readonly name: string }) => {
    const facts = { ...known, id: null, url: null };
    return readingOf(await readItem(one, web, one.name, facts), one.name);
  });
}

function readingOf(read: ItemReading, input: string): ReadingOrNote {
  if (read.kind === "page" || read.kind === "feed-text") return read.reading;
  return unreadable(input, read.kind === "nothing" ? read.fault.reason : "the server says that nothing has changed");
}

function notFetched(address: string, outcome: Exclude<FetchOutcome, Fetched>): ReadingOrNote {
  return unreadable(address, outcome.kind === "failed" ? outcome.reason : "the server says that nothing has changed");
}
