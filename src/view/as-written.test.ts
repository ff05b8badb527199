import { expect, test } from "vitest";
import { asWritten } from "./as-written.js";

test.each([
  ["four norland diplomats", "Tarvenia gave four Norland diplomats two days.", "four Norland diplomats"],
  ["embassy staff of vell's", "The embassy staff left. Vell's envoy stayed.", "embassy staff of Vell's"],
  ["the quay", "Nothing of it.", "the quay"],
  ["the quay", "", "the quay"],
])("%s in “%s”", (words, text, written) => {
  expect(asWritten(words, text)).toBe(written);
});
