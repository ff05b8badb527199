import fc from "fast-check";
import { expect, test } from "vitest";
import type { TokenRange } from "../../doc/layers.js";
import { cutWindows, encoderUnits, windowSize } from "./windows.js";

/** Sentences over tokens with so many pieces each; as the word pieces are, from 1 to 8. */
const sentencesOfTokens = fc
  .array(fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 120 }), { maxLength: 25 })
  .map((sentences) => {
    const lengths = sentences.flat();
    let first = 0;
    const ranges = sentences.map((tokens): TokenRange => {
      const range = { first, end: first + tokens.length };
      first = range.end;
      return range;
    });
    return { ranges, lengths };
  });

const piecesIn = ({ first, end }: TokenRange, lengths: readonly number[]): number =>
  lengths.slice(first, end).reduce((sum, length) => sum + length, 0);

const tokensOf = ({ first, end }: TokenRange): readonly number[] =>
  Array.from({ length: end - first }, (_, i) => first + i);

test("units are the sentences, or parts of one, and none is longer than half a window", () => {
  fc.assert(
    fc.property(sentencesOfTokens, ({ ranges, lengths }) => {
      const units = encoderUnits(ranges, lengths);
      expect(units.flatMap(tokensOf)).toEqual(ranges.flatMap(tokensOf));
      for (const unit of units) {
        expect(piecesIn(unit, lengths)).toBeLessThanOrEqual(windowSize / 2);
        expect(ranges.some(({ first, end }) => first <= unit.first && unit.end <= end)).toBe(true);
      }
    }),
  );
});

test("windows own every token once, in order, read what they own, and keep to their size", () => {
  fc.assert(
    fc.property(sentencesOfTokens, ({ ranges, lengths }) => {
      const windows = cutWindows(encoderUnits(ranges, lengths), lengths);
      expect(windows.flatMap(({ owned }) => tokensOf(owned))).toEqual(lengths.map((_, token) => token));
      for (const { first, end, owned } of windows) {
        expect(piecesIn({ first, end }, lengths) + 2).toBeLessThanOrEqual(windowSize);
        expect(first <= owned.first && owned.end <= end).toBe(true);
      }
    }),
  );
});

test("windows and what they own end where units do", () => {
  fc.assert(
    fc.property(sentencesOfTokens, ({ ranges, lengths }) => {
      const units = encoderUnits(ranges, lengths);
      const ends = new Set(units.map(({ end }) => end));
      for (const { end, owned } of cutWindows(units, lengths)) expect(ends.has(end) && ends.has(owned.end)).toBe(true);
    }),
  );
});
