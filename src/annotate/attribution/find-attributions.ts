import type { EncodingLayer, TriggerScores } from "../../doc/encoding.js";
import type { Attribution, TokenRange } from "../../doc/layers.js";
import { defineStage } from "../stage.js";
import { readTagSequence, triggerEnd } from "../tag-sequence.js";
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
    const cues = encoding.triggers.filter(({ kind }) => kind === "statement");
    const attributions = cues.map((roles) => {
      const { cue, source, content, score } = readRoles(encoding, roles);
      const read = { cue: wholeCue(cue, syntax), source, score };
      const whole = content.map((part) => wholeContent(part, [read.cue, ...source], syntax));
      return { ...read, content: tidyContent({ ...read, content: whole }, sentences, quotations) };
    });
    return { layer: { attributions: attributions.sort((a, b) => a.cue.first - b.cue.first) } };
  },
});

function readRoles(encoding: EncodingLayer, trigger: TriggerScores): Attribution {
  const { cues, labels } = encoding;
  const cue = { first: trigger.word, end: triggerEnd(cues, labels.cue, trigger.word) };
  const stretches = readTagSequence(trigger.roles, labels.roles, trigger.first);
  const sources = stretches.filter((stretch) => stretch.type === "agent");
  const content = stretches.filter((stretch) => stretch.type === "object");
  const source = sources.sort((a, b) => b.score - a.score || a.first - b.first).slice(0, 1);
  const parts = [...source, ...content];
  const score = parts.reduce((sum, part) => sum + part.score, 0) / Math.max(1, parts.length);
  return { cue, source: source.map(rangeOf), content: content.map(rangeOf), score };
}

function rangeOf({ first, end }: TokenRange): TokenRange {
  return { first, end };
}
