import type { QuotationLayer, SentenceLayer, TokenRange } from "../../doc/layers.js";

/**
 * The content of a cue, made whole: a quotation that it covers by half or more is taken entirely, and stretches that the encoder
 * let run over into another paragraph without a quotation are dropped. A cue that stands inside the quotation itself tells only of a
 * part of it, so nothing is added there.
 */
export function tidyContent(
  cue: TokenRange,
  content: readonly TokenRange[],
  sentences: SentenceLayer,
  quotations: QuotationLayer,
): TokenRange[] {
  const paragraphAt = (token: number) => sentences.sentences[sentences.sentenceOf[token] ?? -1]?.paragraph;
  const home = paragraphAt(cue.first);
  const marked = new Set<number>();
  for (const { first, end } of content) {
    for (let i = first; i < end; i++) if (paragraphAt(i) === home || quotations.state[i] !== 0) marked.add(i);
  }
  for (const { inner, depth } of quotations.quotations) {
    if (depth > 0 || (cue.first >= inner.first && cue.first < inner.end)) continue;
    let covered = 0;
    for (let i = inner.first; i < inner.end; i++) if (marked.has(i)) covered++;
    const whole = 2 * covered >= inner.end - inner.first;
    // Outside the cue's paragraph only quotations count, so what covers less than half of one is a slip.
    if (!whole && paragraphAt(inner.first) === home) continue;
    for (let i = inner.first; i < inner.end; i++) {
      if (whole) marked.add(i);
      else marked.delete(i);
    }
  }
  return rangesOf(marked);
}

function rangesOf(tokens: ReadonlySet<number>): TokenRange[] {
  const ranges: TokenRange[] = [];
  for (const token of [...tokens].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.end === token) ranges[ranges.length - 1] = { first: last.first, end: token + 1 };
    else ranges.push({ first: token, end: token + 1 });
  }
  return ranges;
}
