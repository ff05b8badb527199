import { expect, test } from "vitest";
import type { Correction, LineAnchor } from "../link/corrections/correction.js";
import { plainCorrection } from "./plain-correction.js";

const line = (words: string) => ({ kind: "statement", words, evidence: words }) as LineAnchor;
const rejected = (subject: string, ...words: readonly string[]) =>
  ({ subject, detail: { kind: "hide", lines: words.map(line), why: null } }) as unknown as Correction;

test("what was rejected is told by its words, of a dispute with whose they are", () => {
  expect(plainCorrection(rejected("a/st_1", "the quay was shut"))).toBe("Rejected “the quay was shut”");
  expect(plainCorrection(rejected("di_0123456789abcdef", "the quay was shut", "it was open"))).toBe(
    "Rejected both sides of the dispute: “the quay was shut”, “it was open”",
  );
});
