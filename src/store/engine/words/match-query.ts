import { foldedWords, forStemmer } from "./fold-words.js";

/**
 * A question of SQLite's full-text search, as `wordsQuery` and its like write them, in the language of PostgreSQL's `to_tsquery`: phrases in quotes, `*` behind
 * one whose last word only has to begin so, AND, OR, brackets, and a column with a colon before what is asked of it. Empty where it asks for no word.
 *
 * @param spelt how each word is given to PostgreSQL: to a stemmer, unless it is another
 */
export function postgresQuery(match: string, spelt: (word: string) => string = forStemmer): string {
  return written(parseMatch(match), "", spelt);
}

/** A question of full-text search, taken apart. */
export type Match =
  | { readonly kind: "phrase"; readonly words: readonly string[]; readonly isPrefix: boolean }
  | { readonly kind: "and" | "or"; readonly parts: readonly Match[] }
  | { readonly kind: "column"; readonly column: string; readonly within: Match };

/** Takes a question apart. @throws {SyntaxError} where it is none */
export function parseMatch(match: string): Match {
  const tokens = [...match.matchAll(/"(?:[^"])*"|[():*]|[^\s"():*]+/g)].map(([token]) => token);
  let at = 0;
  const wrong = (): SyntaxError => new SyntaxError(`Found ${tokens[at] ?? "the end"} in the question ${match}.`);
  const listOf = (kind: "and" | "or", part: () => Match): Match => {
    const parts = [part()];
    while (tokens[at] === kind.toUpperCase()) {
      at += 1;
      parts.push(part());
    }
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { kind, parts };
  };
  const any = (): Match => listOf("or", all);
  const all = (): Match => listOf("and", one);
  const one = (): Match => {
    const token = tokens[at];
    if (token === undefined || token === ")" || token === ":" || token === "*") throw wrong();
    at += 1;
    if (token === "(") {
      const inner = any();
      if (tokens[at] !== ")") throw wrong();
      at += 1;
      return inner;
    }
    if (tokens[at] === ":") {
      at += 1;
      return { kind: "column", column: token, within: one() };
    }
    const isPrefix = tokens[at] === "*";
    if (isPrefix) at += 1;
    return { kind: "phrase", words: foldedWords(token).map(({ word }) => word), isPrefix };
  };
  const found = any();
  if (at < tokens.length) throw wrong();
  return found;
}

/** The weight that words of a column bear in the tables of words: A those of the first, B those of the second. */
const weights: Readonly<Record<string, string>> = {
  who: "A",
  what: "B",
  title: "A",
  text: "B",
  name: "A",
  folded: "B",
};

function written(match: Match, weight: string, spelt: (word: string) => string): string {
  if (match.kind === "column") return written(match.within, weights[match.column] ?? "", spelt);
  if (match.kind === "phrase") {
    const { words, isPrefix } = match;
    return words
      .map((word, place) => {
        const marks = (isPrefix && place === words.length - 1 ? "*" : "") + weight;
        return `'${spelt(word).slice(0, longestWord)}'${marks === "" ? "" : `:${marks}`}`;
      })
      .join(" <-> ");
  }
  const parts = match.parts.map((part) => written(part, weight, spelt));
  // A phrase without a word answers nothing, and so does all that asks for it too.
  if (match.kind === "and" && parts.includes("")) return "";
  return parts
    .filter((part) => part !== "")
    .map((part) => `(${part})`)
    .join(match.kind === "and" ? " & " : " | ");
}

/** PostgreSQL refuses words of more than 2,046 bytes. */
const longestWord = 500;
