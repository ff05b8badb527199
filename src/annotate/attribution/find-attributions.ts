import type { EncodingLayer, RoleScores } from "../../doc/encoding.js";
import type { Attribution, TokenRange } from "../../doc/layers.js";
import { defineStage } from "../stage.js";
import { readTagSequence } from "../tag-sequence.js";
import { tidyContent } from "./tidy-content.js";
import { wholeContent, wholeCue } from "./whole-phrases.js";

/**
 * Attributions in reading order of their cues. A cue runs on from its first word while the encoder tags it so; its source
 * is the likeliest stretch, its content every stretch that the role head marks.
 */
export const findAttributions = defineStage({
  stage: "attributions",
  version: "1",
  requires: ["sentences", "quotations", "encoding", "syntax"],
  assigns: "attributions",
  run({ layers: { sentences, quotations, encoding, syntax } }) {
    const attributions = encoding.roles.map((roles) => {
      const { cue, source, content, score } = readRoles(encoding, roles);
      const read = { cue: wholeCue(cue, syntax), source, score };
      const whole = content.map((part) => wholeContent(part, [read.cue, ...source], syntax));
      return { ...read, content: tidyContent({ ...read, content: whole }, sentences, quotations) };
    });
    return { layer: { attributions: attributions.sort((a, b) => a.cue.first - b.cue.first) } };
  },
});

function readRoles(encoding: EncodingLayer, roles: RoleScores): Attribution {
  const cue = { first: roles.cue, end: cueEnd(encoding, roles.cue) };
  const stretches = readTagSequence(roles.scores, encoding.labels.attribution, roles.first);
  const sources = stretches.filter((stretch) => stretch.type === "source");
  const content = stretches.filter((stretch) => stretch.type === "content");
  const source = sources.sort((a, b) => b.score - a.score || a.first - b.first).slice(0, 1);
  const parts = [...source, ...content];
  const score = parts.reduce((sum, part) => sum + part.score, 0) / Math.max(1, parts.length);
  return { cue, source: source.map(rangeOf), content: content.map(rangeOf), score };
}

function cueEnd({ cues, labels }: EncodingLayer, first: number): number {
  const size = labels.cue.length;
  const inside = labels.cue.indexOf("I-cue");
  let end = first + 1;
  while ((end + 1) * size <= cues.length && bestTag(cues, size, end) === inside) end++;
  return end;
}

function bestTag(scores: Float32Array, size: number, token: number): number {
  let best = 0;
  for (let tag = 1; tag < size; tag++) {
    if ((scores[token * size + tag] ?? 0) > (scores[token * size + best] ?? 0)) best = tag;
  }
  return best;
}

function rangeOf({ first, end }: TokenRange): TokenRange {
  return { first, end };
}
