import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeLemmas, type LemmaEntry, openLemmas } from "./lemma-table.js";

const entries: readonly LemmaEntry[] = [
  { form: "left", upos: "VERB", lemma: "leave" },
  { form: "leaves", upos: "VERB", lemma: "leave" },
  { form: "leaves", upos: "NOUN", lemma: "leaf" },
  { form: "lea's", upos: "NOUN", lemma: "lea" },
];

test("a form has the lemma of its part of speech, and none where it has no entry", () => {
  const table = openLemmas(encodeLemmas(entries));
  expect(table.lemmaOf("leaves", "VERB")).toBe("leave");
  expect(table.lemmaOf("leaves", "NOUN")).toBe("leaf");
  expect(table.lemmaOf("left", "NOUN")).toBeNull();
  expect(table.lemmaOf("lef", "VERB")).toBeNull();
  expect(openLemmas(encodeLemmas([])).lemmaOf("left", "VERB")).toBeNull();
});

test("every entry is found again, in whatever order they came", () => {
  const word = fc.stringMatching(/^[a-zé'-]{1,6}$/);
  const upos = fc.constantFrom<LemmaEntry["upos"]>("VERB", "NOUN");
  const anyEntries = fc.uniqueArray(fc.record({ form: word, upos, lemma: word }), {
    selector: ({ form, upos }) => `${form} ${upos}`,
  });
  fc.assert(
    fc.property(anyEntries, (some) => {
      const table = openLemmas(encodeLemmas(some));
      for (const { form, upos, lemma } of some) expect(table.lemmaOf(form, upos)).toBe(lemma);
      expect(encodeLemmas([...some].reverse())).toBe(encodeLemmas(some));
    }),
  );
});
