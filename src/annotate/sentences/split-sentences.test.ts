import fc from "fast-check";
import { expect, test } from "vitest";
import { newsText } from "../../../test/news-text.js";
import type { TokenRange } from "../../doc/layers.js";
import { tokenize } from "../tokens/tokenize.js";
import { splitSentences } from "./split-sentences.js";

/** Whether the ranges follow one another from 0 to `length`, none of them empty. */
function partition(ranges: readonly TokenRange[], length: number): boolean {
  let at = 0;
  for (const { first, end } of ranges) {
    if (first !== at || end <= first) return false;
    at = end;
  }
  return at === length;
}

test("sentences and paragraphs part the tokens, and each token knows its sentence", () => {
  fc.assert(
    fc.property(newsText(), (text) => {
      const tokens = tokenize(text);
      const { sentences, paragraphs, sentenceOf } = splitSentences(text, tokens);
      expect(partition(sentences, tokens.length)).toBe(true);
      expect(partition(paragraphs, tokens.length)).toBe(true);
      for (const [index, { first, end, paragraph }] of sentences.entries()) {
        expect(Array.from(sentenceOf.subarray(first, end))).toEqual(Array.from({ length: end - first }, () => index));
        expect(paragraphs[paragraph]?.first).toBeLessThanOrEqual(first);
        expect(paragraphs[paragraph]?.end).toBeGreaterThanOrEqual(end);
      }
    }),
  );
});

test("a blank line always ends a paragraph", () => {
  fc.assert(
    fc.property(newsText(), newsText(), (before, after) => {
      fc.pre(tokenize(before).length > 0 && tokenize(after).length > 0);
      const text = `${before}\n\n${after}`;
      const tokens = tokenize(text);
      const { paragraphs } = splitSentences(text, tokens);
      expect(paragraphs.some(({ first }) => (tokens.start[first] ?? 0) >= before.length + 2 && first > 0)).toBe(true);
    }),
  );
});
