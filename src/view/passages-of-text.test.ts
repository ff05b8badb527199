import fc from "fast-check";
import { expect, test } from "vitest";
import type { Span } from "../text/span.js";
import { passagesOfText } from "./passages-of-text.js";

const marked = (field: string, text: string, span: Span) => ({ field, value: null, words: [{ text, span }] });

test("a paragraph ends at a blank line, and only those with words of the fields are shown", () => {
  const text = "Title\n\nOne line\nand another.\n \nThird.\n\n\n  Fourth.  ";
  const passages = passagesOfText(text, [marked("who", "Title", [0, 5]), marked("what", "Fourth", [44, 50])]);
  expect(passages.map(({ paragraph, text }) => [paragraph, text])).toEqual([
    [1, "Title"],
    [4, "Fourth."],
  ]);
  expect(passages[1]?.marks).toEqual([{ field: "what", span: [44, 50] }]);
});

test("every word is in one paragraph, and each is what its span says", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "\t", ".") });
  fc.assert(
    fc.property(text, (written) => {
      const passages = passagesOfText(written, [marked("all", written, [0, written.length])]);
      for (const { span, text } of passages) expect(written.slice(...span)).toBe(text);
      expect(
        passages
          .map(({ text }) => text)
          .join("")
          .replace(/\s/g, ""),
      ).toBe(written.replace(/\s/g, ""));
    }),
  );
});
