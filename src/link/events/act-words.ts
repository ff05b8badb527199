import type { Action } from "../../record/action.js";

/** Whether the words for an act are a noun, "kidnapping" and "attacks", and no form of a verb. */
export function isNoun({ text, lemma }: Action["trigger"]): boolean {
  const noun = lemma.toLowerCase();
  return text
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .some((word) => word === noun || word === `${noun}s`);
}
