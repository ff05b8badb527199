import { expect, test } from "vitest";
import { annotatedText } from "../../../test/annotated-text.js";
import { type DependencyPattern, matchAt } from "./dependency-matcher.js";
import { Token } from "./token.js";
import { wordsOf } from "./words.js";

const words = wordsOf(annotatedText("The minister_NOUN said nothing.").document);
const said = new Token(2, words);
const who = { name: "who", of: "anchor", by: "child", deprel: ["nsubj"] } as const;
const holdsAt = (anchor: Token, one: DependencyPattern): boolean => matchAt(anchor, one) !== null;
const pattern = { name: "somebody who says", anchor: { lower: ["said"] }, steps: [who], examples: [] };

test("each step is found from the one that it names", () => {
  const article = { name: "article", of: "who", by: "previous", lower: ["the"] } as const;
  const match = matchAt(said, { ...pattern, steps: [who, article] });
  expect([match?.who?.text, match?.article?.text]).toEqual(["minister", "The"]);
});

test("a pattern does not hold where the anchor or a step does not fit", () => {
  expect(holdsAt(said.next, pattern)).toBe(false);
  expect(holdsAt(said, { ...pattern, steps: [{ ...who, lower: ["miner"] }] })).toBe(false);
});

test("what has to be absent must not be there", () => {
  expect(holdsAt(said, { ...pattern, steps: [{ ...who, absent: true }] })).toBe(false);
  expect(holdsAt(said, { ...pattern, steps: [{ ...who, lower: ["miner"], absent: true }] })).toBe(true);
});
