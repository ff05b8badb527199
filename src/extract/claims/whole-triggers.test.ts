import { expect, test } from "vitest";
import { annotatedDocument } from "../../../test/annotated-document.js";
import type { Claim } from "../../doc/layers.js";
import { wordsOf } from "../grammar/words.js";
import { withWholeTriggers } from "./whole-triggers.js";

const text = "Others have been told to leave.";
const upos = ["PRON", "AUX", "AUX", "VERB", "PART", "VERB", "PUNCT"];
const words = wordsOf(
  annotatedDocument(text, {
    syntax: {
      upos,
      feats: upos.map(() => "_"),
      lemma: ["other", "have", "be", "tell", "to", "leave", "."],
      head: Uint32Array.from([3, 3, 3, 3, 5, 3, 3]),
      deprel: ["nsubj:pass", "aux", "aux:pass", "root", "mark", "xcomp", "punct"],
    },
  }),
);

const claim = (first: number, end: number, label: Claim["label"] = "REQUEST"): Claim => ({
  ...{
    kind: "action",
    label,
    otherwise: [],
    status: "happened",
    agent: [],
    object: [],
    place: [],
    time: [],
    score: 1,
    labelScore: 1,
  },
  trigger: { first, end },
});

/** The triggers' words that are left of the claims with these triggers. */
const triggers = (...claims: readonly Claim[]): readonly string[] =>
  withWholeTriggers(claims, words).map(({ trigger }) => words.slice(trigger));

test("a trigger of auxiliaries reaches to its verb", () => {
  expect(triggers(claim(1, 2))).toEqual(["have been told"]);
  expect(triggers(claim(5, 6))).toEqual(["leave"]);
});

test("and is left out where another claim tells the same by that verb", () => {
  expect(triggers(claim(1, 2), claim(3, 4))).toEqual(["told"]);
  expect(triggers(claim(1, 2), claim(2, 3))).toEqual(["have been told"]);
  expect(triggers(claim(1, 2), claim(3, 4, "COERCE"))).toEqual(["have been told", "told"]);
});

test("one that goes on in the next is one with it, with the parties of the likelier", () => {
  const told = { ...claim(3, 4), score: 0.5, agent: [{ first: 0, end: 1, doubt: 2 }] };
  const [joined, ...others] = withWholeTriggers([told, { ...claim(4, 6), score: 0.9 }], words);
  expect(others).toEqual([]);
  expect(joined).toMatchObject({ trigger: { first: 3, end: 6 }, score: 0.9, agent: [{ first: 0, end: 1, doubt: 2 }] });
  expect(triggers(claim(3, 4), claim(4, 6, "RETREAT"))).toEqual(["told", "to leave"]);
  const stance = (first: number, end: number): Claim => ({ ...claim(first, end, "rebukes"), kind: "stance" });
  expect(triggers(stance(3, 4), stance(4, 6))).toEqual(["told", "to leave"]);
});
