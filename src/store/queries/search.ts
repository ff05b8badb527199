import { sql } from "kysely";
import { lineKinds } from "../lines-of-record.js";
import { isNewest } from "../newest.js";
import type { Store } from "../store.js";
import { allMatches, type FoundLines, findLines, mostMatches } from "./find-lines.js";
import { wordsQuery } from "./words-query.js";

export interface SearchQuestion {
  readonly words: string;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Of articles, and of lines. */
  readonly limit: number;
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
}

export interface Found {
  readonly articles: { readonly found: readonly FoundArticle[]; readonly more: boolean };
  readonly lines: FoundLines;
}

/** The newest versions of articles with all of the words in them, and the lines with all of them; both newest first. */
export async function search(store: Store, question: SearchQuestion): Promise<Found> {
  return { articles: await searchArticles(store, question), lines: await findLines(store, lineKinds, question) };
}

async function searchArticles(store: Store, question: SearchQuestion): Promise<Found["articles"]> {
  const match = wordsQuery(question.words);
  if (match === null) return { found: [], more: false };
  const { limit } = question;
  const first = await articleRows(store, question, match, mostMatches);
  const rows = first.length > limit ? first : await articleRows(store, question, match, allMatches);
  const found: FoundArticle[] = [];
  for (const { key, ...article } of rows.slice(0, limit)) {
    found.push({ ...article, excerpt: await excerptOf(store, key, match) });
  }
  return { found, more: rows.length > limit };
}

/** As `findLines` does: one row more than the limit, from so many matches. */
function articleRows({ tables }: Store, { since, until, limit }: SearchQuestion, match: string, matches: number) {
  const matching = sql<number>`(select rowid from article_words where article_words match ${match} order by rowid desc limit ${matches})`;
  return tables
    .selectFrom("version")
    .select(["key", "id", "title", "outlet", "published", "url"])
    .where("key", "in", matching)
    .$if(since !== undefined, (query) => query.where("published", ">=", since ?? ""))
    .$if(until !== undefined, (query) => query.where("published", "<", until ?? ""))
    .where((builder) => isNewest(builder).$castTo<boolean>())
    .orderBy("published", "desc")
    .orderBy("key", "desc")
    .limit(limit + 1)
    .execute();
}

async function excerptOf({ tables }: Store, key: number, match: string): Promise<string> {
  const { rows } = await sql<{ readonly excerpt: string }>`
    select snippet(article_words, -1, '', '', '…', 24) as excerpt
    from article_words where article_words match ${match} and rowid = ${key}`.execute(tables);
  return (rows[0]?.excerpt ?? "").replace(/\s+/g, " ");
}
