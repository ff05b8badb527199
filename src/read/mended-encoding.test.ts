import fc from "fast-check";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { mendedEncoding } from "./mended-encoding.js";

const text = "“Naïve,” said the consul – it’s a début at Zürich… for 5 €.";

test.each(["windows-1252", "latin1"])("UTF-8 that was read as %s is set right", (encoding) => {
  expect(mendedEncoding(iconv.decode(Buffer.from(text, "utf8"), encoding))).toBe(text);
});

test("a closing mark whose last byte was lost is one again", () => {
  expect(mendedEncoding("â€œWe stay,â€ she said.")).toBe("“We stay,” she said.");
});

test.each(["Ça va à São Tomé", "IRMÃ", "5 €", "“Â”", "Ãlbert â la carte"])("%s stays", (sound) => {
  expect(mendedEncoding(sound)).toBe(sound);
});

test("what is sound stays, whatever it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "é", "ü", "“", "”", "’", "–", "文", " ", "\n") }), (sound) => {
      expect(mendedEncoding(sound)).toBe(sound);
    }),
  );
});
