import { type TermVector, termVector } from "../stories/story-terms.js";
import type { WordWeights } from "../stories/word-weights.js";
import { shortened } from "./claim-sentence.js";

/** A proposition by what it is compared by. */
export interface Comparable {
  /** Its words by their stems, weighted by how rare they are in the news. */
  readonly words: TermVector;
  /** The stems of its words in capitals: who and where. */
  readonly names: ReadonlySet<string>;
  /** Whether it says that something is not so: an odd number of words that negate. */
  readonly negative: boolean;
  readonly figures: ReadonlySet<string>;
}

export const negation =
  /\b(?:no|not|never|none|nobody|nothing|neither|nor|without|fake|hoax|false|untrue|den(?:y|ies|ied)|refuted?|debunk\w*)\b|n['’]t\b/giu;

/** A proposition as it is compared. What a story holds is compared again on every day on which it goes on, so the last ones are kept. */
export function comparable(told: string, weights: WordWeights): Comparable {
  const ofWeights = known.get(weights) ?? new Map<string, Comparable>();
  known.set(weights, ofWeights);
  const found = ofWeights.get(told) ?? compared(told, weights);
  if (ofWeights.size >= mostKnown) ofWeights.clear();
  ofWeights.set(told, found);
  return found;
}

const known = new WeakMap<WordWeights, Map<string, Comparable>>();

/** Some 30 megabytes. */
const mostKnown = 10_000;

function compared(told: string, weights: WordWeights): Comparable {
  const words = told.replace(/\b(\p{Lu})\.(\p{Lu})\.(?:(\p{Lu})\.)?/gu, "$1$2$3");
  return {
    words: stems(termVector({ text: words.toLowerCase() }, weights)),
    names: namesIn(words, weights),
    negative: (shortened(words).match(negation)?.length ?? 0) % 2 === 1,
    figures: numbers(words),
  };
}

/** In a headline that has all its words in capitals none is known for a name. */
function namesIn(words: string, weights: WordWeights): ReadonlySet<string> {
  const capitals = words.match(capitalized) ?? [];
  const small = words.match(/(?<!\p{L})\p{Ll}{4,}/gu) ?? [];
  if (small.length === 0) return new Set();
  return new Set(stems(termVector({ text: capitals.join(" ").toLowerCase() }, weights)).keys());
}

const capitalized = /(?<!\p{L})(?:\p{Ll}{2,3}-)?\p{Lu}[\p{L}\p{M}'’-]*/gu;

/** How much of the words of the one, by weight, the other has; all where none of them counts. */
function shareIn(a: Comparable, b: Comparable, counts: (stem: string) => boolean = () => true): number {
  let [sum, all] = [0, 0];
  for (const [stem, weight] of a.words) {
    if (!counts(stem)) continue;
    all += weight;
    if (b.words.has(stem)) sum += weight;
  }
  return all === 0 ? 1 : sum / all;
}

/** How much of a proposition another has to tell too to say the same, from 0 to 1. */
export interface LeastShared {
  /** Of all its words, by how rare they are. */
  readonly all: number;
  /** Of whom and what it names, where the other names anything. */
  readonly names: number;
  /** Of its other words, each counting alike: what is rare tells whom it is about, and "helped" that it is another act. */
  readonly matter: number;
  /** How much of the other the proposition tells. */
  readonly back: number;
  /** Whether one of its other words is enough; else it may be an accident. */
  readonly isOneWordEnough?: boolean;
}

/** Whether a proposition is told in another: the same act of the same parties, both so or both not so, and no other figures. */
export function tells(one: Comparable, other: Comparable, least: LeastShared): boolean {
  if (one.negative !== other.negative || figures(one, other) === "other") return false;
  const isName = (stem: string): boolean => one.names.has(stem) || other.names.has(stem);
  let [matter, shared] = [0, 0];
  for (const stem of one.words.keys()) {
    if (isName(stem)) continue;
    matter++;
    if (other.words.has(stem)) shared++;
  }
  if (shared === 0 || shared < least.matter * matter) return false;
  const [share, back] = [shareIn(one, other), shareIn(other, one)];
  // One word in common is an accident, unless it is all that there is.
  const isOneEnough = least.isOneWordEnough === true || (share > wholly && back > leastBack);
  return (
    (shared > 1 || isOneEnough) &&
    share >= least.all &&
    (other.names.size === 0 || shareIn(one, other, isName) >= least.names) &&
    back >= least.back
  );
}

const wholly = 0.99;
const leastBack = 0.35;

/** Whether two propositions give the same numbers, others, or none both. */
function figures(one: Comparable, other: Comparable): "none" | "shared" | "other" {
  if (one.figures.size === 0 || other.figures.size === 0) return "none";
  return [...one.figures].some((number) => other.figures.has(number)) ? "shared" : "other";
}

const counted =
  /\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?)\b/gi;

function numbers(words: string): ReadonlySet<string> {
  return new Set((words.match(counted) ?? []).map((one) => one.toLowerCase().replace(/[,.]+$/, "")));
}

/** How much of what two propositions are about is the same, from 0 to 1. */
export function cosine(a: TermVector, b: TermVector): number {
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
  return sum;
}

/** So many letters of a word are told apart: "coordinate", "coordination". */
const stemLength = 6;

/** The vector with the forms of one stem as one term, without pairs of words. */
function stems(vector: TermVector): TermVector {
  const found = new Map<string, number>();
  for (const [term, weight] of vector) {
    if (term.includes(" ")) continue;
    const stem = term.slice(0, stemLength);
    found.set(stem, Math.max(found.get(stem) ?? 0, weight));
  }
  return found;
}
