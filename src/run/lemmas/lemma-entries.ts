import lemmatizer from "wink-lemmatizer";
import type { LemmaEntry } from "../../annotate/syntax/lemma-table.js";

/** What WordNet's lists hold: base forms of every part of speech, and the irregular forms of verbs and nouns. */
export interface WordLists {
  readonly bases: readonly string[];
  readonly irregularVerbs: readonly string[];
  readonly irregularNouns: readonly string[];
}

/**
 * Every form that the lemmatizer takes to another one: the irregular ones, and what its endings make of each base form. The endings are
 * those that it takes off (WordNet's Morphy), put on; whether a form made so has a lemma is left to it.
 */
export function lemmaEntries({ bases, irregularVerbs, irregularNouns }: WordLists): LemmaEntry[] {
  const words = bases.filter((word) => /^\p{L}+$/u.test(word));
  const verbs = [...irregularVerbs, ...words.flatMap((base) => formsOf(base, verbEndings))];
  const nouns = [...irregularNouns, ...words.flatMap((base) => formsOf(base, nounEndings))];
  return [
    ...verbs.map((form): LemmaEntry => ({ form, upos: "VERB", lemma: lemmatizer.verb(form) })),
    ...nouns.map((form): LemmaEntry => ({ form, upos: "NOUN", lemma: lemmatizer.noun(form) })),
  ].filter(({ form, lemma }) => form !== lemma);
}

type Ending = readonly [base: string, inflected: string];

const verbEndings: readonly Ending[] = [
  ["", "s"],
  ["y", "ies"],
  ["", "es"],
  ["", "ed"],
  ["", "ing"],
  ["e", "es"],
  ["e", "ed"],
  ["e", "ing"],
];

const nounEndings: readonly Ending[] = [
  ["", "s"],
  ["s", "ses"],
  ["x", "xes"],
  ["s", "zes"],
  ["f", "ves"],
  ["ch", "ches"],
  ["sh", "shes"],
  ["man", "men"],
  ["y", "ies"],
];

function formsOf(base: string, endings: readonly Ending[]): readonly string[] {
  return endings.flatMap(([from, to]) =>
    base.endsWith(from) ? [`${base.slice(0, base.length - from.length)}${to}`] : [],
  );
}
