import { expect, test } from "vitest";
import { isNamedVoice } from "./named-voice.js";

test.each([
  ["Reva Holt", true],
  ["a Norland official", true],
  ["The rebels", true],
  ["She · Reva Holt", true],
  ["Everyone", false],
  ["One Vell user", false],
  ["experts", false],
  ["A man in the harbour", false],
  ["Sources close to the talks", false],
])("“%s” can be told from others: %s", (called, expected) => {
  expect(isNamedVoice(called)).toBe(expected);
});
