import { basename, dirname, join } from "node:path";
import { type FieldMap, type FieldSource, parseFieldNames, withFieldMap } from "../read/entries/field-names.js";
import type { FeedLink } from "../read/feed/discover-feeds.js";
import { looksLikeFeed } from "../read/feed/looks-like-feed.js";
import { readJsonLines } from "../read/jsonl/read-json-lines.js";
import { fillFacts, type KnownFacts, nothingKnown } from "../read/known-facts.js";
import { readArchiveInput, readMany } from "../read/read-many.js";
import { type ReadingOrNote, unreadable } from "../read/reading.js";
import { isArchiveName, sniffFormat } from "../read/sniff-format.js";
import type { Web } from "../read/web/open-web.js";
import { sha256 } from "../text/hash.js";
import type { Effects, WebPolicy } from "./effects.js";
import { type FolderFacts, folderFactsName, readFolderFacts } from "./folder-facts.js";
import { officialId } from "./official-id.js";
import type { ListContent } from "./open-sources.js";

export interface InputPolicy extends WebPolicy {
  /** Whether addresses lead on: feeds to the pages behind their items, front pages and OPML files to their feeds. */
  readonly followLinks?: boolean;
  /** What parts of articles are called in data, where that is not known. */
  readonly fieldMap?: FieldMap | undefined;
}

/** A file that is about to be read: its bytes, `null` of an archive, which is read as it comes. */
export interface OpenedFile {
  readonly path: string;
  readonly known: KnownFacts;
  readonly bytes: Uint8Array | null;
}

/** What stands for the readings of a file that is to be read elsewhere; `null` where it is to be read here. */
export type ReadElsewhere<Part> = (file: OpenedFile) => AsyncIterable<Part> | null;

/**
 * The readings of the inputs that a command names, in that order: files; folders, which stand for the articles in them; addresses; and `-`,
 * the JSON Lines on standard input. An input that cannot be read is a reading that says why, and the next is read.
 */
export async function* openInputs<Part = never>(
  names: readonly string[],
  known: KnownFacts,
  effects: Effects,
  policy: InputPolicy = { allowPrivate: false },
  elsewhere: ReadElsewhere<Part> = () => null,
): AsyncGenerator<ReadingOrNote | Part> {
  const facts = new Map<string, FolderFacts>();
  let web: Web | null = null;
  const { followLinks = false } = policy;
  const fields = fieldSource(effects, policy.fieldMap ?? new Map());
  try {
    for (const name of names) {
      if (name === "-") {
        yield* readJsonLines(effects.standardInput, "standard input", known, fields);
      } else if (isAddress(name) || officialId(name) !== null) {
        const source = await sourceNamed(name, known, effects);
        if ("reason" in source) {
          yield unreadable(name, source.reason);
          continue;
        }
        web ??= await effects.openWeb(policy);
        yield* followLinks
          ? (await import("./open-sources.js")).openSource(source.address, source.known, fields, web)
          : openAddress(source.address, source.known, fields, web);
      } else {
        const list = followLinks ? await listIn(name, effects) : null;
        if (list === null) yield* openPath(name, known, fields, effects, facts, elsewhere);
        else {
          web ??= await effects.openWeb(policy);
          const origin = { retrieval: null, source: { sha256: list.sha256, bytes: null } };
          yield* (await import("./open-sources.js")).openListed(list.content, origin, name, known, web);
        }
      }
    }
  } finally {
    web?.close();
  }
}

/** An address with what is known of it: of an official source the issuer, unless whoever asks says otherwise. */
async function sourceNamed(
  name: string,
  known: KnownFacts,
  effects: Pick<Effects, "readFile">,
): Promise<{ readonly address: string; readonly known: KnownFacts } | { readonly reason: string }> {
  const id = officialId(name);
  if (id === null) return { address: name, known };
  const source = await (await import("./official-sources.js")).findOfficial(id, effects);
  if ("reason" in source) return source;
  return { address: source.address, known: { ...known, outlet: known.outlet ?? source.issuer } };
}

/** The names of the table that ships, read when they are first asked for. */
export function fieldSource(effects: Pick<Effects, "readFile">, map: FieldMap): FieldSource {
  let names: ReturnType<FieldSource> | null = null;
  return () => {
    names ??= import("./lexicon-files.js")
      .then(({ readTable }) => readTable("article-fields", effects))
      .then((table) => withFieldMap(parseFieldNames(table), map));
    return names;
  };
}

/** `file:` and the like are named so that they can be refused by name. */
function isAddress(name: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(name);
}

async function* openAddress(
  address: string,
  known: KnownFacts,
  fields: FieldSource,
  web: Web,
): AsyncGenerator<ReadingOrNote> {
  const outcome = await web.fetch({ address, validators: null });
  if (outcome.kind === "failed") yield unreadable(address, outcome.reason);
  else if (outcome.kind === "unchanged") yield unreadable(address, "the server says that nothing has changed");
  else yield* readMany(outcome.bytes, address, known, fields, { retrieval: outcome.retrieval, item: null });
}

/** A list of addresses that lies in a file. */
interface ListFile {
  readonly content: ListContent;
  readonly sha256: string;
}

/** What an OPML file, a sitemap or an index of sitemaps lists; `null` where the path is no such file, or where it names nothing. */
async function listIn(path: string, effects: Pick<Effects, "readFile">): Promise<ListFile | null> {
  if (!/\.(?:opml|xml)(?:\.gz)?$/i.test(path)) return null;
  const bytes = await effects.readFile(path).catch(() => null);
  if (bytes === null || looksLikeFeed(bytes)) return null;
  const content = (await import("../read/source-content.js")).sourceContent(bytes, {
    address: null,
    contentType: null,
  });
  const isList = content.kind === "feed-list" || (content.kind === "feed" && content.feed.format === "sitemap");
  return isList ? { content, sha256: sha256(bytes) } : null;
}

/** The feeds or sitemaps that a file names, an OPML file or an index; `null` where the path is no such file, or where it names nothing. */
export async function feedsListedIn(
  path: string,
  effects: Pick<Effects, "readFile">,
): Promise<readonly FeedLink[] | null> {
  const content = (await listIn(path, effects))?.content;
  return content?.kind === "feed-list" ? content.feeds : null;
}

/** How many articles the inputs hold, `null` where one of them may hold any number: nobody knows before its end. */
export async function countInputs(
  names: readonly string[],
  effects: Pick<Effects, "listFolder">,
): Promise<number | null> {
  if (names.some((name) => name === "-" || isAddress(name) || officialId(name) !== null)) return null;
  const files = (await Promise.all(names.map(async (name) => (await articlesIn(name, effects)) ?? [name]))).flat();
  return files.some((name) => holdsMany.test(name)) ? null : files.length;
}

/** The paths of the articles in a folder, `null` where the path is none. */
async function articlesIn(path: string, effects: Pick<Effects, "listFolder">): Promise<readonly string[] | null> {
  const names = await effects.listFolder(path);
  return names === null
    ? null
    : names.filter((name) => articleFile.test(name) && name !== folderFactsName).map((name) => join(path, name));
}

/** Archives, feeds and lists by name; one that shows itself only when it is read is counted as one article. */
const holdsMany = /\.(?:w?arc|wet|wacz|rss|atom|opml|xml|json|jsonl|ndjson|csv|tsv|eml|mbox|epub)(?:\.gz)?$/i;

async function* openPath<Part>(
  path: string,
  known: KnownFacts,
  fields: FieldSource,
  effects: Effects,
  facts: Map<string, FolderFacts>,
  elsewhere: ReadElsewhere<Part>,
): AsyncGenerator<ReadingOrNote | Part> {
  if (basename(path) === folderFactsName) {
    return yield { kind: "note", input: path, note: "passed over: it tells of the files beside it and is no article" };
  }
  const found = await articlesIn(path, effects);
  const files = found ?? [path];
  if (files.length === 0) yield unreadable(path, "this folder holds no articles: no text, page, feed or archive");
  for (const file of files) {
    const folder = dirname(file);
    let own = facts.get(folder);
    if (own === undefined) {
      own = await readFolderFacts(join(folder, folderFactsName), effects);
      facts.set(folder, own);
      if (own.kind === "broken") yield unreadable(join(folder, folderFactsName), own.reason);
    }
    const told = own.kind === "facts" ? own.of.get(basename(file)) : undefined;
    yield* openFile(
      file,
      { feedsOnly: found !== null && mayBeFeed.test(file) },
      fillFacts(told ?? nothingKnown, known),
      fields,
      effects,
      elsewhere,
    );
  }
}

/** What a folder is searched for, without what Word keeps beside an open document; any other file is read where it is named. */
const articleFile =
  /^(?!~\$).*\.(?:txt|pdf|docx|odt|odp|rtf|pptx|epub|vtt|srt|x?html?|mht(?:ml)?|w?arc|wet|wacz|rss|atom|xml|json|jsonl|ndjson|eml|mbox)(?:\.gz)?$/i;

/** What a folder's XML and JSON files are read as. */
const newsFormats: ReadonlySet<string> = new Set(["feed", "news-xml"]);

/** Of these a folder may hold any number that nobody means to be read. */
const mayBeFeed = /\.(?:xml|json)$/i;

async function* openFile<Part>(
  path: string,
  { feedsOnly }: { readonly feedsOnly: boolean },
  known: KnownFacts,
  fields: FieldSource,
  effects: Effects,
  elsewhere: ReadElsewhere<Part>,
): AsyncGenerator<ReadingOrNote | Part> {
  try {
    if (isArchiveName(path)) {
      const parts = elsewhere({ path, known, bytes: null });
      return yield* parts ?? readArchiveInput(effects.streamFile(path), path, known);
    }
    const bytes = await effects.readFile(path);
    if (!feedsOnly || newsFormats.has(sniffFormat(bytes, path).kind))
      yield* elsewhere({ path, known, bytes }) ?? readMany(bytes, path, known, fields);
    else yield { kind: "note", input: path, note: "passed over: it is no feed" };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    yield unreadable(path, readError(error));
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && "code" in error && "syscall" in error;
}

function readError(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EACCES") return "you may not read this file";
  return error instanceof Error ? error.message : String(error);
}
