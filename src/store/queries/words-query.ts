/** The columns of `line_words`. */
export type WordColumn = "who" | "what";

/** What will do as well as the words that a person asks for. */
export interface OtherWords {
  /** Of a word of theirs, in lower case. */
  readonly of: ReadonlyMap<string, readonly string[]>;
  /** Of all that they wrote. */
  readonly ofAll: readonly string[];
}

const noOthers: OtherWords = { of: new Map(), ofAll: [] };

/**
 * The words that a person asks for, as a query in FTS5's language: all of them have to be there, a `"phrase"` as it stands, and `embass*` stands for
 * every word that begins so. `null` where there is no word in it. Whatever else FTS5's language has is taken as words, so no question is an error.
 */
export function wordsQuery(asked: string, column?: WordColumn, others: OtherWords = noOthers): string | null {
  // To FTS5 a null character ends the query, in the middle of a term as well.
  const terms = [...asked.replaceAll("\0", " ").matchAll(/"([^"]*)"|([^\s"]+)/g)].flatMap(([, phrase, word = ""]) => {
    const words = (phrase ?? word).replace(/\*+$/, "");
    const prefix = phrase === undefined && word.endsWith("*") ? "*" : "";
    if (!/[\p{L}\p{N}]/u.test(words)) return [];
    const spellings = phrase === undefined && prefix === "" ? (others.of.get(words.toLowerCase()) ?? []) : [];
    return [anyOf([`"${words}"${prefix}`, ...spellings.map(quoted)])];
  });
  if (terms.length === 0) return null;
  const all = anyOf([terms.join(" AND "), ...others.ofAll.map(quoted)]);
  return column === undefined ? all : `${column} : (${all})`;
}

function quoted(words: string): string {
  return `"${words.replaceAll('"', " ").replaceAll("\0", " ")}"`;
}

function anyOf(queries: readonly string[]): string {
  const [only = "", second] = queries;
  return second === undefined ? only : `(${queries.map((one) => `(${one})`).join(" OR ")})`;
}
