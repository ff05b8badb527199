import fc from "fast-check";
import { expect, test } from "vitest";
import type { ArcScores } from "../../doc/encoding.js";
import { bestHeads, isProjectiveTree, treeOf } from "./projective-tree.js";

/** Scores for every pair of up to 12 tokens; small whole numbers, so that equal scores and cycles are common. */
const arcScores = fc
  .integer({ min: 1, max: 12 })
  .chain((size) =>
    fc
      .oneof(
        fc.array(fc.integer({ min: -3, max: 3 }), { minLength: size * size, maxLength: size * size }),
        fc.array(fc.float({ noNaN: true, min: -50, max: 50 }), { minLength: size * size, maxLength: size * size }),
      )
      .map((scores) => ({ first: 0, size, scores: Float32Array.from(scores) })),
  );

const tree = (arcs: ArcScores): readonly number[] => treeOf(arcs, bestHeads(arcs));

test("no tokens make no tree", () => {
  expect(tree({ first: 0, size: 0, scores: new Float32Array() })).toEqual([]);
});

test("there is one root, no cycle and no crossing, whatever the scores", () => {
  fc.assert(fc.property(arcScores, (arcs) => isProjectiveTree(tree(arcs))));
});

test("arcs that cross, pass over the root, or close a cycle make no tree", () => {
  expect(isProjectiveTree([1, 1, 1, 2])).toBe(true);
  expect(isProjectiveTree([2, 3, 2, 2])).toBe(false);
  expect(isProjectiveTree([2, 1, 1])).toBe(false);
  expect(isProjectiveTree([0, 2, 1])).toBe(false);
  expect(isProjectiveTree([0, 1])).toBe(false);
});

test("scores that are no numbers still make a tree", () => {
  for (const value of [Number.NaN, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0]) {
    for (const size of [1, 2, 3, 7]) {
      expect(isProjectiveTree(tree({ first: 0, size, scores: new Float32Array(size * size).fill(value) }))).toBe(true);
    }
  }
});

test("no such tree of up to four tokens scores better", () => {
  const small = arcScores.filter(({ size }) => size <= 4);
  fc.assert(
    fc.property(small, ({ size, scores }) => {
      const total = (heads: readonly number[]): number =>
        heads.reduce((sum, head, token) => sum + (scores[token * size + head] ?? 0), 0);
      const most = Math.max(...everyHeads(size, size).filter(isProjectiveTree).map(total));
      expect(total(tree({ first: 0, size, scores }))).toBeCloseTo(most, 3);
    }),
  );
});

function everyHeads(size: number, tokens: number): readonly (readonly number[])[] {
  if (tokens === 0) return [[]];
  return everyHeads(size, tokens - 1).flatMap((heads) => Array.from({ length: size }, (_, head) => [...heads, head]));
}

test("the longest sentences take no long time, even where scores are noise with many cycles in it", () => {
  for (let seed = 1; seed <= 5; seed++)
    expect(isProjectiveTree(tree({ first: 0, size: 160, scores: noise(160 * 160, seed) }))).toBe(true);
});

/** The minimal standard generator of Park and Miller (1988). */
function noise(length: number, seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  });
}
