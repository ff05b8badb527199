import { sql } from "kysely";
import type { Span } from "../../text/span.js";
import { articleExcerpt, markedLines } from "../engine/words/marked.js";
import { matching } from "../engine/words/words.js";
import { isNewest } from "../newest.js";
import type { Store } from "../store.js";
import { allMatches, type FoundLine } from "./find-lines.js";
import { articleAnswers, inPeriod, type LineFilter, noFilter } from "./line-filter.js";
import { type FacetName, type FacetValue, type Picked, readResults, searchLines } from "./search-lines.js";
import { type OtherWords, wordsQuery } from "./words-query.js";

export interface SearchQuestion {
  readonly words: string;
  /** What will do as well. */
  readonly others?: OtherWords | undefined;
  readonly picked?: Picked | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly filter?: LineFilter | undefined;
  /** Of articles, and of lines. */
  readonly limit: number;
  readonly offset?: number | undefined;
}

export interface FoundArticle {
  /** Of the version. */
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly url: string | null;
  /** Some of its words around those asked for. */
  readonly excerpt: string;
  /** Where in the excerpt those asked for stand. */
  readonly highlights: readonly Span[];
}

export interface Found {
  readonly articles: { readonly found: readonly FoundArticle[]; readonly more: boolean };
  readonly lines: { readonly lines: readonly FoundInLine[]; readonly more: boolean };
}

/** A line that answers; told many times it is found once, in the newest article. */
export interface FoundInLine extends FoundLine {
  /** How many articles tell it. */
  readonly articles: number;
  /** The words that answer, as its article has them. */
  readonly words: ReadonlySet<string>;
}

/** What the lines that answer can be told apart by. */
export interface SearchFacets {
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>;
  readonly results: number;
  readonly whole: boolean;
}

/** The newest versions of articles with all of the words in them, and the lines with all of them; both newest first. */
export async function search(store: Store, question: SearchQuestion): Promise<Found> {
  const match = wordsQuery(question.words, undefined, question.others);
  const nothing = { articles: { found: [], more: false }, lines: { lines: [], more: false } };
  if (match === null) return nothing;
  const { limit, offset = 0 } = question;
  const { results } = await searchLines(store, { ...question, match });
  const found = await readResults(store, results.slice(offset, offset + limit));
  const words = await wordsOf(store, match, found);
  const lines = found.map(({ key, ...line }) => ({ ...line, words: words.get(key) ?? new Set<string>() }));
  return {
    articles: await searchArticles(store, question, match),
    lines: { lines, more: results.length > offset + limit },
  };
}

/** By what the lines with all of the words can be told apart, and how many there are of each. */
export async function searchFacets(store: Store, question: SearchQuestion): Promise<SearchFacets> {
  const match = wordsQuery(question.words, undefined, question.others);
  const { facets, results, whole } = await searchLines(store, { ...question, match: match ?? '""' });
  return { facets, results: results.length, whole };
}

async function searchArticles(store: Store, question: SearchQuestion, match: string): Promise<Found["articles"]> {
  const { limit } = question;
  const first = await articleRows(store, question, match, mostArticles);
  const rows = first.length > limit ? first : await articleRows(store, question, match, allMatches);
  const found: FoundArticle[] = [];
  for (const { key, ...article } of rows.slice(0, limit)) {
    found.push({ ...article, ...(await excerptOf(store, key, match)) });
  }
  return { found, more: rows.length > limit };
}

/** Of so many articles that match, those added last, the row of each is read: with its text it is long. */
const mostArticles = 3_000;

/** As `findLines` does: one row more than the limit, from so many matches. */
function articleRows(
  { tables }: Store,
  { since, until, filter = noFilter, picked = {}, limit, offset = 0 }: SearchQuestion,
  match: string,
  matches: number,
) {
  const latest = sql<number>`(${matching("article_words", match)} order by rowid desc limit ${matches})`;
  return tables
    .selectFrom("version")
    .innerJoin("dated", "dated.version", "version.key")
    .select(["version.key", "version.id", "version.title", "version.outlet", "version.published", "version.url"])
    .where("version.key", "in", latest)
    .$if(since !== undefined || until !== undefined, (query) => query.where("version.published", "is not", null))
    .where(inPeriod("dated.day", { since, until }))
    .$if((picked.outlet?.length ?? 0) > 0, (query) => query.where("version.outlet", "in", [...(picked.outlet ?? [])]))
    .$if((picked.day?.length ?? 0) > 0, (query) => query.where("dated.day", "in", [...(picked.day ?? [])]))
    .where(articleAnswers("version.key", filter))
    .where(isNewest().$castTo<boolean>())
    .orderBy(sql`version.published is null`)
    .orderBy("dated.day", "desc")
    .orderBy("dated.at", "desc")
    .orderBy("dated.article")
    .limit(limit + 1)
    .offset(offset)
    .execute();
}

async function excerptOf(
  { tables }: Store,
  key: number,
  match: string,
): Promise<Pick<FoundArticle, "excerpt" | "highlights">> {
  return readMarks((await articleExcerpt(tables, match, key)).replace(/\s+/g, " "));
}

/** The text without its marks, and what stood between them. The marks are control characters, which no text of an article has. */
function readMarks(marked: string): Pick<FoundArticle, "excerpt" | "highlights"> {
  const highlights: Span[] = [];
  let excerpt = "";
  for (const [, words = "", between = ""] of marked.matchAll(/\u0002([^\u0003]*)\u0003|([^\u0002]+|\u0002)/g)) {
    if (words !== "") highlights.push([excerpt.length, excerpt.length + words.length]);
    excerpt += words + between;
  }
  return { excerpt, highlights };
}

/** The words of these lines that answer, by the keys of the lines. */
async function wordsOf(
  { tables }: Store,
  match: string,
  lines: readonly { readonly key: number }[],
): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
  if (lines.length === 0) return new Map();
  const rows = await markedLines(tables, match, { keys: lines.map(({ key }) => key) });
  return new Map(
    rows.map(({ key, who, what }) => {
      const { excerpt, highlights } = readMarks(`${who} ${what}`.replace(/\s+/g, " "));
      return [key, new Set(highlights.flatMap((span) => excerpt.slice(...span).split(" ")))];
    }),
  );
}
