import { expect, test } from "vitest";
import { isTellableVoice } from "./tellable-voice.js";

test.each([
  ["Reva Holt", true],
  ["a Norland official", true],
  ["The rebels", true],
  ["two dock workers", true],
  ["a person close to the talks", true],
  ["One of them", true],
  ["the report written by a fool", false],
  ["a letter seen by the Vell Courier", true],
  ["Everyone", false],
  ["One Vell user", false],
  ["experts", false],
  ["The website", false],
  ["the general public", false],
  ["a man in the video", false],
])("“%s” can be told from others: %s", (called, expected) => {
  expect(isTellableVoice(called)).toBe(expected);
});
