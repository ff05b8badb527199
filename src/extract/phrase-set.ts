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
    for (const part of new Set(entry.parts)) byWord.set(part, [...(byWord.get(part) ?? []), entry]);
  }
  return {
    at(token, words) {
      let best: PhraseMatch | null = null;
      const entries = formsAt(token, words).flatMap((form) => byWord.get(form) ?? []);
      for (const { phrase, parts } of entries) {
        const first = startOf(parts, token, words);
        if (first === null || (best !== null && best.end - best.first >= parts.length)) continue;
        best = { phrase, first, end: first + parts.length };
      }
      return best;
    },
  };
}

/** The tokens of a phrase: hyphens stand alone, as in the text. */
export function partsOf(phrase: string): readonly string[] {
  return phrase.replaceAll("-", " - ").split(" ");
}

/** The forms by which a table may name the token: its lemma, the word itself, and the word without a plural's ending, for lemmas are guessed. */
export function formsAt(token: number, words: Words): readonly string[] {
  const lower = words.lower(token);
  const singular = lower.replace(/ies$/, "y").replace(/(?<=[^s])s$/, "");
  const bases = words.upos(token) === "VERB" ? basesOf(lower) : [];
  return [...new Set([words.lemma(token).toLowerCase(), lower, ...(singular.length > 3 ? [singular] : []), ...bases])];
}

/** What a verb's form may come from: "staged" from "stage", "barred" from "bar". */
function basesOf(form: string): readonly string[] {
  const stem = form.match(/^(.{2,})(?:ed|ing)$/)?.[1];
  if (stem === undefined) return [];
  return [`${stem}e`, stem.replace(/i$/, "y"), stem.replace(/([b-df-hj-np-tv-z])\1$/, "$1")];
}

/** Where the phrase starts whose words stand in the text and cover the token. */
function startOf(parts: readonly string[], token: number, words: Words): number | null {
  for (let offset = 0; offset < parts.length; offset++) {
    const first = token - offset;
    if (parts.every((part, i) => formsAt(first + i, words).includes(part))) return first;
  }
  return null;
}
