import { type FoldedWord, foldedWords } from "./fold-words.js";
import type { Match } from "./match-query.js";

/** Marks around words that answer: control characters, which no text of an article has. */
const marks = { open: "\u0002", close: "\u0003" } as const;

/** A phrase that a question asks for. */
interface Phrase {
  readonly stems: readonly string[];
  readonly isPrefix: boolean;
  /** The column that it has to stand in; `null` for any. */
  readonly column: string | null;
}

/** A phrase found in a text: which one, and the number of its first word. */
interface Found {
  readonly phrase: number;
  readonly at: number;
  readonly size: number;
}

/** A text in which the answers to a question were found. */
interface SearchedText {
  readonly text: string;
  readonly words: readonly FoldedWord[];
  readonly found: readonly Found[];
}

/** What a word is looked for as. */
export type Stems = (word: string) => string;

/** All words that have to be stemmed before a text is searched. */
export function wordsToStem(match: Match, texts: readonly string[]): readonly string[] {
  const asked = phrasesOf(match, null, (word) => word).flatMap(({ stems }) => stems);
  return [...new Set([...asked, ...texts.flatMap((text) => foldedWords(text).map(({ word }) => word))])];
}

/** The text with marks around all that answers, as SQLite's `highlight` gives it. */
export function highlighted(match: Match, column: string, text: string, stemOf: Stems): string {
  const searched = search(phrasesOf(match, null, stemOf), column, text, stemOf);
  return marked(searched, 0, Number.POSITIVE_INFINITY);
}

/**
 * So many words of one of the texts, with marks around all that answers and … where the text goes on, as SQLite's `snippet` gives them: those with the most
 * of what was asked for, from where a sentence begins if that will do.
 */
export function excerptOf(
  match: Match,
  texts: readonly (readonly [column: string, text: string])[],
  size: number,
  stemOf: Stems,
): string {
  const phrases = phrasesOf(match, null, stemOf);
  const searched = texts.map(([column, text]) => search(phrases, column, text, stemOf));
  let best = { score: 0, start: 0, within: searched[0] };
  for (const within of searched) {
    const starts = sentenceStarts(within);
    for (const { at } of within.found) {
      const own = scoreAt(within, at, size);
      if (own.score > best.score) best = { score: own.score, start: own.adjusted, within };
      const start = starts.findLast((one, place) => place === 0 || one <= at) ?? 0;
      if (within.words.length <= size || start >= at) continue;
      const score = scoreAt(within, start, size).score + (start === 0 ? 120 : 100);
      if (score > best.score) best = { score, start, within };
    }
  }
  return best.within === undefined ? "" : marked(best.within, best.start, best.start + size - 1);
}

function phrasesOf(match: Match, column: string | null, stemOf: Stems): readonly Phrase[] {
  switch (match.kind) {
    case "phrase":
      return match.words.length === 0 ? [] : [{ stems: match.words.map(stemOf), isPrefix: match.isPrefix, column }];
    case "column":
      return phrasesOf(match.within, match.column, stemOf);
    default:
      return match.parts.flatMap((part) => phrasesOf(part, column, stemOf));
  }
}

function search(phrases: readonly Phrase[], column: string, text: string, stemOf: Stems): SearchedText {
  const words = foldedWords(text);
  const stems = words.map(({ word }) => stemOf(word));
  const found = stems.flatMap((_, at) =>
    phrases.flatMap((phrase, number) =>
      (phrase.column ?? column) === column && standsAt(phrase, stems, at)
        ? [{ phrase: number, at, size: phrase.stems.length }]
        : [],
    ),
  );
  return { text, words, found };
}

function standsAt({ stems: asked, isPrefix }: Phrase, stems: readonly string[], at: number): boolean {
  return asked.every((stem, place) => {
    const own = stems[at + place];
    return own !== undefined && (isPrefix && place === asked.length - 1 ? own.startsWith(stem) : own === stem);
  });
}

/** A phrase counts a thousand the first time, and one from then on. */
function scoreAt({ words, found }: SearchedText, start: number, size: number) {
  const within = found.filter(({ at }) => at >= start && at < start + size);
  const kinds = new Set(within.map(({ phrase }) => phrase)).size;
  const first = within[0]?.at ?? -1;
  const last = within.at(-1);
  const end = last === undefined ? 0 : last.at + last.size;
  const middle = first - Math.trunc((size - (end - first)) / 2);
  const adjusted = Math.max(0, middle + size > words.length ? words.length - size : middle);
  return { score: kinds * 1_000 + (within.length - kinds), adjusted };
}

/** The numbers of the words that a sentence begins with: the first, and those behind a full stop or a colon and a space. */
function sentenceStarts({ text, words }: SearchedText): readonly number[] {
  return words.flatMap(({ start }, at) => {
    if (at === 0) return [at];
    const before = text.slice(0, start);
    const bare = before.replace(/[ \t\n\r]+$/, "");
    return bare.length < before.length && /[.:]$/.test(bare) ? [at] : [];
  });
}

/** The words from one number to another with their marks; answers that overlap are one. */
function marked({ text, words, found }: SearchedText, first: number, last: number): string {
  const runs: { start: number; end: number }[] = [];
  for (const { at, size } of found) {
    const run = runs.at(-1);
    if (run !== undefined && at <= run.end) run.end = Math.max(run.end, at + size - 1);
    else runs.push({ start: at, end: at + size - 1 });
  }
  const end = Math.min(last, words.length - 1);
  let written = first > 0 ? "…" : "";
  let copied = first > 0 ? (words[first]?.start ?? 0) : 0;
  for (const run of runs) {
    if (run.start < first || run.start > end) continue;
    const [from, to] = [words[run.start]?.start ?? 0, words[Math.min(run.end, end)]?.end ?? 0];
    written += text.slice(copied, from) + marks.open + text.slice(from, to) + marks.close;
    copied = to;
  }
  return last >= words.length - 1 ? written + text.slice(copied) : `${written}${text.slice(copied, words[end]?.end)}…`;
}
