import fc from "fast-check";
import { expect, test } from "vitest";
import { annotatedDocument } from "../../test/annotated-document.js";
import { newsText } from "../../test/news-text.js";
import { quotationsNear, rangeAt } from "./find-ranges.js";

test("a token's range is the one that holds it", () => {
  const ranges = [
    { first: 1, end: 3 },
    { first: 3, end: 4 },
    { first: 7, end: 9 },
  ];
  const found = Array.from({ length: 10 }, (_, token) => rangeAt(ranges, token)?.first ?? null);
  expect(found).toEqual([null, 1, 1, 3, null, null, null, 7, 7, null]);
  expect(rangeAt([], 0)).toBeUndefined();
});

test("near quotations are all those that touch the range, and they lie in its paragraphs", () => {
  fc.assert(
    fc.property(newsText(), fc.nat(100), fc.nat(100), (text, a, b) => {
      const { tokens, sentences, quotations } = annotatedDocument(text).layers;
      fc.pre(tokens.length > 0);
      const first = Math.min(a, b, tokens.length - 1);
      const range = { first, end: Math.max(first + 1, Math.min(Math.max(a, b), tokens.length)) };
      const near = quotationsNear(range, quotations, sentences);
      const touching = quotations.quotations.filter(({ inner }) => inner.first < range.end && range.first < inner.end);
      expect(near).toEqual(expect.arrayContaining(touching));
      const paragraphs = sentences.paragraphs.filter(({ first, end }) => first < range.end && range.first < end);
      for (const { inner } of near) {
        expect(paragraphs.some(({ first, end }) => first <= inner.first && inner.end <= end)).toBe(true);
      }
    }),
  );
});
