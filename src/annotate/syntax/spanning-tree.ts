import type { ArcScores } from "../../doc/encoding.js";

/**
 * The head of each token of a sentence, counted from its first token; the root's head is itself. Exactly one root, no
 * cycle: where the best head of each token on its own gives no tree, the maximum spanning tree over every choice of root
 * is found (Chu and Liu 1965, Edmonds 1967).
 */
export function treeOf({ size, scores }: ArcScores): number[] {
  if (size === 0) return [];
  const greedy = Array.from({ length: size }, (_, d) => bestHead(scores, size, d));
  if (greedy.filter((head, d) => head === d).length === 1 && findCycle(greedy) === null) return greedy;
  const others = Array.from({ length: size }, (_, d) => bestOther(scores, size, d));
  const gains = others.map((other, d) => (scores[d * size + d] ?? 0) - other);
  const roots = gains.map((_, d) => d).sort((a, b) => (gains[b] ?? 0) - (gains[a] ?? 0) || a - b);
  const withoutRoot = others.reduce((sum, other) => sum + other, 0);
  let best: number[] = [];
  let most = Number.NEGATIVE_INFINITY;
  for (const root of roots) {
    // No tree with this root, and so none with those behind it, can be better than all its best heads together.
    if (withoutRoot + (gains[root] ?? 0) <= most) break;
    const heads = arborescence(size, root, scores);
    const total = heads.reduce((sum, head, d) => sum + (scores[d * size + head] ?? 0), 0);
    if (total > most) {
      most = total;
      best = heads;
    }
  }
  return best;
}

function bestHead(scores: Float32Array, size: number, d: number): number {
  let best = 0;
  for (let h = 1; h < size; h++) if ((scores[d * size + h] ?? 0) > (scores[d * size + best] ?? 0)) best = h;
  return best;
}

/** The score of the best head of `d` besides itself. */
function bestOther(scores: Float32Array, size: number, d: number): number {
  let other = Number.NEGATIVE_INFINITY;
  for (let h = 0; h < size; h++) if (h !== d) other = Math.max(other, scores[d * size + h] ?? 0);
  return other;
}

/** A cycle of two or more tokens, or `null`. */
function findCycle(heads: readonly number[]): number[] | null {
  const seenIn = new Array<number>(heads.length).fill(-1);
  for (let start = 0; start < heads.length; start++) {
    const path: number[] = [];
    let at = start;
    while (seenIn[at] === -1) {
      seenIn[at] = start;
      path.push(at);
      const next = heads[at] ?? at;
      if (next === at) break;
      at = next;
    }
    const from = path.indexOf(at);
    if (seenIn[at] === start && from >= 0 && heads[at] !== at) return path.slice(from);
  }
  return null;
}

/**
 * Chu-Liu/Edmonds: best heads, and where they close a cycle the cycle is drawn together into one node and solved again. Scores are a
 * table at each step, never a function of the step before: that would double the work with each cycle.
 */
function arborescence(size: number, root: number, scores: Float32Array | Float64Array): number[] {
  const score = (d: number, h: number): number => scores[d * size + h] ?? 0;
  const heads = Array.from({ length: size }, (_, d) => {
    if (d === root) return d;
    let best = d === 0 ? 1 : 0;
    for (let h = 0; h < size; h++) if (h !== d && score(d, h) > score(d, best)) best = h;
    return best;
  });
  const cycle = findCycle(heads);
  if (!cycle) return heads;
  const inside = new Set(cycle);
  const outside = Array.from({ length: size }, (_, i) => i).filter((i) => !inside.has(i));
  const node = outside.length;
  const gain = (d: number, h: number): number => score(d, h) - score(d, heads[d] ?? 0);
  /** The token of the cycle through which each outer one best enters it, and the one by which the cycle best governs it. */
  const enter = outside.map((h) => best(cycle, (d) => gain(d, h)));
  const leave = outside.map((d) => best(cycle, (h) => score(d, h)));
  const cycleTotal = cycle.reduce((sum, d) => sum + score(d, heads[d] ?? 0), 0);
  const drawn = new Float64Array((node + 1) ** 2);
  outside.forEach((token, i) => {
    outside.forEach((other, k) => {
      drawn[i * (node + 1) + k] = score(token, other);
    });
    drawn[i * (node + 1) + node] = score(token, leave[i] ?? 0);
    drawn[node * (node + 1) + i] = cycleTotal + gain(enter[i] ?? 0, token);
  });
  arborescence(node + 1, outside.indexOf(root), drawn).forEach((h, d) => {
    const head = outside[h] ?? 0;
    if (d === node) heads[enter[h] ?? 0] = head;
    else if (outside[d] !== root) heads[outside[d] ?? 0] = h === node ? (leave[d] ?? 0) : head;
  });
  return heads;
}

/** The first of the items with the highest value. */
function best(items: readonly number[], value: (item: number) => number): number {
  let top = items[0] ?? 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    const own = value(item);
    if (own > most) [top, most] = [item, own];
  }
  return top;
}
