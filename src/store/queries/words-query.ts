/** The columns of `line_words`. */
export type WordColumn = "who" | "what";

/**
 * The words that a person asks for, as a query in FTS5's language: all of them have to be there, a `"phrase"` as it stands, and `embass*` stands for
 * every word that begins so. `null` where there is no word in it. Whatever else FTS5's language has is taken as words, so no question is an error.
 */
export function wordsQuery(asked: string, column?: WordColumn): string | null {
  // To FTS5 a null character ends the query, in the middle of a term as well.
  const terms = [...asked.replaceAll("\0", " ").matchAll(/"([^"]*)"|([^\s"]+)/g)].flatMap(([, phrase, word = ""]) => {
    const words = (phrase ?? word).replace(/\*+$/, "");
    const prefix = phrase === undefined && word.endsWith("*") ? "*" : "";
    return /[\p{L}\p{N}]/u.test(words) ? [`"${words}"${prefix}`] : [];
  });
  if (terms.length === 0) return null;
  const all = terms.join(" AND ");
  return column === undefined ? all : `${column} : (${all})`;
}
