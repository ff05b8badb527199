import type { TokenRange } from "../../doc/layers.js";

/** Pieces of one window, `[CLS]` and `[SEP]` included: what the encoder was trained on. */
export const windowSize = 256;

/** About this many pieces at each seam are read by both windows, so that a cue's source may stand beyond the seam. */
const overlap = 32;

/** A stretch of text that is encoded at once. Of the tokens that two windows read, each one owns the nearer half. */
export interface EncoderWindow extends TokenRange {
  readonly owned: TokenRange;
}

/**
 * Windows of whole units (sentences) with at most {@link windowSize} pieces that overlap at their seams; together they own
 * every token once. `lengths[i]` is the number of pieces of token `i`; no unit may be longer than a window.
 */
export function cutWindows(units: readonly TokenRange[], lengths: readonly number[]): EncoderWindow[] {
  const sizes = units.map((unit) => piecesIn(unit, lengths));
  const stretches: { from: number; to: number }[] = [];
  for (let from = 0; from < units.length; ) {
    let to = from;
    let used = 2;
    while (to < units.length && used + (sizes[to] ?? 0) <= windowSize) used += sizes[to++] ?? 0;
    stretches.push({ from, to });
    if (to >= units.length) break;
    let next = to;
    let shared = 0;
    while (next - 1 > from && shared + (sizes[next - 1] ?? 0) <= overlap) shared += sizes[--next] ?? 0;
    from = next;
  }
  const seams = stretches.slice(1).map((stretch, i) => Math.ceil((stretch.from + (stretches[i]?.to ?? 0)) / 2));
  return stretches.map(({ from, to }, i) => ({
    ...rangeOf(units, from, to),
    owned: rangeOf(units, i === 0 ? from : (seams[i - 1] ?? from), seams[i] ?? to),
  }));
}

/** The sentences, those with more pieces than half a window cut up. */
export function encoderUnits(sentences: readonly TokenRange[], lengths: readonly number[]): TokenRange[] {
  const longest = Math.floor(windowSize / 2);
  return sentences.flatMap((sentence) => {
    if (piecesIn(sentence, lengths) <= longest) return [sentence];
    const parts: TokenRange[] = [];
    let first = sentence.first;
    let used = 0;
    for (let i = sentence.first; i < sentence.end; i++) {
      const size = lengths[i] ?? 0;
      if (used > 0 && used + size > longest) {
        parts.push({ first, end: i });
        first = i;
        used = 0;
      }
      used += size;
    }
    return [...parts, { first, end: sentence.end }];
  });
}

function piecesIn(range: TokenRange, lengths: readonly number[]): number {
  let sum = 0;
  for (let i = range.first; i < range.end; i++) sum += lengths[i] ?? 0;
  return sum;
}

function rangeOf(units: readonly TokenRange[], from: number, to: number): TokenRange {
  return { first: units[from]?.first ?? 0, end: units[to - 1]?.end ?? 0 };
}
