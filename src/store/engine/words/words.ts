import { CompiledQuery, type RawBuilder, sql } from "kysely";
import { inEngineWords } from "../engine-words.js";
import { isPostgres, type Tables } from "../is-postgres.js";
import { foldWords, forStemmer } from "./fold-words.js";
import { postgresQuery } from "./match-query.js";

/** A table of words with texts of two columns a row. */
export type WordsTable = "line_words" | "article_words";

/** The columns of each, in the order of the texts of a {@link WordsRow}. */
const columns = {
  line_words: ["who", "what"],
  article_words: ["title", "text"],
  name_words: ["name", "folded"],
  place_words: ["name", "folded"],
} as const;

/** The texts of a row, by the key of what it indexes. */
export interface WordsRow {
  readonly rowid: number;
  readonly texts: readonly [first: string | null, second: string | null];
}

/** A query of the keys of what answers a question of full-text search, in a column `rowid`. More conditions may follow it. */
export function matching(table: keyof typeof columns, match: string): RawBuilder<number> {
  const name = sql.raw(table);
  return inEngineWords(
    sql<number>`select rowid from ${name} where ${name} match ${match}`,
    () => sql`select rowid from ${name} where words @@ ${queryOf(table, match)}`,
  );
}

function queryOf(table: keyof typeof columns, match: string): RawBuilder<unknown> {
  return table === "line_words" || table === "article_words"
    ? sql`to_tsquery('record_words', ${postgresQuery(match)})`
    : sql`to_tsquery('record_names', ${postgresQuery(match, (word) => word)})`;
}

/** Makes texts findable by their words. */
export async function addWords(tables: Tables, table: WordsTable, rows: readonly WordsRow[]): Promise<void> {
  if (rows.length === 0) return;
  const name = sql.raw(table);
  if (!isPostgres(tables)) {
    const [first, second] = columns[table];
    const statement = `insert into ${table} (rowid, ${first}, ${second}) values (?, ?, ?)`;
    for (const { rowid, texts } of rows) await tables.executeQuery(CompiledQuery.raw(statement, [rowid, ...texts]));
    return;
  }
  const folded = rows.map(({ rowid, texts: [first, second] }) => ({
    rowid,
    first: plain(first),
    second: plain(second),
  }));
  await sql`
    insert into ${name} select rowid, words_of('record_words', first, second)
    from json_to_recordset(${JSON.stringify(folded)}) as folded (rowid bigint, first text, second text)`.execute(
    tables,
  );
}

/** Takes away what {@link addWords} did with the same texts. */
export async function removeWords(tables: Tables, table: WordsTable, { rowid, texts }: WordsRow): Promise<void> {
  const name = sql.raw(table);
  if (isPostgres(tables)) {
    await sql`delete from ${name} where rowid = ${rowid}`.execute(tables);
    return;
  }
  const [first, second] = columns[table];
  await sql`insert into ${name} (${name}, rowid, ${sql.raw(first)}, ${sql.raw(second)}) values ('delete', ${rowid}, ${texts[0]}, ${texts[1]})`.execute(
    tables,
  );
}

/** In bytes. PostgreSQL holds a megabyte of the words of a text, and a short word takes twice its room there. */
const mostFolded = 500_000;

function plain(text: string | null): string {
  const folded = forStemmer(foldWords(text ?? ""));
  if (Buffer.byteLength(folded) <= mostFolded) return folded;
  return Buffer.from(folded).subarray(0, mostFolded).toString("utf8");
}
