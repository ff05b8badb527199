import type { RunningSentence, RunningText } from "./running-text.js";
import { mixed, rowNumber } from "./word-rows.js";

/** Words in a row that make a fingerprint. */
const rowLength = 4;

/**
 * Neighbours that a fingerprint pairs each article with. A wire story printed by a thousand outlets needs no million comparisons: each
 * copy meets enough others for all to find together.
 */
const neighbours = 24;

/** What tells which texts may be copies of a text: small enough to be kept for every article. */
export interface Fingerprints {
  /** Two of each sentence, each once, as numbers below 2^32. */
  readonly prints: Uint32Array;
  readonly sentences: number;
}

/** The fingerprints of a text. */
export function fingerprintsOf({ sentences }: RunningText): Fingerprints {
  return { prints: Uint32Array.from(new Set(sentences.flatMap(printsOf))), sentences: sentences.length };
}

/** A pair of articles, by their places in the list, the smaller first. */
export type Pair = readonly [first: number, second: number];

/**
 * The pairs of texts that may be copies, without comparing all with all: those that share fingerprints of two sentences, or one where a text
 * has no more than three sentences. The fingerprints of a sentence are its two smallest rows of four words under two orders (min-wise
 * hashing, Broder 1997), so a sentence that is copied whole keeps both, and an altered one mostly keeps one.
 *
 * @param from the first text of those that are compared; two texts before it make no pair
 */
export function candidatePairs(texts: readonly Fingerprints[], from = 0): readonly Pair[] {
  const postings = postingsOf(texts);
  const shared = new Map<number, number>();
  for (let start = 0; start < postings.prints.length; ) {
    const print = postings.prints[start];
    let end = start + 1;
    while (postings.prints[end] === print) end++;
    for (let i = start; i < end; i++) {
      const first = postings.texts[i] ?? 0;
      for (let j = i + 1; j < Math.min(end, i + 1 + neighbours); j++) {
        const second = postings.texts[j] ?? 0;
        if (second === first || second < from) continue;
        const key = first * texts.length + second;
        shared.set(key, (shared.get(key) ?? 0) + 1);
      }
    }
    start = end;
  }
  return [...shared]
    .map(([key, count]) => ({ first: Math.floor(key / texts.length), second: key % texts.length, count }))
    .filter(({ first, second, count }) => count >= needed(texts[first], texts[second]))
    .map(({ first, second }): Pair => [first, second])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

function needed(a: Fingerprints | undefined, b: Fingerprints | undefined): number {
  return Math.min(a?.sentences ?? 0, b?.sentences ?? 0) <= 3 ? 1 : 2;
}

/** Where fingerprints stand: `texts[i]` has `prints[i]`, sorted by fingerprint and then by text. */
interface Postings {
  readonly prints: Uint32Array;
  readonly texts: Uint32Array;
}

function postingsOf(texts: readonly Fingerprints[]): Postings {
  const size = texts.reduce((sum, { prints }) => sum + prints.length, 0);
  const unsorted = { prints: new Uint32Array(size), texts: new Uint32Array(size) };
  let at = 0;
  for (const [text, { prints }] of texts.entries()) {
    unsorted.prints.set(prints, at);
    unsorted.texts.fill(text, at, at + prints.length);
    at += prints.length;
  }
  // A place that is found later has a text that comes later, so the order of places is that of texts.
  const places = inOrderOf(unsorted.prints);
  return {
    prints: Uint32Array.from(places, (place) => unsorted.prints[place] ?? 0),
    texts: Uint32Array.from(places, (place) => unsorted.texts[place] ?? 0),
  };
}

function inOrderOf(prints: Uint32Array): Uint32Array {
  const places = Uint32Array.from(prints, (_, place) => place);
  return places.sort((a, b) => (prints[a] ?? 0) - (prints[b] ?? 0) || a - b);
}

/** The two fingerprints of a sentence; none for one of fewer than four words of its own. */
function printsOf({ words, quoted }: RunningSentence): readonly number[] {
  let first = Number.POSITIVE_INFINITY;
  let second = Number.POSITIVE_INFINITY;
  for (let at = 0; at + rowLength <= words.length; at++) {
    if (quoted[at] === 1 && quoted[at + rowLength - 1] === 1) continue;
    const row = rowNumber(words, at, rowLength);
    first = Math.min(first, row);
    second = Math.min(second, mixed(row));
  }
  return Number.isFinite(first) ? [first, mixed(second)] : [];
}
