import { claimKinds, type EncoderLabels, type EncodingLayer, type TriggerScores } from "../../doc/encoding.js";
import type { Claim, PartyRange, TokenRange } from "../../doc/layers.js";
import { readDoubt } from "../../doc/party-range.js";
import { tellSame } from "../../doc/same-claim.js";
import { actionTypes, stanceRelations } from "../../record/kinds.js";
import { defineStage } from "../stage.js";
import { readTagSequence, triggerEnd } from "../tag-sequence.js";

/** From how likely a trigger tells of something on it is a claim, by kind: where the F1 of marked articles is best. */
const thresholds = { action: 0.36, posture: 0.52, stance: 0.44 } as const;

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
      const labels = rankedLabels(trigger, kinds[kind]);
      return labels.score < thresholds[kind] ? [] : [claimOf(encoding, trigger, kind, labels)];
    });
    return { layer: { claims: withoutRepeats(claims).sort((a, b) => a.trigger.first - b.trigger.first) } };
  },
});

/** Without claims that a likelier one tells by words of its own: "seize" in "planning to seize". */
function withoutRepeats(claims: readonly Claim[]): Claim[] {
  const byToken = new Map<number, Claim[]>();
  const places = new Map(claims.map((claim, at) => [claim, at]));
  for (const claim of claims) {
    for (let token = claim.trigger.first; token < claim.trigger.end; token++) {
      byToken.set(token, [...(byToken.get(token) ?? []), claim]);
    }
  }
  const isFirst = (one: Claim, other: Claim): boolean => (places.get(one) ?? 0) < (places.get(other) ?? 0);
  const isBetter = (other: Claim, one: Claim): boolean =>
    tellSame(one, other) && (other.score > one.score || (other.score === one.score && isFirst(other, one)));
  return claims.filter((one) => {
    for (let token = one.trigger.first; token < one.trigger.end; token++) {
      if (byToken.get(token)?.some((other) => other !== one && isBetter(other, one))) return false;
    }
    return true;
  });
}

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

/** The labels of a kind for a trigger. */
interface RankedLabels {
  /** Their places in the list of all, likeliest first. */
  readonly ranked: readonly number[];
  /** How likely any of them is beside the first of all, which says that there is none. */
  readonly score: number;
  /** How likely the first of them is beside the others. */
  readonly labelScore: number;
}

function rankedLabels({ labels }: TriggerScores, places: readonly number[]): RankedLabels {
  const odds = (place: number): number => Math.exp((labels[place] ?? 0) - (labels[0] ?? 0));
  const some = places.reduce((sum, place) => sum + odds(place), 0);
  const ranked = [...places].sort((a, b) => (labels[b] ?? 0) - (labels[a] ?? 0));
  return { ranked, score: some / (1 + some), labelScore: odds(ranked[0] ?? 0) / some };
}

/** So many labels besides the likeliest are kept. */
const keptLabels = 7;

function claimOf(
  { claims, labels }: EncodingLayer,
  trigger: TriggerScores,
  kind: Claim["kind"],
  { ranked, score, labelScore }: RankedLabels,
): Claim {
  const count = labels.trigger.length;
  const [label, ...otherwise] = ranked.slice(0, 1 + keptLabels).map((place) => labels.claims[place] ?? "");
  const at = { stride: claimKinds.length * count, offset: claimKinds.indexOf(kind) * count };
  const readings = outsideBiases.map((bias) =>
    readTagSequence(withLessOutside(trigger.roles, labels.roles, bias), labels.roles, trigger.first),
  );
  const role = (name: string, doubt: number): readonly TokenRange[] =>
    (readings[doubt] ?? []).flatMap(({ type, first, end }) => (type === name ? [{ first, end }] : []));
  const parties = (name: string): readonly PartyRange[] =>
    withoutSame(outsideBiases.flatMap((_, doubt) => role(name, doubt).map((range) => ({ ...range, doubt }))));
  return {
    kind,
    trigger: { first: trigger.word, end: triggerEnd(claims, labels.trigger, trigger.word, at) },
    label: label ?? "",
    otherwise,
    status: labels.status[best(trigger.status)] ?? "happened",
    agent: parties("agent"),
    object: parties("object"),
    place: role("place", readDoubt),
    time: role("time", readDoubt),
    score,
    labelScore,
  };
}

/**
 * So much less, as a logit, counts that a word has no role, by doubt. Words that are no party at first may be one: an act is seldom told without parties, and which of them are
 * meant is decided by all that the article tells.
 */
const outsideBiases = [-1.5, 0, 1.4, 3] as const;

function withLessOutside(scores: Float32Array, tags: readonly string[], bias: number): Float32Array {
  const less = scores.slice();
  for (let at = tags.indexOf("O"); at < less.length; at += tags.length) less[at] = (less[at] ?? 0) - bias;
  return less;
}

/** Each stretch once, with the least doubt that it is read with. */
function withoutSame(ranges: readonly PartyRange[]): readonly PartyRange[] {
  return ranges.filter(
    ({ first, end }, at) => ranges.findIndex((other) => other.first === first && other.end === end) === at,
  );
}

function best(scores: Float32Array): number {
  return scores.reduce((top, score, at) => (score > (scores[top] ?? 0) ? at : top), 0);
}
