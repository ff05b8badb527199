import type { Claim } from "../../doc/layers.js";
import type { Weights } from "../ranking.js";

/** What tells for a claim's being right, by name, with how much of it there is. */
export type Signs = readonly (readonly [name: string, amount: number])[];

/** How likely a claim of the record is right in what it is and in who takes part, from 0 to 1 in hundredths. */
export type Confidence = (signs: Signs) => number;

/** By weights that `training/confidence.ts` learns from marked articles (`data/confidence-weights.tsv`). */
export function confidenceBy(weights: Weights): Confidence {
  return (signs) => {
    const sum = signs.reduce((all, [name, amount]) => all + (weights.get(name) ?? 0) * amount, 0);
    return Math.round(100 / (1 + Math.exp(-sum))) / 100;
  };
}

/** What the reader itself makes of a claim. @param words how many its sentence has */
export function signsOfReading({ kind, label, score, labelScore }: Claim, words: number): Signs {
  return [
    [kind, 1],
    [`${kind} trigger`, logit(score)],
    [`${kind} label`, logit(labelScore)],
    [`${kind} words`, Math.min(words, mostWords) / mostWords],
    // Of a state the aspect alone: its values are too rare to learn from.
    [`${kind} ${label.split("/")[0]}`, 1],
  ];
}

/** More words in a sentence count no more. */
const mostWords = 80;

/** How likely it is on a scale without ends, cut off where the reader knows no better. */
export function logit(likelihood: number): number {
  const kept = Math.min(1 - leastDoubt, Math.max(leastDoubt, likelihood));
  return Math.log(kept / (1 - kept));
}

const leastDoubt = 0.001;
