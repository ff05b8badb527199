import fc from "fast-check";
import { expect, test } from "vitest";
import { readTagSequence } from "./tag-sequence.js";

const tags = ["O", "B-source", "I-source", "B-content", "I-content"];

/** Scores that make the named tags the best ones. */
function scoresFor(...wanted: readonly string[]): Float32Array {
  return Float32Array.from(wanted.flatMap((tag) => tags.map((one) => (one === tag ? 4 : 0))));
}

const randomScores = fc
  .array(fc.float({ noNaN: true, min: -20, max: 20 }), { maxLength: 200 })
  .map((all) => Float32Array.from(all.slice(0, all.length - (all.length % tags.length))));

test("stretches come with their type, where they start, and a probability", () => {
  const found = readTagSequence(scoresFor("O", "B-source", "I-source", "O", "B-content"), tags, 10);
  expect(found).toEqual([
    { type: "source", first: 11, end: 13, score: expect.closeTo(0.93, 2) },
    { type: "content", first: 14, end: 15, score: expect.closeTo(0.93, 2) },
  ]);
});

test("two stretches of one type that touch stay two", () => {
  expect(readTagSequence(scoresFor("B-source", "B-source"), tags).map(({ first, end }) => [first, end])).toEqual([
    [0, 1],
    [1, 2],
  ]);
});

test("an inside tag without a beginning is not read on its own", () => {
  const found = readTagSequence(scoresFor("O", "I-source", "O"), tags);
  expect(found.every(({ first, end }) => end > first)).toBe(true);
  expect(readTagSequence(scoresFor("I-source", "I-source"), tags)).toHaveLength(1);
});

test("no tokens, no stretches", () => {
  expect(readTagSequence(new Float32Array(), tags)).toEqual([]);
});

test("stretches lie in order and apart, inside the sequence, with probabilities", () => {
  fc.assert(
    fc.property(randomScores, fc.nat(1000), (scores, offset) => {
      let at = offset;
      for (const { first, end, score, type } of readTagSequence(scores, tags, offset)) {
        expect(first).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(first);
        expect(["source", "content"]).toContain(type);
        expect(score > 0 && score <= 1).toBe(true);
        at = end;
      }
      expect(at).toBeLessThanOrEqual(offset + scores.length / tags.length);
    }),
  );
});

test("the sequence scores best of all allowed ones", () => {
  fc.assert(
    fc.property(fc.array(fc.float({ noNaN: true, min: -5, max: 5 }), { minLength: 20, maxLength: 20 }), (all) => {
      const scores = Float32Array.from(all);
      const total = (path: readonly number[]): number =>
        path.reduce((sum, tag, i) => sum + (scores[i * tags.length + tag] ?? 0), 0);
      const best = Math.max(...allowedPaths(4).map(total));
      expect(total(pathOf(readTagSequence(scores, tags), 4))).toBeCloseTo(best, 4);
    }),
  );
});

function allowedPaths(length: number): readonly (readonly number[])[] {
  if (length === 0) return [[]];
  return allowedPaths(length - 1).flatMap((path) =>
    tags
      .map((_, tag) => tag)
      .filter((tag) => tag === 0 || tag % 2 === 1 || path.at(-1) === tag || path.at(-1) === tag - 1)
      .map((tag) => [...path, tag]),
  );
}

function pathOf(stretches: ReturnType<typeof readTagSequence>, length: number): readonly number[] {
  return Array.from({ length }, (_, i) => {
    const stretch = stretches.find(({ first, end }) => first <= i && i < end);
    return stretch === undefined ? 0 : tags.indexOf(`${stretch.first === i ? "B" : "I"}-${stretch.type}`);
  });
}
