import fc from "fast-check";
import { expect, test } from "vitest";
import { newsText } from "../../../test/news-text.js";
import { splitSentences } from "../sentences/split-sentences.js";
import { tokenize } from "../tokens/tokenize.js";
import { findQuotations } from "./find-quotations.js";

function quotationsIn(text: string) {
  const tokens = tokenize(text);
  const sentences = splitSentences(text, tokens);
  return { tokens, sentences, ...findQuotations(text, tokens, sentences) };
}

test("a quotation lies in one paragraph, between its marks", () => {
  fc.assert(
    fc.property(newsText(), (text) => {
      const { quotations, sentences } = quotationsIn(text);
      for (const { inner, open, close } of quotations) {
        expect(inner.first).toBeLessThanOrEqual(inner.end);
        expect(open).toBe(inner.first - 1);
        if (close !== null) expect(close).toBe(inner.end);
        const holds = sentences.paragraphs.some(
          ({ first, end }) => first < inner.first && (close ?? inner.end - 1) < end,
        );
        expect(holds).toBe(true);
      }
    }),
  );
});

test("two quotations are apart or one holds the other, and the depth counts the holders", () => {
  fc.assert(
    fc.property(newsText(), (text) => {
      const { quotations } = quotationsIn(text);
      for (const { inner, depth } of quotations) {
        const holders = quotations.filter(
          (other) => other.inner.first < inner.first && inner.end < other.inner.end + 1,
        );
        expect(holders.length).toBe(depth);
        const crossing = quotations.filter(
          ({ inner: other }) => other.first < inner.first && inner.first < other.end && other.end < inner.end,
        );
        expect(crossing).toEqual([]);
      }
    }),
  );
});

test("the state of a token is that of the quotations around it", () => {
  fc.assert(
    fc.property(newsText(), (text) => {
      const { quotations, state, tokens } = quotationsIn(text);
      const marks = new Set(quotations.flatMap(({ open, close }) => [open, close]));
      for (let i = 0; i < tokens.length; i++) {
        const inside = quotations.some(({ inner }) => inner.first <= i && i < inner.end);
        expect(state[i]).toBe(marks.has(i) ? 2 : inside ? 1 : 0);
      }
    }),
  );
});

test("a stray mark before a pair holds nothing, so the pair stands in plain text", () => {
  const { quotations } = quotationsIn("The “corridor was shut, and “repairs” would take weeks.");
  expect(quotations.map(({ depth }) => depth)).toEqual([0]);
});
