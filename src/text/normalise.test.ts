import fc from "fast-check";
import { expect, test } from "vitest";
import { normaliseText } from "./normalise.js";

test("line ends become \\n", () => {
  expect(normaliseText("one\r\ntwo\rthree\nfour")).toBe("one\ntwo\nthree\nfour");
});

test("outer blank lines go, inner ones and indents stay", () => {
  expect(normaliseText("\n \t\n  Harbour shut\n\n\nThe port …  \n \n")).toBe("  Harbour shut\n\n\nThe port …  ");
});

test("nothing but blank lines is the empty text", () => {
  expect(normaliseText(" \r\n\t\r\n")).toBe("");
  expect(normaliseText("   ")).toBe("");
});

test("a second run changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "”", "\r", "\n", " ", "\t", "\u00a0") }), (text) => {
      const once = normaliseText(text);
      expect(normaliseText(once)).toBe(once);
    }),
  );
});
