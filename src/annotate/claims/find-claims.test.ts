import { expect, test } from "vitest";
import { annotatedDocument } from "../../../test/annotated-document.js";
import { claimKinds, type EncoderLabels, type TriggerScores } from "../../doc/encoding.js";
import type { ClaimLayer } from "../../doc/layers.js";
import { findClaims } from "./find-claims.js";

const labels: EncoderLabels = {
  ...{ upos: [], feats: [], lemma: [], deprel: [], names: [], cue: [], kinds: ["statement", ...claimKinds] },
  trigger: ["O", "B-trigger", "I-trigger"],
  roles: ["O", "B-agent", "I-agent", "B-object", "I-object"],
  claims: ["none", "SANCTION", "COERCE", "operations/closed", "rebukes"],
  status: ["happened", "possible"],
};

/** Scores of ten for the tags named by their places, and none for the others. */
const scores = (size: number, tags: readonly number[]): Float32Array => {
  const found = new Float32Array(size * tags.length);
  for (const [at, tag] of tags.entries()) found[at * size + tag] = 10;
  return found;
};

const text = "Norland shut down the embassy.";

/** What the stage makes of "shut" as a trigger with these scores for its labels. */
function claimsOf(kind: TriggerScores["kind"], labelled: readonly number[]): ClaimLayer["claims"] {
  const trigger: TriggerScores = {
    kind,
    word: 1,
    first: 0,
    size: 6,
    roles: scores(5, [1, 0, 0, 3, 4, 0]),
    labels: Float32Array.from(labelled),
    status: Float32Array.from([0, 1]),
  };
  // "shut down" goes on with its second word as a state, and not as an act.
  const claims = new Float32Array(6 * claimKinds.length * labels.trigger.length);
  claims[2 * 9 + 1 * 3 + 2] = 10;
  const { encoding } = annotatedDocument(text).layers;
  const document = annotatedDocument(text, { encoding: { ...encoding, labels, claims, triggers: [trigger] } });
  return (findClaims.run(document) as { layer: ClaimLayer }).layer.claims;
}

test("a claim has the likeliest label of its own kind, its status and the words of its roles", () => {
  expect(claimsOf("action", [0, 3, 1, 9, 9])).toMatchObject([
    {
      kind: "action",
      label: "SANCTION",
      status: "possible",
      trigger: { first: 1, end: 2 },
      agent: [{ first: 0, end: 1, doubt: 0 }],
      object: [{ first: 3, end: 5, doubt: 0 }],
      place: [],
    },
  ]);
});

test("a trigger goes on as far as its own kind is tagged", () => {
  expect(claimsOf("posture", [0, 9, 9, 3, 9])).toMatchObject([
    { label: "operations/closed", trigger: { first: 1, end: 3 } },
  ]);
});

test("what is likelier none is no claim, and the score says how likely it is one", () => {
  expect(claimsOf("stance", [3, 9, 9, 9, 1])).toEqual([]);
  expect(claimsOf("stance", [0, 9, 9, 9, 1])[0]?.score).toBeCloseTo(1 / (1 + Math.exp(-1)));
});

test("the label's score says how likely it is beside the other labels of its kind", () => {
  const odds = Math.exp(3) / (Math.exp(3) + Math.exp(1));
  expect(claimsOf("action", [0, 3, 1, 9, 9])[0]?.labelScore).toBeCloseTo(odds);
  expect(claimsOf("posture", [0, 3, 1, 9, 9])[0]?.labelScore).toBeCloseTo(1);
});

test("a cue is no claim", () => {
  expect(claimsOf("statement", [0, 9, 9, 9, 9])).toEqual([]);
});
