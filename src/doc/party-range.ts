import type { PartyRange } from "./layers.js";

/** Up to this doubt words are read as a party; those of more are guesses. */
export const readDoubt = 2;

/** What is read, without stretches that share words with one of less doubt. */
export function readRanges(ranges: readonly PartyRange[]): readonly PartyRange[] {
  const read = ranges.filter(({ doubt }) => doubt <= readDoubt);
  return read.filter(
    ({ first, end }, at) => !read.slice(0, at).some((other) => other.first < end && first < other.end),
  );
}

/** Those of the least doubt, each as far as it is read with more; none where all are guesses. */
export function surest(ranges: readonly PartyRange[]): readonly PartyRange[] {
  const least = Math.min(readDoubt, ...ranges.map(({ doubt }) => doubt));
  const read = ranges.filter(({ doubt }) => doubt <= readDoubt);
  return ranges
    .filter(({ doubt }) => doubt === least)
    .map((one) => read.findLast(({ first, end }) => first <= one.first && one.end <= end) ?? one);
}
