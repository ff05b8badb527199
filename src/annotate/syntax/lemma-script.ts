/**
 * The lemma that an edit script makes of a form. A script is `case:cut:add`: keep the case (`k`) or lower it (`l`), drop `cut`
 * letters from the end, append `add`. A script that would leave nothing, or is none, gives the form in lower case.
 */
export function applyLemmaScript(form: string, script: string): string {
  const [letterCase, cut, ...add] = script.split(":");
  const base = letterCase === "k" ? form : form.toLowerCase();
  const kept = base.length - Number(cut);
  if (!(kept >= 0)) return form.toLowerCase();
  const lemma = base.slice(0, kept) + add.join(":");
  return lemma === "" ? form.toLowerCase() : lemma;
}
