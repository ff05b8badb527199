import type { ArcScores } from "../../doc/encoding.js";

/**
 * The head of each token of a sentence, counted from its first token; the root's head is itself. Exactly one root, no cycle and no arcs that
 * cross: where the best head of each token on its own gives no such tree, the best one is found (Eisner 1996). Of English sentences one in
 * a hundred has crossing arcs; more often a noun only seems to hang on a verb beyond its own.
 */
export function treeOf({ size, scores }: ArcScores, greedy: readonly number[]): readonly number[] {
  return size === 0 || isProjectiveTree(greedy) ? greedy : bestTree(scores, size);
}

/** The best head of each token on its own, counted from the first token. */
export function bestHeads({ size, scores }: ArcScores): readonly number[] {
  return Array.from({ length: size }, (_, d) => highest(size, (h) => scores[d * size + h] ?? 0));
}

/** Whether there is one root that no arc passes over, and no arc crosses another; without cycles that is a tree. */
export function isProjectiveTree(heads: readonly number[]): boolean {
  const isRoot = (head: number, d: number): boolean => head === d;
  const root = heads.findIndex(isRoot);
  if (root < 0 || heads.findLastIndex(isRoot) > root || hasCycle(heads)) return false;
  return heads.every((head, d) => {
    const [from, to] = [Math.min(head, d), Math.max(head, d)];
    if (from < root && root < to) return false;
    // Of an arc that crosses this one, one end lies within and one without.
    for (let k = from + 1; k < to; k++) if ((heads[k] ?? k) < from || (heads[k] ?? k) > to) return false;
    return true;
  });
}

function hasCycle(heads: readonly number[]): boolean {
  return heads.some((_, start) => {
    let at = start;
    for (let steps = 0; steps < heads.length && heads[at] !== at; steps++) at = heads[at] ?? at;
    return heads[at] !== at;
  });
}

function bestTree(scores: Float32Array, size: number): number[] {
  // The best scores for the tokens from i to j: all governed by i ("right") or by j ("left"); with an arc between these two whose dependent still takes
  // dependents, where "open". Each stands at [i, j] and at [j, i], so that all that is put together lies side by side in a row.
  const table = (): Float64Array => new Float64Array(size * size);
  const [right, left, openRight, openLeft] = [table(), table(), table(), table()];
  const set = (of: Float64Array, i: number, j: number, value: number): void => {
    of[i * size + j] = value;
    of[j * size + i] = value;
  };
  // Where each is put together best, from what.
  const seamOf = (i: number, j: number): number => i + highestSum(right, i * size + i, left, j * size + i + 1, j - i);
  const lastOf = (i: number, j: number): number =>
    i + 1 + highestSum(openRight, i * size + i + 1, right, j * size + i + 1, j - i);
  const firstOf = (i: number, j: number): number => i + highestSum(left, i * size + i, openLeft, j * size + i, j - i);
  for (let width = 1; width < size; width++) {
    for (let i = 0; i + width < size; i++) {
      const j = i + width;
      const [row, column] = [i * size, j * size];
      const seam = seamOf(i, j);
      const both = (right[row + seam] ?? 0) + (left[column + seam + 1] ?? 0);
      set(openRight, i, j, both + (scores[column + i] ?? 0));
      set(openLeft, i, j, both + (scores[row + j] ?? 0));
      const last = lastOf(i, j);
      set(right, i, j, (openRight[row + last] ?? 0) + (right[column + last] ?? 0));
      const first = firstOf(i, j);
      set(left, i, j, (left[row + first] ?? 0) + (openLeft[column + first] ?? 0));
    }
  }
  const root = highest(size, (r) => (left[r] ?? 0) + (right[r * size + size - 1] ?? 0) + (scores[r * size + r] ?? 0));
  const heads = new Array<number>(size).fill(root);
  /** Notes the arcs of what is best from i to j. */
  const take = (from: Float64Array, i: number, j: number): void => {
    if (i === j) return;
    if (from === right) {
      const last = lastOf(i, j);
      take(openRight, i, last);
      take(right, last, j);
    } else if (from === left) {
      const first = firstOf(i, j);
      take(left, i, first);
      take(openLeft, first, j);
    } else {
      if (from === openRight) heads[j] = i;
      else heads[i] = j;
      const seam = seamOf(i, j);
      take(right, i, seam);
      take(left, seam + 1, j);
    }
  };
  take(left, 0, root);
  take(right, root, size - 1);
  return heads;
}

/** Of so many places of one list and another, each from its start on, the first where the sum is highest. */
function highestSum(a: Float64Array, fromA: number, b: Float64Array, fromB: number, count: number): number {
  let top = 0;
  let most = (a[fromA] ?? 0) + (b[fromB] ?? 0);
  for (let k = 1; k < count; k++) {
    const sum = (a[fromA + k] ?? 0) + (b[fromB + k] ?? 0);
    if (sum > most) {
      top = k;
      most = sum;
    }
  }
  return top;
}

/** The first of so many numbers with the highest value. */
function highest(count: number, value: (k: number) => number): number {
  let top = 0;
  let most = value(0);
  for (let k = 1; k < count; k++) {
    const own = value(k);
    if (own > most) [top, most] = [k, own];
  }
  return top;
}
