import type { Words } from "./words.js";

/** The preposition that marks the noun, "because of" as "because"; `null` where there is none. */
export function prepositionOf(noun: number, words: Words): string | null {
  // The parser may hang the preposition of "with former president Ana Ruiz" on the name.
  const marked = [
    noun,
    ...words.children(noun).filter((one) => /^(?:compound|flat|appos|nmod:desc)$/.test(words.deprel(one))),
  ];
  for (const one of marked) {
    const mark = words.children(one).find((child) => words.deprel(child) === "case");
    if (mark !== undefined && mark < noun && mark < one) return words.lower(mark);
  }
  return null;
}

/** Where the sentence goes on behind a dateline ("KABUL, Afghanistan — "), as far as it lies before the verb; its start where it has none. */
export function datelineEnd(first: number, verb: number, words: Words): number {
  const shouted = /^\p{Lu}{3,}$/u.test(words.text(first));
  for (let i = first + 1; i < Math.min(verb, first + 14); i++) {
    const word = words.text(i);
    if (/^(?:-+|[–—])$/.test(word)) return i + 1;
    // "(Coastal Wire) - " goes on to the dash.
    if (word === ")" && !/^(?:-+|[–—])$/.test(words.text(i + 1))) return i + 1;
    if (!shouted && !/^(?:[\p{Lu}\p{N}]|[,(.)])/u.test(word)) return first;
  }
  return first;
}

/** Whether the verb is that of a question that yes or no answers: "Has the ministry closed the border?", "Did it tell them to leave?". */
export function isAsked(verb: number, words: Words): boolean {
  let root = verb;
  while (words.deprel(root) === "xcomp") root = words.head(root);
  const { end } = words.sentence(root);
  const isQuestion = words.text(end - 1) === "?" || words.text(end - 2) === "?";
  if (!isQuestion || words.deprel(root) !== "root") return false;
  const children = words.children(root);
  const subject = children.find((one) => words.deprel(one).startsWith("nsubj"));
  const auxiliary = children.find((one) => words.deprel(one).startsWith("aux"));
  if (subject === undefined || auxiliary === undefined || auxiliary > subject) return false;
  return !children.some((one) => one < auxiliary && /^(?:wh|how)/.test(words.lower(one)));
}
