import type { LemmaTable } from "./lemma-table.js";

/**
 * The lemma of a form. Verbs and nouns are looked up in the table, which knows the irregular ones; for everything else, and for names, the
 * edit script that the encoder chose is applied.
 */
export function lemmaOf(form: string, upos: string, script: string, table: LemmaTable): string {
  const plain = form.toLowerCase();
  if (upos === "VERB" && /^\p{L}{2,}$/u.test(plain)) return table.lemmaOf(plain, upos) ?? plain;
  if (upos === "NOUN" && /^\p{L}{3,}$/u.test(plain))
    return kept.has(plain) ? plain : (table.lemmaOf(plain, upos) ?? plain);
  return applyLemmaScript(form, script);
}

/** Plurals that UD English EWT gives as their own lemma. */
const kept = new Set([
  "troops",
  "others",
  "data",
  "media",
  "regards",
  "supplies",
  "trivia",
  "arms",
  "goods",
  "headquarters",
]);

/**
 * The lemma that an edit script makes of a form. A script is `case:cut:add`: keep the case (`k`) or lower it (`l`), drop `cut`
 * letters from the end, append `add`. A script that would leave nothing, or is none, gives the form in lower case.
 */
export function applyLemmaScript(form: string, script: string): string {
  const [letterCase, cut, ...add] = script.split(":");
  const base = letterCase === "k" ? form : form.toLowerCase();
  const left = base.length - Number(cut);
  if (!(left >= 0)) return form.toLowerCase();
  const lemma = base.slice(0, left) + add.join(":");
  return lemma === "" ? form.toLowerCase() : lemma;
}
