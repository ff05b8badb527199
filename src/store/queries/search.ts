import { sql } from "kysely";
import type { Span } from "../../text/span.js";
import { lineKeysOf } from "../line-id.js";
import { lineKinds } from "../lines-of-record.js";
import { isNewest } from "../newest.js";
import type { Store } from "../store.js";
import { allMatches, type FoundLine, type FoundLines, findLines } from "./find-lines.js";
import { articleAnswers, type LineFilter, noFilter } from "./line-filter.js";
import { wordsQuery } from "./words-query.js";

export interface SearchQuestion {
  readonly words: string;
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
  readonly lines: FoundLines;
  /** For each of the lines the words that answer, as its article has them. */
  readonly words: readonly ReadonlySet<string>[];
}

/** The newest versions of articles with all of the words in them, and the lines with all of them; both newest first. */
export async function search(store: Store, question: SearchQuestion): Promise<Found> {
  const lines = await findLines(store, lineKinds, question);
  const match = wordsQuery(question.words);
  const words = [];
  for (const line of lines.lines) words.push(match === null ? new Set<string>() : await wordsOf(store, line, match));
  return { articles: await searchArticles(store, question), lines, words };
}

async function searchArticles(store: Store, question: SearchQuestion): Promise<Found["articles"]> {
  const match = wordsQuery(question.words);
  if (match === null) return { found: [], more: false };
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
  { since, until, filter = noFilter, limit, offset = 0 }: SearchQuestion,
  match: string,
  matches: number,
) {
  const matching = sql<number>`(select rowid from article_words where article_words match ${match} order by rowid desc limit ${matches})`;
  return tables
    .selectFrom("version")
    .innerJoin("dated", "dated.version", "version.key")
    .select(["version.key", "version.id", "version.title", "version.outlet", "version.published", "version.url"])
    .where("version.key", "in", matching)
    .$if(since !== undefined || until !== undefined, (query) => query.where("version.published", "is not", null))
    .$if(since !== undefined, (query) => query.where("dated.day", ">=", since ?? ""))
    .$if(until !== undefined, (query) => query.where("dated.day", "<", until ?? ""))
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
  const { rows } = await sql<{ readonly excerpt: string }>`
    select snippet(article_words, -1, char(2), char(3), '…', 24) as excerpt
    from article_words where article_words match ${match} and rowid = ${key}`.execute(tables);
  return readMarks((rows[0]?.excerpt ?? "").replace(/\s+/g, " "));
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

/** The words of a line that answer. */
async function wordsOf({ tables }: Store, { stored, id }: FoundLine, match: string): Promise<ReadonlySet<string>> {
  const { first, end } = lineKeysOf(stored.key);
  const { rows } = await sql<{ readonly who: string; readonly what: string }>`
    select highlight(line_words, 0, char(2), char(3)) as who, highlight(line_words, 1, char(2), char(3)) as what
    from line_words where line_words match ${match}
      and rowid = (select key from line where key >= ${first} and key < ${end} and id = ${id})`.execute(tables);
  const marked = rows.map(({ who, what }) => readMarks(`${who} ${what}`.replace(/\s+/g, " ")));
  return new Set(
    marked.flatMap(({ excerpt, highlights }) => highlights.flatMap((span) => excerpt.slice(...span).split(" "))),
  );
}
