import { type TermVector, termVector } from "../stories/story-terms.js";
import type { WordWeights } from "../stories/word-weights.js";

/** A proposition by what it is compared by. */
export interface Comparable {
  readonly terms: TermVector;
  /** The terms of its words in capitals: who and where. */
  readonly names: ReadonlySet<string>;
  /** Whether it says that something is not so: a denial, or an odd number of words that negate. */
  readonly negative: boolean;
}

export const negation =
  /\b(?:no|not|never|none|nobody|nothing|neither|nor|without|fake|hoax|false|untrue|den(?:y|ies|ied)|refuted?|debunk\w*)\b|n['’]t\b/giu;

/**
 * Propositions as they are compared, in their order. Each term is weighted by how rare it is in the news and among these: in a story about one
 * strait everybody names the strait, and it tells no two propositions apart. Of few propositions nothing is common.
 */
export function comparables(
  propositions: readonly { readonly words: string; readonly denied: boolean }[],
  weights: WordWeights,
): readonly Comparable[] {
  const vectors = withoutCommon(
    propositions.map(({ words }) => stems(termVector({ text: words.toLowerCase() }, weights))),
  );
  return propositions.map(({ words, denied }, i) => ({
    terms: vectors[i] ?? new Map(),
    names: new Set(
      stems(termVector({ text: (words.match(capitalized) ?? []).join(" ").toLowerCase() }, weights)).keys(),
    ),
    negative: denied || (words.match(negation)?.length ?? 0) % 2 === 1,
  }));
}

const capitalized = /\p{Lu}[\p{L}\p{M}'’-]*/gu;

/** Whether both tell of something besides the same people and places. */
export function shareMatter(a: Comparable, b: Comparable): boolean {
  for (const [term, weight] of a.terms) {
    const other = b.terms.get(term) ?? 0;
    if (weight > 0 && other > 0 && !(a.names.has(term) && b.names.has(term))) return true;
  }
  return false;
}

/** How much of what two propositions are about is the same, from 0 to 1. */
export function cosine(a: TermVector, b: TermVector): number {
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
  return sum;
}

/** The vector with the forms of one stem as one term: "evacuate", "evacuation". */
function stems(vector: TermVector): TermVector {
  const found = new Map<string, number>();
  for (const [term, weight] of vector) {
    const stem = term.length > 5 ? term.replace(/(?:ions?|ors?|e)$/, "") : term;
    found.set(stem, (found.get(stem) ?? 0) + weight);
  }
  return found;
}

function withoutCommon(vectors: readonly TermVector[]): readonly TermVector[] {
  const counts = new Map<string, number>();
  for (const vector of vectors) for (const term of vector.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  const rarity = (term: string): number =>
    Math.log((vectors.length + 10) / ((counts.get(term) ?? 0) + 1)) / Math.log(vectors.length + 10);
  return vectors.map((vector) => {
    const weighted = [...vector].map(([term, weight]) => [term, weight * Math.max(0, rarity(term))] as const);
    const length = Math.hypot(...weighted.map(([, weight]) => weight));
    return new Map(weighted.map(([term, weight]) => [term, length === 0 ? 0 : weight / length]));
  });
}
