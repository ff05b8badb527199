import type { Words } from "./words.js";

/** Words and phrases of a table, as lemmas, that a token of a document can be compared with. */
export interface PhraseSet {
  /** The tokens that the longest phrase around the token covers, `null` where none of the phrases stands there. */
  at(token: number, words: Words): PhraseMatch | null;
}

export interface PhraseMatch {
  readonly phrase: string;
  readonly first: number;
  readonly end: number;
}

/** The set of phrases such as `aid`, `martial law`, `state of emergency`. */
export function phraseSet(phrases: Iterable<string>): PhraseSet {
  const byWord = new Map<string, { readonly phrase: string; readonly parts: readonly string[] }[]>();
  for (const phrase of phrases) {
    const entry = { phrase, parts: partsOf(phrase) };
    for (const part of new Set(entry.parts)) {
      const entries = byWord.get(part);
      if (entries) entries.push(entry);
      else byWord.set(part, [entry]);
    }
  }
  return {
    at(token, words) {
      let best: PhraseMatch | null = null;
      for (const form of words.forms(token)) {
        for (const { phrase, parts } of byWord.get(form) ?? []) {
          const first = startOf(parts, token, words);
          if (first === null || (best !== null && best.end - best.first >= parts.length)) continue;
          best = { phrase, first, end: first + parts.length };
        }
      }
      return best;
    },
  };
}

/** The tokens of a phrase: hyphens stand alone, as in the text. */
export function partsOf(phrase: string): readonly string[] {
  return phrase.replaceAll("-", " - ").split(" ");
}

/** Where the phrase starts whose words stand in the text and cover the token. */
function startOf(parts: readonly string[], token: number, words: Words): number | null {
  for (let offset = 0; offset < parts.length; offset++) {
    const first = token - offset;
    if (parts.every((part, i) => words.forms(first + i).includes(part))) return first;
  }
  return null;
}
