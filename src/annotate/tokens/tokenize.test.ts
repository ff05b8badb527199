import fc from "fast-check";
import { expect, test } from "vitest";
import { newsText } from "../../../test/news-text.js";
import { tokenize } from "./tokenize.js";

const words = (text: string): readonly string[] => {
  const { start, end } = tokenize(text);
  return Array.from(start, (from, i) => text.slice(from, end[i]));
};

test("clitics and hyphened words are cut as UD English EWT cuts them, abbreviations keep their point", () => {
  expect(words("Iran's anti-ship missiles didn't reach the U.S.-led fleet.")).toEqual(
    "Iran 's anti-ship missiles did n't reach the U.S. - led fleet .".split(" "),
  );
});

test("a text without words has no tokens", () => {
  expect(tokenize(" \n\t ").length).toBe(0);
});

test("every character that is no white space lies in exactly one token, in text order", () => {
  fc.assert(
    fc.property(newsText(), (text) => {
      const { length, start, end } = tokenize(text);
      expect([start.length, end.length]).toEqual([length, length]);
      let at = 0;
      for (let i = 0; i < length; i++) {
        expect(text.slice(at, start[i]).trim()).toBe("");
        expect(text.slice(start[i], end[i])).toMatch(/^\S+$/);
        at = end[i] ?? 0;
      }
      expect(text.slice(at).trim()).toBe("");
    }),
  );
});
