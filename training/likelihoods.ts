import { writeFileSync } from "node:fs";
import type { Signs } from "../src/extract/claims/confidence.js";

/** Something that was read, with what tells for it and whether marks say so too. */
export interface Judged {
  /** The number of its article. */
  readonly article: number;
  readonly signs: Signs;
  readonly isRight: boolean;
}

/** So much each weight is held back, against one thing that was read. */
const restraint = 3;
const rounds = 400;

/** Of signs that fewer have nothing is learnt. */
const leastCount = 3;

/** The weights under which what the marks say is likeliest, by descent along the slope of all at once. */
export function learnLikelihoods(judged: readonly Judged[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [name] of judged.flatMap(({ signs }) => signs)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const all = judged.map(({ signs, isRight }) => ({
    signs: signs.filter(([name]) => (counts.get(name) ?? 0) >= leastCount),
    isRight,
  }));
  const weights = new Map<string, number>();
  const squares = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    const slopes = new Map<string, number>();
    for (const { signs, isRight } of all) {
      const error = likelihood(signs, weights) - (isRight ? 1 : 0);
      for (const [name, amount] of signs) slopes.set(name, (slopes.get(name) ?? 0) + error * amount);
    }
    for (const [name, slope] of slopes) {
      const whole = slope + restraint * (weights.get(name) ?? 0);
      const square = (squares.get(name) ?? 0) + whole * whole;
      squares.set(name, square);
      weights.set(name, (weights.get(name) ?? 0) - (0.3 * whole) / Math.sqrt(square + 1e-9));
    }
  }
  return weights;
}

function likelihood(signs: Signs, weights: ReadonlyMap<string, number>): number {
  return 1 / (1 + Math.exp(-signs.reduce((sum, [name, amount]) => sum + (weights.get(name) ?? 0) * amount, 0)));
}

const folds = 10;

/** How likely each is by weights that are learnt from articles of the other tenths, in the order given. */
export function crossJudged(all: readonly Judged[]): readonly number[] {
  const byFold = Array.from({ length: folds }, (_, fold) =>
    learnLikelihoods(all.filter(({ article }) => article % folds !== fold)),
  );
  return all.map(({ article, signs }) => likelihood(signs, byFold[article % folds] ?? new Map()));
}

const parts = 5;

/** Prints how many are right of those of each fifth, the least likely first. */
export function tellLikelihoods(kind: string, all: readonly { readonly sure: number; readonly isRight: boolean }[]): void {
  const sorted = all.toSorted((a, b) => a.sure - b.sure);
  for (let part = 0; part < parts; part++) {
    const own = sorted.slice((part * sorted.length) / parts, ((part + 1) * sorted.length) / parts);
    const share = own.filter(({ isRight }) => isRight).length / own.length;
    const mean = own.reduce((sum, { sure }) => sum + sure, 0) / own.length;
    process.stdout.write(`${kind}: told ${mean.toFixed(2)}, right ${share.toFixed(2)} of ${own.length}\n`);
  }
}

/** Writes `data/NAME.tsv`, under lines that say what it holds. */
export function writeLikelihoods(name: string, about: readonly string[], weights: ReadonlyMap<string, number>): void {
  const rows = [...weights]
    .filter(([, weight]) => Math.abs(weight) >= 0.005)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sign, weight]) => `${sign}\t${weight.toFixed(2)}\n`);
  const head = about.map((line) => `# ${line}\n`);
  writeFileSync(new URL(`../data/${name}.tsv`, import.meta.url), [...head, ...rows].join(""));
}
