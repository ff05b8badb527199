import type { FieldSource } from "../read/entries/field-names.js";
import type { FeedLink } from "../read/feed/discover-feeds.js";
import type { Feed } from "../read/feed/feed.js";
import { type ItemInFeed, type ItemReading, readItem } from "../read/feed/read-item.js";
import type { KnownFacts } from "../read/known-facts.js";
import { readMany } from "../read/read-many.js";
import { type ReadingOrNote, unreadable } from "../read/reading.js";
import { sourceContent } from "../read/source-content.js";
import type { FetchOutcome } from "../read/web/fetch-outcome.js";
import type { Web } from "../read/web/open-web.js";
import { mapInOrder } from "./map-in-order.js";

/**
 * The readings of an address by whatever it leads to: of a feed, the page behind each item; of a front page or an OPML file, those of all feeds
 * that it names; else what is there.
 */
export async function* openSource(
  address: string,
  known: KnownFacts,
  fields: FieldSource,
  web: Web,
): AsyncGenerator<ReadingOrNote> {
  const outcome = await web.fetch({ address, validators: null });
  if (outcome.kind !== "fetched") return yield notFetched(address, outcome);
  const content = sourceContent(outcome.bytes, outcome.retrieval);
  if (content.kind === "unreadable") yield unreadable(address, content.reason);
  else if (content.kind === "feed") yield* feedPages(content.feed, outcome, address, known, web);
  else if (content.kind === "feed-list") yield* openFeeds(content.feeds, address, known, web);
  else yield* readMany(outcome.bytes, address, known, fields, { retrieval: outcome.retrieval, item: null });
}

/** The readings of all feeds of a list, one feed after the other. What is named as a feed and is none is told. */
export async function* openFeeds(
  feeds: readonly FeedLink[],
  input: string,
  known: KnownFacts,
  web: Web,
): AsyncGenerator<ReadingOrNote> {
  yield { kind: "note", input, note: `it names ${feeds.length} ${feeds.length === 1 ? "feed" : "feeds"}` };
  for (const { address } of feeds) {
    const outcome = await web.fetch({ address, validators: null });
    if (outcome.kind !== "fetched") {
      yield notFetched(address, outcome);
      continue;
    }
    const content = sourceContent(outcome.bytes, outcome.retrieval);
    if (content.kind === "feed") yield* feedPages(content.feed, outcome, address, known, web);
    else yield unreadable(address, content.kind === "unreadable" ? content.reason : "this is no feed");
  }
}

type Fetched = Extract<FetchOutcome, { kind: "fetched" }>;

/** Pages that are asked for at once; those of one host wait for one another all the same. */
const atOnce = 4;

async function* feedPages(
  feed: Feed,
  { retrieval, bytes }: Fetched,
  input: string,
  known: KnownFacts,
  web: Web,
): AsyncGenerator<ReadingOrNote> {
  for (const note of feed.faults) yield { kind: "note", input, note };
  if (feed.items.length === 0) yield { kind: "note", input, note: "this feed has no items" };
  const told = (async function* () {
    for (const [index, item] of feed.items.entries()) {
      yield { name: `${input}, item ${index + 1}`, item, feed, retrieval, source: { sha256: retrieval.sha256, bytes } };
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
