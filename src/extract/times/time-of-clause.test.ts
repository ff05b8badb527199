import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { annotatedDocument } from "../../../test/annotated-document.js";
import type { TokenRange } from "../../doc/layers.js";
import { wordsOf } from "../grammar/words.js";
import { weightsOf } from "../ranking.js";
import type { TellingClause } from "../telling-clause.js";
import type { ExtractedTime } from "./extract-times.js";
import type { ResolvedTime } from "./resolve-time.js";
import { timeOfClause } from "./time-of-clause.js";

/** "Brandt said Monday they met Friday": each day hangs on its own verb. */
const document = annotatedDocument("Brandt said Monday they met Friday", {
  syntax: {
    upos: ["PROPN", "VERB", "PROPN", "PRON", "VERB", "PROPN"],
    feats: ["_", "_", "_", "_", "_", "_"],
    lemma: ["Brandt", "say", "Monday", "they", "meet", "Friday"],
    head: Uint32Array.from([1, 1, 1, 4, 1, 4]),
    deprel: ["nsubj", "root", "obl", "nsubj", "ccomp", "obl"],
  },
});
const words = wordsOf(document);
const weights = weightsOf(readFileSync(new URL("../../../data/time-weights.tsv", import.meta.url), "utf8"));
const monday = timeAt(2, "ti_1", { type: "DATE", value: "2031-03-03" });
const friday = timeAt(5, "ti_2", { type: "DATE", value: "2031-02-28" });

function clauseOf(head: number, outside: readonly TokenRange[] = []): TellingClause {
  const admits = (range: TokenRange) => !outside.some(({ first, end }) => first <= range.first && range.end <= end);
  return { anchors: [head], isOther: () => false, admits };
}

function timeAt(token: number, id: `ti_${number}`, time: Pick<ResolvedTime, "type" | "value">): ExtractedTime {
  const range = { first: token, end: token + 1 };
  const known = { span: words.span(range), text: words.slice(range), from: null, to: null };
  // The brand exists for the compiler only; idCounter puts it on elsewhere.
  return { ...range, time: { id: id as ExtractedTime["time"]["id"], ...known, ...time } };
}

test("each clause has the time that hangs on its verb", () => {
  expect(timeOfClause(clauseOf(1), [monday, friday], words, weights)).toBe("ti_1");
  expect(timeOfClause(clauseOf(4), [monday, friday], words, weights)).toBe("ti_2");
});

test("a time inside the content is not the saying's", () => {
  expect(timeOfClause(clauseOf(1, [{ first: 2, end: 6 }]), [monday], words, weights)).toBeNull();
});

test.each([
  { type: "DURATION", value: "P2D" },
  { type: "SET", value: "P1D" },
  { type: "DATE", value: "PAST_REF" },
] as const)("$value does not say when", (time) => {
  expect(timeOfClause(clauseOf(1), [timeAt(2, "ti_3", time)], words, weights)).toBeNull();
});
