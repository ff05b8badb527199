import type { ActionType } from "../../record/action.js";
import { child, isInfinitive, joined, nestedObliquesOf, type Oblique, obliquesOf } from "../clause.js";
import type { Words } from "../words.js";
import type { Nouns } from "./nouns.js";

/** Prepositions before the one acted upon, the surest first, by what kind of act it is. */
const ranked: readonly (readonly [types: RegExp, prepositions: readonly string[]])[] = [
  [/^(?:CONSULT|COOPERATE|AGREE)$/, ["with", "between", "to", "from", "of", "for"]],
  [/^SUPPORT$/, ["with", "to", "for", "of", "from", "between"]],
  [/^AID$/, ["to", "for", "into", "with", "of"]],
  [/^(?:REJECT|CONCEDE|RETREAT)$/, ["by", "from", "on", "against", "to", "with", "for", "of", "between"]],
  [
    /./,
    [
      "against",
      "on",
      "upon",
      "toward",
      "towards",
      "to",
      "into",
      "from",
      "at",
      "with",
      "between",
      "over",
      "for",
      "of",
      "about",
    ],
  ],
];

/** Behind these stands whom it is done to only where it is somebody known or named. */
const vague = /^(?:of|for|over|about|at|between|from)$/;
/** Types whose "for" and "of" lead to whom they are for, whoever that is. */
const givers = /^(?:AID|SUPPORT|CONSULT)$/;
/** Nouns behind a preposition that say why, when or how, and never whom. */
const idle =
  /^(?:time|ground|basis|order|bid|effort|attempt|way|case|part|result|response|reaction|return|exchange|wake|favor|favour|behalf|reason|protest|purpose|sake|view|aim|goal|hope|fear|condition|term|means|charge|suspicion|allegation|account|first|least|last|night|morning|day|week|month|year|hour|minute|moment|past|future|addition|accordance|line|light|face|name|place|lieu|spite|regard|respect|concern|alert|strike|fact|issue|matter|affection|detail|length|ease|force|pressure)$/;
/** What lies between two: whose it is tells less than whose the other side is ("its border with Chad"). */
const shared = /^(?:border|frontier|boundary|tie|relation|relationship|contact|link|alliance)$/;
const placing = /^(?:in|inside|across|near|throughout|within|around|outside|along|at|under)$/;

/**
 * Whom an act is done to, where its verb has the object `theme` that only says what was done ("imposed sanctions on …"): the indirect
 * object, what stands behind the surest preposition, the owner of the theme ("rejected the union's demand"), whom it is meant for ("to help
 * the refugees"), or the place; an empty list where none of them is there.
 */
export function recipientsBesides(
  verb: number,
  theme: number | null,
  type: ActionType,
  words: Words,
  nouns: Nouns,
): readonly number[] {
  const indirect = child(verb, words, /^iobj$/);
  if (indirect !== null) return joined(indirect, words);
  const themes = theme === null ? [] : [theme, ...besideIt(theme, words)];
  const within = [...themes, ...themes.flatMap((one) => participlesOf(one, words))];
  const obliques = [...within.flatMap((one) => nestedObliquesOf(one, words)), ...obliquesOf(verb, words)].filter(
    ({ token }) => token !== theme,
  );
  const owner = () => ownerOf(theme, words, nouns);
  const behind = () => atPreposition(obliques, type, words, nouns);
  const [first, second] = /^(?:REJECT|ACCUSE)$/.test(type) ? [owner, behind] : [behind, owner];
  return (
    first() ??
    second() ??
    atPreposition(nestedObliquesOf(verb, words), type, words, nouns) ??
    (givers.test(type) ? null : inPlace(obliques, words, nouns)) ??
    meantFor(verb, theme, type, words, nouns) ??
    inPlace([...obliques, ...nestedObliquesOf(verb, words)], words, nouns) ??
    []
  );
}

/** The one behind the surest preposition for a type, with those joined to it. */
export function atPreposition(
  obliques: readonly Oblique[],
  type: ActionType,
  words: Words,
  nouns: Nouns,
): readonly number[] | null {
  const prepositions = ranked.find(([types]) => types.test(type))?.[1] ?? [];
  for (const wanted of prepositions) {
    const found = obliques.find(
      ({ token, preposition }) =>
        preposition === wanted &&
        nouns.isParty(token) &&
        words.upos(token) !== "NUM" &&
        !(idle.test(words.lemma(token)) && child(token, words, /^nmod:poss$/) === null) &&
        (!vague.test(preposition) || givers.test(type) || nouns.isSomebody(token) || reaches(token, nouns)),
    );
    if (found !== undefined) return joined(otherSide(found.token, words), words);
  }
  return null;
}

function reaches(noun: number, nouns: Nouns): boolean {
  return nouns.isName(noun) || nouns.isPlace(noun);
}

/** Of what lies between two the other side: the "Chad" of "its border with Chad". */
export function otherSide(noun: number, words: Words): number {
  if (!shared.test(words.lemma(noun)) || words.lower(noun + 1) !== "with") return noun;
  const other = words.head(noun + 1);
  return other > noun && words.deprel(noun + 1) === "case" ? other : noun;
}

/** Whose the noun is, or which country's: "Iran's sanctions", "the Iran sanctions"; not the actor's own ("its troops"). */
export function ownerOf(noun: number | null, words: Words, nouns: Nouns): readonly number[] | null {
  if (noun === null) return null;
  const owner = child(noun, words, /^nmod:poss$/);
  if (owner !== null) return words.upos(owner) === "PRON" ? null : joined(owner, words);
  const named = words
    .children(noun)
    .find((one) => /^(?:compound|amod|nmod)$/.test(words.deprel(one)) && one < noun && nouns.isName(one));
  return named === undefined ? null : [named];
}

export function inPlace(obliques: readonly Oblique[], words: Words, nouns: Nouns): readonly number[] | null {
  const found = obliques.find(
    ({ token, preposition }) => placing.test(preposition) && nouns.isParty(token) && nouns.isPlace(token),
  );
  return found === undefined ? null : joined(found.token, words);
}

/** The nouns that share a theme's prepositions: those it is joined to ("food supplies and flights to"), and what measures it ("dozens of flights to"). */
function besideIt(theme: number, words: Words): readonly number[] {
  return /^(?:conj|nmod)$/.test(words.deprel(theme)) ? [words.head(theme)] : joined(theme, words).slice(1);
}

/** The participles of a noun: "restrictions imposed on", "an appeal filed by". */
function participlesOf(noun: number, words: Words): readonly number[] {
  return words.children(noun).filter((one) => words.deprel(one) === "acl" && /VerbForm=Part/.test(words.feats(one)));
}

/** Whom a clause of purpose is about: "sent doctors to help the refugees", "to resolve the rift between the two states". */
function meantFor(
  verb: number,
  theme: number | null,
  type: ActionType,
  words: Words,
  nouns: Nouns,
): readonly number[] | null {
  const governors = theme === null ? [verb] : [verb, theme, ...obliquesOf(theme, words).map(({ token }) => token)];
  const purpose = governors
    .flatMap((one) => words.children(one))
    .find((one) => /^(?:advcl|acl|xcomp)$/.test(words.deprel(one)) && one > verb && isInfinitive(one, words));
  const object = purpose === undefined ? null : child(purpose, words, /^obj$/);
  if (object === null) return null;
  if (nouns.isKnown(object) || purpose === undefined) return joined(object, words);
  const nested = nestedObliquesOf(object, words);
  const parties = atPreposition(nested, type, words, nouns);
  const scene = nouns.isSomebody(object) ? null : inPlace([...nested, ...obliquesOf(purpose, words)], words, nouns);
  return parties ?? scene ?? joined(object, words);
}
