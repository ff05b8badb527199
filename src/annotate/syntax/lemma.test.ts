import fc from "fast-check";
import { expect, test } from "vitest";
import { applyLemmaScript } from "./lemma.js";

test.each([
  ["Warned", "l:2:", "warn"],
  ["went", "l:4:go", "go"],
  ["Pompeo", "k:0:", "Pompeo"],
  ["Ministries", "l:3:y", "ministry"],
  ["10:30", "k:0::x", "10:30:x"],
])("%s by %s is %s", (form, script, lemma) => {
  expect(applyLemmaScript(form, script)).toBe(lemma);
});

test("a script that would leave nothing, or is none, gives the form in lower case", () => {
  expect(applyLemmaScript("No", "l:2:")).toBe("no");
  expect(applyLemmaScript("No", "l:9:")).toBe("no");
  expect(applyLemmaScript("No", "_")).toBe("no");
  expect(applyLemmaScript("No", "")).toBe("no");
});

test("a lemma is never empty and never throws", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string(), fc.integer({ min: -5, max: 30 }), (form, add, cut) => {
      expect(applyLemmaScript(form, `l:${cut}:${add}`)).not.toBe("");
      expect(applyLemmaScript(form, add)).not.toBe("");
    }),
  );
});
