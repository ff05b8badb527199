import { claimKinds, type EncoderLabels, type EncodingLayer, type TriggerScores } from "../../doc/encoding.js";
import type { Claim, TokenRange } from "../../doc/layers.js";
import { actionTypes, stanceRelations } from "../../record/kinds.js";
import { defineStage } from "../stage.js";
import { readTagSequence, triggerEnd } from "../tag-sequence.js";

/** From how likely a trigger tells of something on it is a claim, by kind: where the F1 of marked articles is best. */
const thresholds = { action: 0.35, posture: 0.5, stance: 0.2 } as const;

/** Acts, states and stances in reading order of their triggers: words that the encoder takes for one and whose label, read with their parties, is not "none". */
export const findClaims = defineStage({
  stage: "claims",
  version: "1",
  requires: ["encoding"],
  assigns: "claims",
  run({ layers: { encoding } }) {
    const kinds = labelsByKind(encoding.labels);
    const claims = encoding.triggers.flatMap((trigger) => {
      const { kind } = trigger;
      if (kind === "statement") return [];
      const { label, score } = bestLabel(trigger, kinds[kind]);
      return label === null || score < thresholds[kind] ? [] : [claimOf(encoding, trigger, kind, label, score)];
    });
    return { layer: { claims: claims.sort((a, b) => a.trigger.first - b.trigger.first) } };
  },
});

/** The places of each kind's labels in the list of all. */
function labelsByKind({ claims }: EncoderLabels): Readonly<Record<Claim["kind"], readonly number[]>> {
  const places = (fits: (label: string) => boolean) => claims.flatMap((label, at) => (fits(label) ? [at] : []));
  const types: ReadonlySet<string> = new Set(actionTypes);
  const relations: ReadonlySet<string> = new Set(stanceRelations);
  return {
    action: places((label) => types.has(label)),
    posture: places((label) => label.includes("/")),
    stance: places((label) => relations.has(label)),
  };
}

/** The likeliest of the labels, and how likely any of them is beside the first of all, which says that there is none. */
function bestLabel(
  trigger: TriggerScores,
  places: readonly number[],
): { readonly label: number | null; readonly score: number } {
  const none = trigger.labels[0] ?? 0;
  let label: number | null = null;
  let some = 0;
  for (const place of places) {
    const scored = trigger.labels[place] ?? 0;
    some += Math.exp(scored - none);
    if (label === null || scored > (trigger.labels[label] ?? 0)) label = place;
  }
  return { label, score: some / (1 + some) };
}

function claimOf(
  { claims, labels }: EncodingLayer,
  trigger: TriggerScores,
  kind: Claim["kind"],
  label: number,
  score: number,
): Claim {
  const count = labels.trigger.length;
  const at = { stride: claimKinds.length * count, offset: claimKinds.indexOf(kind) * count };
  const stretches = readTagSequence(withLessOutside(trigger.roles, labels.roles), labels.roles, trigger.first);
  const role = (name: string): readonly TokenRange[] =>
    stretches.flatMap(({ type, first, end }) => (type === name ? [{ first, end }] : []));
  return {
    kind,
    trigger: { first: trigger.word, end: triggerEnd(claims, labels.trigger, trigger.word, at) },
    label: labels.claims[label] ?? "",
    status: labels.status[best(trigger.status)] ?? "happened",
    agent: role("agent"),
    object: role("object"),
    place: role("place"),
    time: role("time"),
    score,
  };
}

/** So much less, as a logit, counts that a word has no role: a party too many is seldom wrong, and one too few leaves an act half told. */
const outsideBias = 1;

function withLessOutside(scores: Float32Array, tags: readonly string[]): Float32Array {
  const outside = tags.indexOf("O");
  return scores.map((score, at) => (at % tags.length === outside ? score - outsideBias : score));
}

function best(scores: Float32Array): number {
  return scores.reduce((top, score, at) => (score > (scores[top] ?? 0) ? at : top), 0);
}
