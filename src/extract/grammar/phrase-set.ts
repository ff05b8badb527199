import type { Words } from "./words.js";

/** Words and phrases of a table, as lemmas. */
export interface PhraseSet {
  /** Whether one of the phrases stands there and covers the token. */
  covers(token: number, words: Words): boolean;
}

/** The set of phrases such as `aid`, `martial law`, `state of emergency`. */
export function phraseSet(phrases: Iterable<string>): PhraseSet {
  const byWord = new Map<string, (readonly string[])[]>();
  for (const phrase of phrases) {
    // Hyphens stand alone, as in the text.
    const parts = phrase.replaceAll("-", " - ").split(" ");
    for (const part of new Set(parts)) byWord.set(part, [...(byWord.get(part) ?? []), parts]);
  }
  return {
    covers: (token, words) =>
      words.forms(token).some((form) => byWord.get(form)?.some((parts) => standsAround(parts, token, words))),
  };
}

/** Whether the words of a phrase stand in the text and cover the token. */
function standsAround(parts: readonly string[], token: number, words: Words): boolean {
  return parts.some((_, offset) => parts.every((part, i) => words.forms(token - offset + i).includes(part)));
}
