import { describe, expect, test } from "vitest";
import { nearnessOf, weightOfConfidence } from "./line-weights.js";

describe("how likely it is that somebody was read right", () => {
  const weight = (...confidences: readonly (readonly [article: string, confidence: number])[]) =>
    weightOfConfidence(confidences.map(([article, confidence]) => ({ article, confidence })));

  test("takes away three for each halving", () => {
    expect(weight(["a", 1])).toBe(0);
    expect(weight(["a", 0.5])).toBe(-3);
    expect(weight(["a", 0.25])).toBe(-6);
  });

  test("grows with each article that tells it, and not with each line of one", () => {
    expect(weight(["a", 0.5], ["b", 0.5])).toBeCloseTo(3 * Math.log2(0.75));
    expect(weight(["a", 0.5], ["a", 0.25])).toBe(-3);
  });

  test("is never so small that the line weighs nothing at all", () => {
    expect(weight(["a", 0])).toBe(weight(["a", 0.01]));
  });
});

test("each doubling of the way from the beginning of an article is one less", () => {
  const at = (...starts: readonly number[]) => nearnessOf(starts.map((start) => [start, start + 9] as const));
  expect(at(400)).toBe(0);
  expect(at(900)).toBe(at(400) - 1);
  expect(at(150)).toBe(1);
  expect(at(900, 150)).toBe(1);
  expect(at()).toBe(0);
});
