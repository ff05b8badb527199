import type { Span } from "../text/span.js";

/** How much less it weighs the likelier all who tell it were misread: each halving of the likelihood that one was read right counts {@link halved}. */
export function weightOfConfidence(
  tellings: readonly { readonly article: string; readonly confidence: number }[],
): number {
  const best = new Map<string, number>();
  for (const { article, confidence } of tellings) best.set(article, Math.max(best.get(article) ?? 0, confidence));
  const doubt = [...best.values()].reduce((product, confidence) => product * (1 - confidence), 1);
  return halved * Math.log2(Math.max(leastConfidence, 1 - doubt));
}

const halved = 3;
/** Less likely than this nothing is held to be. */
const leastConfidence = 0.05;

/** How near to the beginning of its article something stands: one less for each doubling of the way, 0 at some {@link middle} characters. Articles begin with their news. */
export function nearnessOf(spans: readonly Span[]): number {
  if (spans.length === 0) return 0;
  return Math.log2((opening + middle) / (opening + Math.min(...spans.map(([start]) => start))));
}

/** In characters: within so many the first sentence has its news, wherever in it that stands. */
const opening = 100;
const middle = 400;
