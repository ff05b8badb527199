import type { Transaction } from "kysely";
import type { Article, PublishedFrom } from "../doc/article.js";
import { sha256 } from "../text/hash.js";
import type { Message } from "../text/message.js";
import type { PageStart } from "../text/page-starts.js";
import type { Timecode } from "../text/timecodes.js";
import { type PackedBytes, packBytes } from "./packed-bytes.js";
import type { Store, WritableStore } from "./store.js";
import type { StoreTables } from "./tables.js";

type Tables = Store["tables"] | Transaction<StoreTables>;

/** An article as it came in. */
export interface ArrivedArticle {
  readonly article: Article;
  /** What a person would call the input that it came from. */
  readonly input: string;
  /** The bytes that it was read from, where they came from an address. */
  readonly fetched: Fetched | null;
  /** SHA-256 of the whole that it was read from, where that is known: a file, a page of an archive, what an address gave. */
  readonly sourceSha256?: string | null;
}

/** What an address gave. */
export interface Fetched {
  readonly requested: string;
  /** After redirects. */
  readonly final: string;
  /** ISO 8601. */
  readonly at: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

/** Where an arrival has its place in the ground. */
export interface StoredVersion {
  readonly key: number;
  /** The id that every line of it begins with. */
  readonly id: string;
  /** 1 for the first text of an article, 2 for the next … */
  readonly number: number;
}

/**
 * The version that holds this text under the article's address, or under its id where it has no address; `null` where there is none. A feed's
 * summary of an article that is there whole is no new version of it: the newest is what holds it.
 */
export async function findVersion(tables: Tables, article: Article): Promise<StoredVersion | null> {
  const known = await findArticle(tables, article);
  if (known === null) return null;
  const version = await tables
    .selectFrom("version")
    .select(["key", "id", "number"])
    .where("article", "=", known.key)
    .where("sha256", "=", article.sha256)
    .executeTakeFirst();
  return version ?? (isSummary(article.messages) ? findWhole(tables, known.key) : null);
}

/** The newest version, unless that is a summary too: then another one is news. */
async function findWhole(tables: Tables, article: number): Promise<StoredVersion | null> {
  const newest = await tables
    .selectFrom("version")
    .select(["key", "id", "number", "messages"])
    .where("article", "=", article)
    .orderBy("number", "desc")
    .executeTakeFirstOrThrow();
  const { messages, ...version } = newest;
  return isSummary(JSON.parse(messages) as readonly Message[]) ? null : version;
}

function isSummary(messages: readonly Message[]): boolean {
  return messages.some(({ code }) => code === "feed-summary");
}

/**
 * Adds a version of an article that {@link findVersion} does not find: the first of a new article, or one more of an article that is known by
 * its address or id. Its id is the article's, unless another article has that.
 *
 * @param packed how a row has the bytes that were fetched
 */
export async function addVersion(
  tables: Transaction<StoreTables>,
  { article, input, fetched, sourceSha256 }: ArrivedArticle,
  now: WritableStore["now"],
  packed: (bytes: Uint8Array) => PackedBytes = packBytes,
): Promise<StoredVersion> {
  const known = await findArticle(tables, article);
  const number = known === null ? 1 : (await latestNumber(tables, known.key)) + 1;
  const id = await freeId(tables, known === null ? article.id : `${known.id}@${number}`, article.url ?? article.id);
  const owner = known ?? (await addArticle(tables, id, article.url));
  const { key } = await tables
    .insertInto("version")
    .values({
      id,
      article: owner.key,
      number,
      input,
      added: now().toISOString(),
      fetched: fetched === null ? null : await addFetched(tables, fetched, packed),
      url: article.url,
      title: article.title,
      outlet: article.outlet,
      authors: JSON.stringify(article.authors),
      published: article.published,
      published_from: article.publishedFrom,
      language: article.language,
      sha256: article.sha256,
      text: article.text,
      messages: JSON.stringify(article.messages),
      source_sha256: sourceSha256 ?? null,
      pages: article.pages === undefined ? null : JSON.stringify(article.pages),
      timecodes: article.timecodes === undefined ? null : JSON.stringify(article.timecodes),
    })
    .returning("key")
    .executeTakeFirstOrThrow();
  return { key, id, number };
}

/** The columns that {@link articleOfRow} needs. */
export const articleColumns = [
  "version.key",
  "version.id",
  "version.url",
  "version.title",
  "version.outlet",
  "version.authors",
  "version.published",
  "version.published_from",
  "version.language",
  "version.sha256",
  "version.text",
  "version.messages",
  "version.pages",
  "version.timecodes",
] as const;

/** The row that {@link articleColumns} selects. */
export interface ArticleRow extends Omit<Article, "authors" | "publishedFrom" | "messages" | "pages" | "timecodes"> {
  readonly key: number;
  readonly authors: string;
  readonly published_from: string | null;
  readonly messages: string;
  readonly pages: string | null;
  readonly timecodes: string | null;
}

/** The article in a row. Its id is that of the version, so that a line of its record is named by the two ids alone. */
export function articleOfRow(row: ArticleRow): Article {
  const {
    id,
    url,
    title,
    outlet,
    authors,
    published,
    published_from,
    language,
    sha256,
    text,
    messages,
    pages,
    timecodes,
  } = row;
  // The columns hold what `addVersion` wrote; `sitrep verify` holds them against the schema.
  return {
    id,
    url,
    title,
    outlet,
    authors: JSON.parse(authors) as readonly string[],
    published,
    publishedFrom: published_from as PublishedFrom | null,
    language,
    sha256,
    text,
    ...(pages === null ? {} : { pages: JSON.parse(pages) as readonly PageStart[] }),
    ...(timecodes === null ? {} : { timecodes: JSON.parse(timecodes) as readonly Timecode[] }),
    messages: JSON.parse(messages) as readonly Message[],
  };
}

interface OwningArticle {
  readonly key: number;
  readonly id: string;
}

async function findArticle(tables: Tables, { id, url }: Article): Promise<OwningArticle | null> {
  const found =
    url === null
      ? await tables
          .selectFrom("version")
          .innerJoin("article", "article.key", "version.article")
          .select(["article.key", "article.id"])
          .where("version.id", "=", id)
          .executeTakeFirst()
      : await tables
          .selectFrom("article")
          .select(["key", "id"])
          .where("address", "=", addressOf(url))
          .executeTakeFirst();
  return found ?? null;
}

async function addArticle(tables: Tables, id: string, url: string | null): Promise<OwningArticle> {
  const address = url === null ? null : addressOf(url);
  const { key } = await tables.insertInto("article").values({ id, address }).returning("key").executeTakeFirstOrThrow();
  return { key, id };
}

/** The row of one fetch: a feed that gives many articles is kept once. */
async function addFetched(
  tables: Tables,
  { headers, bytes, ...rest }: Fetched,
  packed: (bytes: Uint8Array) => PackedBytes,
): Promise<number> {
  const hash = sha256(bytes);
  const known = await tables
    .selectFrom("fetched")
    .select("key")
    .where("sha256", "=", hash)
    .where("requested", "=", rest.requested)
    .where("at", "=", rest.at)
    .executeTakeFirst();
  if (known !== undefined) return known.key;
  const { key } = await tables
    .insertInto("fetched")
    .values({ ...rest, headers: JSON.stringify(headers), sha256: hash, ...packed(bytes) })
    .returning("key")
    .executeTakeFirstOrThrow();
  return key;
}

async function latestNumber(tables: Tables, article: number): Promise<number> {
  const { latest } = await tables
    .selectFrom("version")
    .select(({ fn }) => fn.max("number").as("latest"))
    .where("article", "=", article)
    .executeTakeFirstOrThrow();
  return latest;
}

/** The id that is wanted, or one made of `seed` where a version has that: two outlets that print one text have two articles. */
async function freeId(tables: Tables, wanted: string, seed: string): Promise<string> {
  let id = wanted;
  for (let attempt = 1; ; attempt++) {
    const taken = await tables.selectFrom("version").select("key").where("id", "=", id).executeTakeFirst();
    if (taken === undefined) return id;
    id = `art_${sha256(`${seed} ${attempt}`).slice(0, 16)}`;
  }
}

/**
 * The address without the part behind `#`, which names a place on the page, unless it is the mark of a feed's item that has no page of its own; what is no
 * address stays as it is.
 */
function addressOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const address = new URL(url);
  if (!address.hash.startsWith("#item=")) address.hash = "";
  return address.href;
}
