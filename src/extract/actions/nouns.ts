import type { FullyAnnotated } from "../../doc/document.js";
import { rangeAt } from "../../doc/find-ranges.js";
import type { EntityTable } from "../entities/resolve-entities.js";
import { nounPhrase } from "../statements/sources.js";
import type { Words } from "../words.js";
import type { ActionLexicon } from "./action-lexicon.js";

/** What the nouns of a sentence stand for, as far as it matters to who did what to whom. */
export interface Nouns {
  /** Whether the noun can act or be acted upon: no date, amount or mere reflexive. */
  readonly isParty: (noun: number) => boolean;
  /** Whether it is the name of a place. */
  readonly isPlace: (noun: number) => boolean;
  /** Whether the noun stands for persons or a body, known or not, and not for a thing. */
  readonly isSomebody: (noun: number) => boolean;
  /** Whether the noun alone stands for an entity of the record. */
  readonly isKnown: (noun: number) => boolean;
  /** Whether it is a name, or an adjective of a country. */
  readonly isName: (noun: number) => boolean;
}

const placeNouns =
  /^(?:part|area|region|town|city|village|province|district|country|capital|border|enclave|site|territory|state|zone|camp|neighborhood|neighbourhood|suburb|county|port|airport|base|island|coast|frontier|position|post|outpost|compound|valley|peninsula|strip|harbor|harbour|front)$/;

export function nounsOf(
  { layers }: FullyAnnotated,
  words: Words,
  table: EntityTable,
  { parties }: Pick<ActionLexicon, "parties">,
): Nouns {
  const resolve = (noun: number) => table.resolve(nounPhrase(noun, words, (one) => words.deprel(one) === "conj"));
  const typeAt = (token: number) => rangeAt(layers.names.names, token)?.type ?? "";
  return {
    isParty: (noun) =>
      /^(?:NOUN|PROPN|PRON|NUM|ADJ|X)$/.test(words.upos(noun)) &&
      !/^(?:DATE|TIME|MONEY|PERCENT|QUANTITY|ORDINAL)$/.test(typeAt(noun)) &&
      words.deprel(noun) !== "obl:unmarked" &&
      !/(?:self|selves)$|^(?:there|what|how|that|this|which)$/.test(words.lower(noun)),
    isPlace: (noun) => /^(?:GPE|LOC|FAC)$/.test(typeAt(noun)) || placeNouns.test(words.lemma(noun)),
    isSomebody: (noun) => {
      const { entity, naming } = resolve(noun);
      return entity !== null || naming !== "named" || parties.at(noun, words) !== null || isPeople(noun, words);
    },
    isKnown: (noun) => resolve(noun).entity !== null,
    isName: (noun) => /^(?:PERSON|NORP|ORG|GPE|LOC|FAC)$/.test(typeAt(noun)),
  };
}

/** A people's name that the names layer does not know: the "Uighurs" of "locked up a million Uighurs". */
function isPeople(noun: number, words: Words): boolean {
  return words.upos(noun) === "NOUN" && /^\p{Lu}\p{Ll}+s$/u.test(words.text(noun)) && words.sentence(noun).first < noun;
}
