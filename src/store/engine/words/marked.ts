import { type RawBuilder, sql } from "kysely";
import { numbersIn } from "../expressions.js";
import { isPostgres, type Tables } from "../is-postgres.js";
import { forStemmer } from "./fold-words.js";
import { excerptOf, highlighted, type Stems, wordsToStem } from "./mark-words.js";
import { type Match, parseMatch } from "./match-query.js";
import { matching } from "./words.js";

/** The words of a line, with marks around all that answers a question: what stands between two control characters. */
export interface MarkedLine {
  readonly key: number;
  readonly who: string;
  readonly what: string;
}

/** Which lines are asked for, by their keys: these, or all from one on. */
export type AskedLines = { readonly keys: readonly number[] } | { readonly from: number };

/** Of these lines those that answer a question of full-text search, in the order of their keys. */
export async function markedLines(tables: Tables, match: string, asked: AskedLines): Promise<readonly MarkedLine[]> {
  if (!isPostgres(tables)) {
    // By the keys of the words themselves: by those of `line` SQLite goes through all that answers first.
    const condition = isAsked(sql`line_words.rowid`, asked);
    const { rows } = await sql<MarkedLine>`
      select line.key as key, highlight(line_words, 0, char(2), char(3)) as who, highlight(line_words, 1, char(2), char(3)) as what
      from line_words join line on line.key = line_words.rowid
      where line_words match ${match} and ${condition} order by line.key`.execute(tables);
    return rows;
  }
  const { rows } = await sql<MarkedLine>`
    select line.key, line.who, line.what from line
    where line.key in (${matching("line_words", match)}) and ${isAsked(sql`line.key`, asked)} order by line.key`.execute(
    tables,
  );
  const question = parseMatch(match);
  const stems = await stemsOf(
    tables,
    question,
    rows.flatMap(({ who, what }) => [who, what]),
  );
  return rows.map(({ key, who, what }) => ({
    key,
    who: highlighted(question, "who", who, stems),
    what: highlighted(question, "what", what, stems),
  }));
}

function isAsked(key: RawBuilder<unknown>, asked: AskedLines): RawBuilder<boolean> {
  return "from" in asked
    ? sql<boolean>`${key} >= ${asked.from}`
    : sql<boolean>`${key} in (${numbersIn(JSON.stringify(asked.keys))})`;
}

/** Some words of an article that answers a question, with the same marks. */
export async function articleExcerpt(tables: Tables, match: string, version: number): Promise<string> {
  if (!isPostgres(tables)) {
    const { rows } = await sql<{ readonly excerpt: string }>`
      select snippet(article_words, -1, char(2), char(3), '…', ${sql.lit(excerptSize)}) as excerpt
      from article_words where article_words match ${match} and rowid = ${version}`.execute(tables);
    return rows[0]?.excerpt ?? "";
  }
  const row = await tables
    .selectFrom("version")
    .select(["title", "text"])
    .where("key", "=", version)
    .executeTakeFirstOrThrow();
  const texts = [
    ["title", row.title ?? ""],
    ["text", row.text],
  ] as const;
  const question = parseMatch(match);
  const stems = await stemsOf(
    tables,
    question,
    texts.map(([, text]) => text),
  );
  return excerptOf(question, texts, excerptSize, stems);
}

/** In words. */
const excerptSize = 24;

/** What PostgreSQL's stemmer makes of the words of a question and of texts. */
async function stemsOf(tables: Tables, question: Match, texts: readonly string[]): Promise<Stems> {
  const words = wordsToStem(question, texts).map((word) => [word, forStemmer(word)]);
  const { rows } = await sql<{ readonly word: string; readonly stem: string | null }>`
    select value ->> 0 as word, (ts_lexize('record_stems', value ->> 1))[1] as stem
    from jsonb_array_elements(cast(${JSON.stringify(words)} as jsonb)) as list (value)`.execute(tables);
  const stems = new Map(rows.map(({ word, stem }) => [word, stem ?? word]));
  return (word) => stems.get(word) ?? word;
}
