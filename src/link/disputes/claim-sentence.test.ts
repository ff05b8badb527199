import { expect, test } from "vitest";
import { claimSentence } from "./claim-sentence.js";

test.each([
  ["that the bridge is  down,", "The bridge is down"],
  ["She was never asked.", "She was never asked"],
])("%s is headed: %s", (words, expected) => {
  expect(claimSentence(words)).toBe(expected);
});
