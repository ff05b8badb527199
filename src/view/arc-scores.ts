import type { EncodingLayer } from "../doc/encoding.js";

/** How likely the encoder holds it that `head` governs the token, from 0 to 1; a root governs itself. `null` where it scored no such arc. */
export function arcProbability({ trees }: EncodingLayer, token: number, head: number): number | null {
  const tree = trees.find(({ first, size }) => first <= token && token < first + size);
  const column = tree === undefined ? -1 : head - tree.first;
  if (tree === undefined || column < 0 || column >= tree.size) return null;
  const row = tree.scores.subarray((token - tree.first) * tree.size, (token - tree.first + 1) * tree.size);
  return shareOf(row, (index) => index === column);
}

/** How likely the encoder holds it that a cue starts at the token, from 0 to 1; `null` where it scored none. */
export function cueProbability({ cues, labels }: EncodingLayer, token: number): number | null {
  const size = labels.cue.length;
  if (size === 0 || (token + 1) * size > cues.length) return null;
  return shareOf(
    cues.subarray(token * size, (token + 1) * size),
    (index) => labels.cue[index]?.startsWith("B-") === true,
  );
}

/** How likely the encoder holds it that tokens are the source or the content of a cue, from 0 to 1, their mean; `null` where it scored none. */
export function roleProbability(
  { triggers, labels }: EncodingLayer,
  cue: number,
  role: "source" | "content",
  range: { readonly first: number; readonly end: number },
): number | null {
  const scored = triggers.find(({ kind, word }) => kind === "statement" && word === cue);
  const size = labels.roles.length;
  const name = role === "source" ? "agent" : "object";
  if (scored === undefined || size === 0) return null;
  const shares: number[] = [];
  for (let token = range.first; token < range.end; token++) {
    const at = (token - scored.first) * size;
    if (at < 0 || at + size > scored.roles.length) continue;
    shares.push(shareOf(scored.roles.subarray(at, at + size), (index) => labels.roles[index]?.endsWith(name) === true));
  }
  return shares.length === 0 ? null : shares.reduce((sum, one) => sum + one, 0) / shares.length;
}

/** The share of probability that logits give to those that are counted. */
function shareOf(logits: Float32Array, counts: (index: number) => boolean): number {
  const highest = Math.max(...logits);
  let all = 0;
  let counted = 0;
  logits.forEach((logit, index) => {
    const odds = Math.exp(logit - highest);
    all += odds;
    if (counts(index)) counted += odds;
  });
  return counted / all;
}
