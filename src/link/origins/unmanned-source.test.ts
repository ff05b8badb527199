import { expect, test } from "vitest";
import { isUnmannedSource } from "./unmanned-source.js";

test.each([
  ["DNA tests", true],
  ["multiple reports", true],
  ["A recent rumor", true],
  ["claims", true],
  ["The bogus story", true],
  ["It", true],
  ["a report from Vell Courier", false],
  ["the UN report", false],
  ["social media", false],
  ["Norland news outlets", false],
  ["a monitoring group", false],
  ["The minister", false],
])("%s is nobody: %s", (words, expected) => {
  expect(isUnmannedSource(words)).toBe(expected);
});
