import fc from "fast-check";
import { expect, test } from "vitest";
import {
  compareSpans,
  coverSpans,
  intersectSpans,
  mergeSpans,
  type Span,
  SpanError,
  shiftSpan,
  sliceSpan,
  spanContains,
  spanLength,
  spanOf,
  spansEqual,
  spansOverlap,
  trimSpan,
  trimSpanOf,
} from "./span.js";

const TEXT = "  “We saw no ship,” said the harbour master. ";
const span = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]): Span => [Math.min(a, b), Math.max(a, b)]);
const units = (spans: readonly Span[]): Set<number> =>
  new Set(spans.flatMap(([start, end]) => Array.from({ length: end - start }, (_, index) => start + index)));

test("a span slices the words that it covers", () => {
  const start = TEXT.indexOf("the harbour");
  expect(sliceSpan(TEXT, spanOf(start, start + 18))).toBe("the harbour master");
});

test("a span that no text can have is refused", () => {
  expect(() => spanOf(5, 4)).toThrow(SpanError);
  expect(() => spanOf(-1, 4)).toThrow(SpanError);
  expect(() => spanOf(0.5, 4)).toThrow(SpanError);
  expect(() => sliceSpan("short", [0, 6])).toThrow(SpanError);
  expect(() => shiftSpan([1, 2], -2)).toThrow(SpanError);
});

test("trimming takes white space, or what is asked for", () => {
  expect(sliceSpan(TEXT, trimSpan(TEXT, [0, TEXT.length]))).toBe(TEXT.trim());
  expect(sliceSpan(TEXT, trimSpanOf(TEXT, [0, TEXT.length], /[\s“.]/u))).toBe(
    "We saw no ship,” said the harbour master",
  );
  expect(trimSpan("    ", [1, 3])).toEqual([1, 1]);
});

test("a trimmed span lies within its span and slices to the trimmed words", () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(20), fc.nat(20), (text, a, b) => {
      const whole: Span = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
      const trimmed = trimSpan(text, whole);
      expect(spanContains(whole, trimmed)).toBe(true);
      expect(sliceSpan(text, trimmed)).toBe(text.slice(...whole).trim());
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

test("the cover holds every span; of none there is none", () => {
  expect(coverSpans([])).toBeNull();
  fc.assert(
    fc.property(fc.array(span, { minLength: 1 }), (spans) => {
      const cover = coverSpans(spans);
      expect(cover).not.toBeNull();
      if (cover !== null) expect(spans.every((one) => spanContains(cover, one))).toBe(true);
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

test("shifting there and back changes nothing", () => {
  fc.assert(fc.property(span, fc.nat(50), (a, by) => spansEqual(shiftSpan(shiftSpan(a, by), -by), a)));
});
