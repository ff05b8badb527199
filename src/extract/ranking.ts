import { parseTable } from "../text/table.js";

/** What each feature counts; a name that is missing counts nothing. */
export type Weights = ReadonlyMap<string, number>;

/** Something that may be chosen, with what tells for or against it, by name. */
export interface Candidate<Item> {
  readonly item: Item;
  readonly features: readonly string[];
}

/** The weights of a table (`data/time-weights.tsv`, `data/place-weights.tsv`, `data/party-weights.tsv`, `data/confidence-weights.tsv`): a feature's name and what it counts. Throws a `TypeError` where that is no number. */
export function weightsOf(table: string): Weights {
  return new Map(
    parseTable(table).map(([name = "", written = ""]) => {
      const weight = Number(written);
      if (written === "" || Number.isNaN(weight))
        throw new TypeError(`Found "${written}" for "${name}"; expected a number.`);
      return [name, weight];
    }),
  );
}

/** What tells when and where something took place, and who took part. */
export interface CircumstanceWeights {
  readonly time: Weights;
  readonly place: Weights;
  readonly party: Weights;
}

/**
 * The candidate whose features sum up highest, the first of several; `null` where those of `none`, which tell for choosing nothing, sum up as
 * high. The weights are those of one choice among all candidates and nothing (a conditional logit), as `training/circumstances.ts` learns them.
 */
export function bestOf<Item>(
  candidates: readonly Candidate<Item>[],
  none: readonly string[],
  weights: Weights,
): Item | null {
  let best: Item | null = null;
  let most = sumOf(none, weights);
  for (const { item, features } of candidates) {
    const sum = sumOf(features, weights);
    if (sum <= most) continue;
    best = item;
    most = sum;
  }
  return best;
}

/** All candidates with what their features sum up to, the highest first. */
export function rankedBy<Item>(
  candidates: readonly Candidate<Item>[],
  weights: Weights,
): readonly { readonly item: Item; readonly sum: number }[] {
  return candidates
    .map(({ item, features }) => ({ item, sum: sumOf(features, weights) }))
    .sort((a, b) => b.sum - a.sum);
}

/** How likely something is that these features tell of, from 0 to 1. */
export function likelihoodOf(features: readonly string[], weights: Weights): number {
  return 1 / (1 + Math.exp(-sumOf(features, weights)));
}

const split = new WeakMap<Weights, ReadonlyMap<string, Weights>>();
const noWeights: Weights = new Map();

/** The weights of the features whose names begin with these two words, by what stands behind them: so no name has to be put together for each candidate. */
export function weightsUnder(words: string, weights: Weights): Weights {
  const parts = split.get(weights) ?? byFirstWords(weights);
  split.set(weights, parts);
  return parts.get(words) ?? noWeights;
}

function byFirstWords(weights: Weights): ReadonlyMap<string, Weights> {
  const parts = new Map<string, Map<string, number>>();
  for (const [name, weight] of weights) {
    const [words = "", rest = ""] = /^(\S+ \S+) (.*)$/.exec(name)?.slice(1) ?? [];
    const part = parts.get(words);
    if (part === undefined) parts.set(words, new Map([[rest, weight]]));
    else part.set(rest, weight);
  }
  return parts;
}

function sumOf(features: readonly string[], weights: Weights): number {
  let sum = 0;
  for (const name of features) sum += weights.get(name) ?? 0;
  return sum;
}
