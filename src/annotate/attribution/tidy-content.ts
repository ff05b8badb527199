import { quotationsNear, rangeContains } from "../../doc/find-ranges.js";
import type { Attribution, QuotationLayer, SentenceLayer, TokenRange } from "../../doc/layers.js";

/** Gaps up to this many words are slips of the encoder: "told colleagues on ▢ that …". */
const widestGap = 3;

/**
 * The content of a cue, made whole: a quotation that it covers by half or more is taken entirely, and stretches that the encoder
 * let run over into another paragraph without a quotation are dropped. A cue that stands inside the quotation itself tells only of a
 * part of it, so nothing is added there. A gap of a few words that belong to nothing else is closed.
 */
export function tidyContent(
  { cue, source, content }: Pick<Attribution, "cue" | "source" | "content">,
  sentences: SentenceLayer,
  quotations: QuotationLayer,
): TokenRange[] {
  const paragraphAt = (token: number) => sentences.sentences[sentences.sentenceOf[token] ?? -1]?.paragraph;
  const home = paragraphAt(cue.first);
  const taken = [cue, ...source];
  const marked = new Set<number>();
  for (const { first, end } of content) {
    for (let i = first; i < end; i++) if (paragraphAt(i) === home || quotations.state[i] !== 0) marked.add(i);
  }
  const near = new Set(content.flatMap((range) => quotationsNear(range, quotations, sentences)));
  for (const { inner, depth } of near) {
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
  return joinNear(rangesOf(marked), (token) => taken.some((range) => rangeContains(range, token)));
}

/** The ranges with the few words between two of them, where none of those is spoken for and no sentence ends there. */
function joinNear(ranges: readonly TokenRange[], taken: (token: number) => boolean): TokenRange[] {
  const joined: TokenRange[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    const gap = last ? Array.from({ length: range.first - last.end }, (_, i) => last.end + i) : [];
    if (last && gap.length <= widestGap && !gap.some(taken))
      joined[joined.length - 1] = { first: last.first, end: range.end };
    else joined.push(range);
  }
  return joined;
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
