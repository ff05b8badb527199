import fc from "fast-check";
import { expect, test } from "vitest";
import {
  compareSpans,
  intersectSpans,
  mergeSpans,
  type Span,
  SpanError,
  spanContains,
  spanLength,
  spanOf,
  spansEqual,
  spansOverlap,
  trimSpanOf,
} from "./span.js";

const TEXT = "  “We saw no ship,” said the harbour master. ";
const span = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]): Span => [Math.min(a, b), Math.max(a, b)]);
const units = (spans: readonly Span[]): Set<number> =>
  new Set(spans.flatMap(([start, end]) => Array.from({ length: end - start }, (_, index) => start + index)));

test("a span that no text can have is refused", () => {
  expect(() => spanOf(5, 4)).toThrow(SpanError);
  expect(() => spanOf(-1, 4)).toThrow(SpanError);
  expect(() => spanOf(0.5, 4)).toThrow(SpanError);
});

test("trimming takes what is asked for, and what it gives lies within", () => {
  expect(TEXT.slice(...trimSpanOf(TEXT, [0, TEXT.length], /[\s“.]/u))).toBe("We saw no ship,” said the harbour master");
  expect(trimSpanOf("    ", [1, 3], /\s/u)).toEqual([1, 1]);
  fc.assert(
    fc.property(fc.string(), fc.nat(20), fc.nat(20), (text, a, b) => {
      const whole: Span = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
      const trimmed = trimSpanOf(text, whole, /\s/u);
      expect(spanContains(whole, trimmed)).toBe(true);
      expect(text.slice(...trimmed)).toBe(text.slice(...whole).trim());
    }),
  );
});

test("overlap, intersection and containment agree with the units covered", () => {
  fc.assert(
    fc.property(span, span, (a, b) => {
      const shared = [...units([a])].filter((unit) => units([b]).has(unit));
      expect(spansOverlap(a, b)).toBe(shared.length > 0);
      const both = intersectSpans(a, b);
      expect(both === null ? 0 : spanLength(both)).toBe(shared.length);
      if (both !== null) expect(spanContains(a, both) && spanContains(b, both)).toBe(true);
      expect(spansEqual(a, b)).toBe(spanContains(a, b) && spanContains(b, a));
    }),
  );
});

test("merged spans cover the same units, in order and apart", () => {
  fc.assert(
    fc.property(fc.array(span), (spans) => {
      const merged = mergeSpans(spans);
      expect(units(merged)).toEqual(units(spans));
      for (const [index, next] of merged.slice(1).entries()) expect(merged[index]?.[1]).toBeLessThan(next[0]);
      expect(mergeSpans(merged)).toEqual(merged);
    }),
  );
});

test("sorting puts an outer span before what it holds", () => {
  fc.assert(
    fc.property(span, span, (a, b) => {
      if (spanContains(a, b) && !spansEqual(a, b)) expect(compareSpans(a, b)).toBeLessThan(0);
    }),
  );
});
