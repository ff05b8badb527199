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
  return Array.from({ length: size }, (_, d) => highest(0, size, (h) => scores[d * size + h] ?? 0));
}

/** Whether there is one root that no arc passes over, and no arc crosses another; without cycles that is a tree. */
export function isProjectiveTree(heads: readonly number[]): boolean {
  const roots = heads.flatMap((head, d) => (head === d ? [d] : []));
  const [root] = roots;
  if (root === undefined || roots.length > 1 || hasCycle(heads)) return false;
  const arcs = heads.map((head, d) => [Math.min(head, d), Math.max(head, d)] as const);
  return arcs.every(
    ([a, b], i) =>
      !(a < root && root < b) &&
      arcs.slice(0, i).every(([c, d]) => !(a < c && c < b && b < d) && !(c < a && a < d && d < b)),
  );
}

function hasCycle(heads: readonly number[]): boolean {
  return heads.some((_, start) => {
    let at = start;
    for (let steps = 0; steps < heads.length && heads[at] !== at; steps++) at = heads[at] ?? at;
    return heads[at] !== at;
  });
}

/** What is best for the tokens from i to j, [i * size + j]: its score, and where it is put together. */
interface Table {
  readonly best: Float64Array;
  readonly split: Int32Array;
}

function bestTree(scores: Float32Array, size: number): number[] {
  const at = (i: number, j: number): number => i * size + j;
  const score = (dependent: number, head: number): number => scores[at(dependent, head)] ?? 0;
  const table = (): Table => ({ best: new Float64Array(size * size), split: new Int32Array(size * size) });
  const of = ({ best }: Table, i: number, j: number): number => best[at(i, j)] ?? 0;
  // All governed by i ("right") or by j ("left"); with an arc between these two whose dependent still takes dependents, where "open".
  const [right, left, openRight, openLeft] = [table(), table(), table(), table()] as const;
  const set = ({ best, split }: Table, cell: number, k: number, value: number): void => {
    best[cell] = value;
    split[cell] = k;
  };
  for (let width = 1; width < size; width++) {
    for (let i = 0; i + width < size; i++) {
      const j = i + width;
      const cell = at(i, j);
      const between = (k: number): number => of(right, i, k) + of(left, k + 1, j);
      const seam = highest(i, j, between);
      set(openRight, cell, seam, between(seam) + score(j, i));
      set(openLeft, cell, seam, between(seam) + score(i, j));
      const toRight = (k: number): number => of(openRight, i, k) + of(right, k, j);
      const last = highest(i + 1, j + 1, toRight);
      set(right, cell, last, toRight(last));
      const toLeft = (k: number): number => of(left, i, k) + of(openLeft, k, j);
      const first = highest(i, j, toLeft);
      set(left, cell, first, toLeft(first));
    }
  }
  const root = highest(0, size, (r) => of(left, 0, r) + of(right, r, size - 1) + score(r, r));
  const heads = new Array<number>(size).fill(root);
  /** Notes the arcs of what is best from i to j. */
  const take = (from: Table, i: number, j: number): void => {
    if (i === j) return;
    const k = from.split[at(i, j)] ?? 0;
    if (from === right) {
      take(openRight, i, k);
      take(right, k, j);
    } else if (from === left) {
      take(left, i, k);
      take(openLeft, k, j);
    } else {
      if (from === openRight) heads[j] = i;
      else heads[i] = j;
      take(right, i, k);
      take(left, k + 1, j);
    }
  };
  take(left, 0, root);
  take(right, root, size - 1);
  return heads;
}

/** The first from `from` until `until` with the highest value. */
function highest(from: number, until: number, value: (k: number) => number): number {
  let top = from;
  let most = value(from);
  for (let k = from + 1; k < until; k++) {
    const own = value(k);
    if (own > most) [top, most] = [k, own];
  }
  return top;
}
