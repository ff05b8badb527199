import type { TokenRange } from "../doc/layers.js";

/** A stretch of one type that a tag sequence marks, and the mean probability of its tags. */
export interface TaggedStretch extends TokenRange {
  readonly type: string;
  readonly score: number;
}

/**
 * The best-scoring sequence of `O`, `B-…` and `I-…` tags (Viterbi) in which every `I` follows a `B` or `I` of its type, as
 * stretches. `scores` holds `tags.length` logits for each token; ranges count from `offset`.
 */
export function readTagSequence(scores: Float32Array, tags: readonly string[], offset = 0): TaggedStretch[] {
  if (isOutside(scores, tags)) return [];
  const path = bestPath(scores, tags);
  const found: TaggedStretch[] = [];
  for (let i = 0; i < path.length; i++) {
    const tag = tags[path[i] ?? 0] ?? "O";
    if (!tag.startsWith("B-")) continue;
    let end = i + 1;
    while (end < path.length && tags[path[end] ?? 0] === `I-${tag.slice(2)}`) end++;
    const score = meanProbability(scores, tags.length, path, i, end);
    found.push({ first: offset + i, end: offset + end, type: tag.slice(2), score });
    i = end - 1;
  }
  return found;
}

/**
 * The end of a trigger that starts with the token `first`: it runs on while the best tag is that of what goes on. `scores` holds `stride` numbers for each
 * token (as many as tags, unless told), the tags' from `offset` on.
 */
export function triggerEnd(
  scores: Float32Array,
  tags: readonly string[],
  first: number,
  { stride = tags.length, offset = 0 }: { readonly stride?: number; readonly offset?: number } = {},
): number {
  const inside = tags.findIndex((tag) => tag.startsWith("I-"));
  let end = first + 1;
  while ((end + 1) * stride <= scores.length && bestTag(scores, tags.length, end * stride + offset) === inside) end++;
  return end;
}

function bestTag(scores: Float32Array, count: number, at: number): number {
  let best = 0;
  for (let tag = 1; tag < count; tag++) if ((scores[at + tag] ?? 0) > (scores[at + best] ?? 0)) best = tag;
  return best;
}

/** Whether `O` is best for every token, as in most sentences: then it is the best sequence as well. */
function isOutside(scores: Float32Array, tags: readonly string[]): boolean {
  const outside = tags.indexOf("O");
  for (let i = 0; i < scores.length; i += tags.length) {
    const score = scores[i + outside] ?? 0;
    for (let t = 0; t < tags.length; t++) if ((scores[i + t] ?? 0) > score) return false;
  }
  return true;
}

function bestPath(scores: Float32Array, tags: readonly string[]): Uint8Array {
  const count = tags.length;
  const length = Math.floor(scores.length / count);
  /** For an I tag its B tag, for others -1. */
  const begin = Int32Array.from(tags, (tag) => (tag.startsWith("I-") ? tags.indexOf(`B-${tag.slice(2)}`) : -1));
  const from = new Uint8Array(length * count);
  let best = new Float64Array(count);
  let next = new Float64Array(count);
  for (let i = 0; i < length; i++) {
    let top = 0;
    for (let t = 1; t < count; t++) if ((best[t] ?? 0) > (best[top] ?? 0)) top = t;
    for (let t = 0; t < count; t++) {
      const b = begin[t] ?? -1;
      let previous = top;
      // An I tag stands behind its B or itself alone, so never first.
      if (b >= 0) previous = (best[b] ?? 0) >= (best[t] ?? 0) ? b : t;
      const carried = i === 0 && b >= 0 ? Number.NEGATIVE_INFINITY : (best[previous] ?? 0);
      from[i * count + t] = previous;
      next[t] = carried + (scores[i * count + t] ?? 0);
    }
    [best, next] = [next, best];
  }
  const path = new Uint8Array(length);
  let tag = 0;
  for (let t = 1; t < count; t++) if ((best[t] ?? 0) > (best[tag] ?? 0)) tag = t;
  for (let i = length - 1; i >= 0; i--) {
    path[i] = tag;
    tag = from[i * count + tag] ?? 0;
  }
  return path;
}

function meanProbability(scores: Float32Array, count: number, path: Uint8Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) {
    const chosen = scores[i * count + (path[i] ?? 0)] ?? 0;
    let total = 0;
    for (let t = 0; t < count; t++) total += Math.exp((scores[i * count + t] ?? 0) - chosen);
    sum += 1 / total;
  }
  return sum / (to - from);
}
