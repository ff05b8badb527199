import type { Words } from "./words.js";

/** How a word that tells of something stands: a noun, or a verb by its auxiliaries and its form. */
export function moodOf(token: number, words: Words): string {
  const children = words.children(token);
  if (words.upos(token) === "ADJ") return "adjective";
  if (!/^(?:VERB|AUX)$/.test(words.upos(token)))
    return children.some((one) => words.lower(one) === "the") ? "the noun" : "noun";
  const before = children.filter((one) => /^(?:aux|mark)/.test(words.deprel(one))).map((one) => words.lower(one));
  const auxiliary = auxiliaries.find(([, form]) => before.some((one) => form.test(one)));
  if (auxiliary !== undefined) return auxiliary[0];
  if (words.feats(token).includes("VerbForm=Fin")) return words.feats(token).includes("Past") ? "past" : "present";
  return words.lower(token).endsWith("ing") ? "ing" : "participle";
}

const auxiliaries: readonly (readonly [name: string, form: RegExp])[] = [
  ["must", /^(?:must|should|shall|ought)$/],
  ["will", /^(?:will|['’]ll|would|['’]d|going)$/],
  ["may", /^(?:can|could|may|might)$/],
  ["to", /^to$/],
  ["had", /^had$/],
  ["has", /^(?:has|have|['’]ve|['’]s)$/],
  ["was", /^(?:was|were|been)$/],
  ["is", /^(?:is|are|['’]re|be)$/],
];
