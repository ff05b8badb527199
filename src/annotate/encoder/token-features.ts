import type { QuotationLayer, SentenceLayer, TokenLayer } from "../../doc/layers.js";

/**
 * One number for each token with what the uncased pieces do not say: letter case (6 values), inside or outside quotation
 * marks (3), start of a sentence or a paragraph (3), as `case + 6 * quotation + 18 * start`. The encoder was trained with
 * this code; changing it needs new weights.
 */
export function tokenFeatures(
  text: string,
  tokens: TokenLayer,
  sentences: SentenceLayer,
  quotations: QuotationLayer,
): Uint8Array {
  const features = new Uint8Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    features[i] = caseOf(text.slice(tokens.start[i], tokens.end[i])) + 6 * (quotations.state[i] ?? 0);
  }
  const mark = (i: number, start: number): void => {
    features[i] = ((features[i] ?? 0) % 18) + 18 * start;
  };
  for (const sentence of sentences.sentences) mark(sentence.first, 1);
  for (const paragraph of sentences.paragraphs) mark(paragraph.first, 2);
  return features;
}

/** 0 no letters or digits, 1 lower case, 2 a capital first, 3 all capitals, 4 capitals inside, 5 digits. */
function caseOf(word: string): number {
  if (/\p{N}/u.test(word)) return 5;
  if (!/\p{L}/u.test(word)) return 0;
  if (!/\p{Lu}/u.test(word)) return 1;
  if (/^\p{Lu}[^\p{Lu}]*$/u.test(word)) return 2;
  return /\p{Ll}/u.test(word) ? 4 : 3;
}
