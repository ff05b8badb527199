import { gunzipSync } from "node:zlib";
import { sha256 } from "../text/hash.js";
import type { ArchivePosition } from "./archive/archive-record.js";
import type { ArchiveEntry } from "./archive/read-archive.js";
import { type Arrival, noArrival } from "./arrival.js";
import type { FieldSource } from "./entries/field-names.js";
import type { FeedReading } from "./feed/feed.js";
import type { KnownFacts } from "./known-facts.js";
import { readInput } from "./read-input.js";
import { type Reading, type ReadingOrNote, unreadable } from "./reading.js";
import { charsetOf, type Retrieval } from "./retrieval.js";
import { type Format, sniffFormat } from "./sniff-format.js";
import type { SourceBytes } from "./source-bytes.js";

/**
 * The readings of an input that is held in memory, whatever its format and however many articles it holds: one for a text or a page, one
 * for each item of a feed, each page of an archive, each chapter of an EPUB, each line of JSON Lines, each entry of data, whose parts are known by the names that `fields` gives. What is compressed with gzip is unpacked first.
 */
export async function* readMany(
  bytes: Uint8Array,
  input: string,
  known: KnownFacts,
  fields: FieldSource,
  arrival: Arrival = noArrival,
): AsyncGenerator<ReadingOrNote> {
  const format = formatOf(bytes, input, arrival);
  switch (format.kind) {
    case "archive":
      return yield* readArchiveInput(once(bytes), input, known);
    case "json-lines": {
      const { readJsonLines } = await import("./jsonl/read-json-lines.js");
      return yield* readJsonLines(once(bytes), input, known, fields);
    }
    case "json":
      return yield* readJsonInput(bytes, input, known, fields, arrival);
    case "table": {
      const { readTableArticles: readTable } = await import("./table/read-table.js");
      return yield* fromSource(readTable(bytes, input, known, await fields()), bytes, arrival.retrieval);
    }
    case "mail":
    case "mailbox": {
      const { readMail, readMailbox } = await import("./mail/read-mail.js");
      const read = format.kind === "mail" ? readMail : readMailbox;
      return yield* fromSource(read(bytes, input, known), bytes, arrival.retrieval);
    }
    case "epub": {
      const { readEpub } = await import("./document/read-epub.js");
      return yield* fromSource(readEpub(bytes, input, known, arrival), bytes, arrival.retrieval);
    }
    case "feed":
      return yield* readFeedInput(bytes, input, known, arrival);
    case "opml":
      return yield unreadable(
        input,
        "this is a list of feeds (OPML); `sitrep add` reads them, `sitrep watch` follows them",
      );
    case "sitemap":
      return yield await refusedSitemap(bytes, input);
    case "news-xml": {
      const { readNewsXml } = await import("./news-xml/read-news-xml.js");
      return yield* fromSource(readNewsXml(bytes, input, known), bytes, arrival.retrieval);
    }
    case "wacz":
      return yield* readWaczInput(bytes, input, known);
    case "gzip": {
      const unpacked = unpack(bytes);
      if (unpacked === null)
        yield unreadable(input, `its gzip data are broken, or unpack to more than ${largest} bytes`);
      else if (/^\x1f\x8b/.test(Buffer.from(unpacked.subarray(0, 2)).toString("latin1"))) {
        yield unreadable(input, "this is compressed with gzip twice over");
      } else yield* readMany(unpacked, input.replace(/\.gz$/i, ""), known, fields, arrival);
      return;
    }
    default:
      yield readFrom(bytes, await readOne(bytes, format, input, known, arrival), arrival);
  }
}

/** The reading of what an address gave that should hold one article: a page or a text. */
export async function readFetched(
  bytes: Uint8Array,
  input: string,
  known: KnownFacts,
  arrival: Arrival,
): Promise<Reading> {
  return readFrom(bytes, await readOne(bytes, formatOf(bytes, input, arrival), input, known, arrival), arrival);
}

async function readOne(
  bytes: Uint8Array,
  format: Format,
  input: string,
  known: KnownFacts,
  arrival: Arrival,
): Promise<Reading> {
  if (format.kind !== "page") return readInput(bytes, input, known, arrival);
  return (await import("./page/read-page.js")).readPage(bytes, input, known, arrival);
}

/** The reading, with what it was read from: the bytes themselves where an address gave them. */
function readFrom(bytes: Uint8Array, reading: Reading, { retrieval }: Arrival): Reading {
  if (reading.kind !== "article") return reading;
  return { ...reading, source: sourceOf(bytes, retrieval) };
}

function sourceOf(bytes: Uint8Array, retrieval: Retrieval | null): SourceBytes {
  return retrieval === null ? { sha256: sha256(bytes), bytes: null } : { sha256: retrieval.sha256, bytes };
}

/** Says of what an address gave whether it is one page, one document or one text. */
export function isPageOrText(bytes: Uint8Array, input: string, retrieval: Retrieval): boolean {
  const { kind } = formatOf(bytes, input, { retrieval, item: null });
  return (
    kind === "page" || kind === "document" || (kind === "plain" && /^\s*text\//i.test(retrieval.contentType ?? ""))
  );
}

/** What the bytes say; where they say nothing, the type that the server sent. */
function formatOf(bytes: Uint8Array, input: string, { retrieval }: Arrival): Format {
  const format = sniffFormat(bytes, retrieval === null ? input : (retrieval.address ?? input).replace(/[?#].*$/, ""));
  const isPage = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(retrieval?.contentType ?? "");
  return isPage && format.kind === "plain" ? { kind: "page" } : format;
}

/** 64 MiB: twice the biggest page or feed that is read. */
const largest = 64 * 1024 * 1024;

function unpack(bytes: Uint8Array): Uint8Array | null {
  try {
    return gunzipSync(bytes, { maxOutputLength: largest });
  } catch {
    return null;
  }
}

/**
 * The articles of a WARC or ARC file as it comes in, one reading a page; each record that cannot be read is named with its place, and a note
 * at the end counts what holds no page. `before` says how much of the file stands before the stream, where that is a stretch of it.
 */
export async function* readArchiveInput(
  stream: AsyncIterable<Uint8Array>,
  input: string,
  known: KnownFacts,
  before: ArchivePosition = { record: 0, offset: 0 },
): AsyncGenerator<ReadingOrNote> {
  const { readArchive } = await import("./archive/read-archive.js");
  const passed = new Map<string, number>();
  let records = 0;
  for await (const found of readArchive(stream)) {
    const { record, offset } = found.place;
    const entry = { ...found, place: { record: before.record + record, offset: before.offset + offset } };
    records += 1;
    if (entry.kind === "passed") passed.set(entry.what, (passed.get(entry.what) ?? 0) + 1);
    else if (entry.kind === "broken") yield unreadable(nameOf(input, entry), entry.reason);
    else yield await readArchived(entry, input, known);
  }
  if (records === 0) yield unreadable(input, "this archive is empty");
  if (passed.size > 0) yield { kind: "note", input, note: passedNote(passed) };
}

/** The articles of the WARC files in a WACZ file, each named with the file that it stands in. */
async function* readWaczInput(bytes: Uint8Array, input: string, known: KnownFacts): AsyncGenerator<ReadingOrNote> {
  const { archivesInWacz } = await import("./wacz/read-wacz.js");
  for (const archive of archivesInWacz(bytes)) {
    const name = archive.name === null ? input : `${input}, ${archive.name.slice(0, 200)}`;
    if (archive.kind === "broken") yield unreadable(name, `this web archive (WACZ) cannot be read: ${archive.reason}`);
    else yield* readArchiveInput(once(archive.bytes), name, known);
  }
}

/** A sitemap is no article: what it is good for, in one sentence. */
async function refusedSitemap(bytes: Uint8Array, input: string): Promise<Reading> {
  const { readSitemap } = await import("./sitemap/read-sitemap.js");
  const sitemap = readSitemap(bytes, { address: null, charset: null });
  if (sitemap.kind === "unreadable") return unreadable(input, sitemap.reason);
  const names = sitemap.kind === "index" ? "sitemaps" : "pages";
  return unreadable(
    input,
    `this is a sitemap, which names ${names} and holds none; \`sitrep add\` reads those pages, \`sitrep watch\` follows a sitemap by its address`,
  );
}

async function readArchived(
  entry: Extract<ArchiveEntry, { kind: "page" }>,
  input: string,
  known: KnownFacts,
): Promise<Reading> {
  const { address, fetched, contentType, bytes } = entry.page;
  const told = { fetched, status: 200, headers: {}, contentType };
  const retrieval: Retrieval = { requested: address, address, ...told, sha256: sha256(bytes) };
  const read = entry.page.isText
    ? (await import("./archive/read-text-of-page.js")).readTextOfPage
    : (await import("./page/read-page.js")).readPage;
  const reading = await read(bytes, nameOf(input, entry), known, { retrieval, item: null });
  return reading.kind === "article" ? { ...reading, source: { sha256: retrieval.sha256, bytes: null } } : reading;
}

function nameOf(input: string, { place }: ArchiveEntry): string {
  return `${input}, record ${place.record} at byte ${place.offset}`;
}

function passedNote(passed: ReadonlyMap<string, number>): string {
  const total = [...passed.values()].reduce((sum, count) => sum + count, 0);
  const kinds = [...passed]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([what, count]) => `${count} ${what}`);
  return `passed over ${total} ${total === 1 ? "record" : "records"} without a page: ${kinds.join(", ")}`;
}

/** An article for each item of a feed, from what the feed itself holds of it. */
async function* readFeedInput(
  bytes: Uint8Array,
  input: string,
  known: KnownFacts,
  { retrieval }: Arrival,
): AsyncGenerator<ReadingOrNote> {
  const { readFeed } = await import("./feed/read-feed.js");
  const address = retrieval?.address ?? known.url;
  const reading: FeedReading = readFeed(bytes, { address, charset: charsetOf(retrieval?.contentType ?? null) });
  if (reading.kind === "unreadable") return yield unreadable(input, reading.reason);
  const { feed } = reading;
  for (const fault of feed.faults) yield { kind: "note", input, note: fault };
  if (feed.items.length === 0) yield { kind: "note", input, note: "this feed has no items" };
  const { itemArticle } = await import("./feed/item-article.js");
  const source = sourceOf(bytes, retrieval);
  for (const [index, item] of feed.items.entries()) {
    const facts = { ...known, id: null, url: null };
    yield { ...(await itemArticle(item, feed, `${input}, item ${index + 1}`, facts)), retrieval, source };
  }
}

/** An article for each entry; what does not parse as a whole may be an object a line. */
async function* readJsonInput(
  bytes: Uint8Array,
  input: string,
  known: KnownFacts,
  fields: FieldSource,
  { retrieval }: Arrival,
): AsyncGenerator<ReadingOrNote> {
  const { holdsLines, readJson } = await import("./json/read-json.js");
  if (holdsLines(bytes)) {
    const { readJsonLines } = await import("./jsonl/read-json-lines.js");
    return yield* readJsonLines(once(bytes), input, known, fields);
  }
  yield* fromSource(readJson(bytes, input, known, await fields()), bytes, retrieval);
}

/** The readings, each article with what it was read from. */
async function* fromSource(
  readings: AsyncIterable<ReadingOrNote>,
  bytes: Uint8Array,
  retrieval: Retrieval | null,
): AsyncGenerator<ReadingOrNote> {
  const source = sourceOf(bytes, retrieval);
  for await (const reading of readings) {
    yield reading.kind === "article" ? { ...reading, retrieval, source } : reading;
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
