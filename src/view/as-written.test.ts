import { expect, test } from "vitest";
import { asWritten } from "./as-written.js";

test.each([
  ["four norland diplomats", "Tarvenia gave four Norland diplomats two days.", "four Norland diplomats"],
  ["staff of the foreign office", "The Foreign Office sent staff home.", "staff of the Foreign Office"],
  ["the quay", "Nothing of it.", "the quay"],
  ["the quay of orsen", "İ moves what follows it at Orsen.", "the quay of orsen"],
])("%s in “%s”", (words, text, written) => {
  expect(asWritten(words, text)).toBe(written);
});
