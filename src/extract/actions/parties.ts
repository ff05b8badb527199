import { agentOf, child, isPassive, joined, nestedObliquesOf, obliquesOf } from "../clause.js";
import type { Words } from "../words.js";
import type { Act } from "./act.js";
import type { ActionKind } from "./action-lexicon.js";
import type { Nouns } from "./nouns.js";
import { partyWithin } from "./party-within.js";
import { otherSide } from "./recipients.js";

/** Types of acts that several do with one another, where nobody else is told. */
const shared = /^(?:AGREE|CONSULT|SUPPORT|COOPERATE|REJECT|RETREAT|ASSAULT)$/;

/** "Jordan and Britain agreed": the first did it with the others. */
export function mutual(
  actors: readonly number[],
  recipients: readonly number[],
  { type }: Pick<ActionKind, "type">,
): Pick<Act, "actors" | "recipients"> {
  const [first, ...others] = actors;
  return recipients.length === 0 && first !== undefined && others.length > 0 && shared.test(type)
    ? { actors: [first], recipients: others }
    : { actors, recipients };
}

/** The parties of an act; where nobody known is acted upon, with the known party that its words come to. */
export function concerning(
  head: number,
  { actors, recipients }: Pick<Act, "actors" | "recipients">,
  words: Words,
  nouns: Nouns,
): Pick<Act, "actors" | "recipients"> {
  const told = recipients.filter((one) => nouns.isSomebody(one) || !isOwn(one, words));
  if (told.some((one) => nouns.isKnown(one) || nouns.isName(one))) return { actors, recipients };
  const party = partyWithin(head, words, nouns, actors);
  const known = party === null || recipients.some((one) => isWithin(party, one, words));
  return { actors, recipients: known ? recipients : [...told, party] };
}

/** Whether the noun belongs to the words of the other: the "Goma" of "a convoy near Goma". */
function isWithin(noun: number, other: number, words: Words): boolean {
  let at = noun;
  for (let step = 0; step < 8 && at !== other; step++) {
    if (/^(?:acl|conj|advcl)/.test(words.deprel(at)) || words.head(at) === at) return false;
    at = words.head(at);
  }
  return at === other;
}

/** "its troops", "her visit": of whoever acts. */
function isOwn(noun: number, words: Words): boolean {
  const owner = child(noun, words, /^nmod:poss$/);
  return owner !== null && words.upos(owner) === "PRON";
}

/**
 * Who does what a verb tells: its agent with those joined to it. Where a thing does it, whose it is or who made it: "released a statement
 * criticising", "the bill that they introduced would sanction".
 */
export function doersOf(verb: number, words: Words, nouns: Nouns): readonly number[] {
  const agent = agentOf(verb, words) ?? (isPassive(verb, words) ? agentFurtherOff(verb, words, nouns) : null);
  return agent === null || !nouns.isParty(agent)
    ? []
    : peersOf(makerOf(agent, words, nouns), words, nouns).filter(nouns.isParty);
}

/** The doer and those joined to it; the names before it where two stand there: "UK and EU negotiators", "Pakistan and Oman's agencies". */
function peersOf(doer: number, words: Words, nouns: Nouns): readonly number[] {
  const before = words
    .children(doer)
    .filter((one) => one < doer && /^(?:compound|amod|nmod:poss)$/.test(words.deprel(one)));
  const below = before.flatMap((one) => words.children(one));
  const names = [...before, ...below.filter((one) => words.deprel(one) === "conj")].filter(nouns.isName);
  const pair = [...words.children(doer), ...below, ...names.flatMap((one) => words.children(one))];
  const twofold = names.length > 1 && pair.some((one) => words.deprel(one) === "cc" && one < doer);
  return twofold ? names : joined(doer, words);
}

/** The "by" of a passive that the parser hung on another of its obliques: "released from prison by the government". */
function agentFurtherOff(verb: number, words: Words, nouns: Nouns): number | null {
  const by = nestedObliquesOf(verb, words).find(
    ({ token, preposition }) =>
      preposition === "by" && nouns.isParty(token) && (nouns.isSomebody(token) || nouns.isName(token)),
  );
  return by?.token ?? null;
}

function makerOf(agent: number, words: Words, nouns: Nouns): number {
  if ((nouns.isSomebody(agent) && !paper.test(words.lemma(agent))) || words.upos(agent) === "PRON") return agent;
  const owner = child(agent, words, /^nmod:poss$/);
  if (owner !== null && nouns.isKnown(owner)) return owner;
  const [party] = behindTalks.test(words.lemma(agent)) ? betweenOf(agent, words, nouns) : [];
  if (party !== undefined) return party;
  const verb = words.head(agent);
  const made = /^(?:obj|obl|nsubj:pass)$/.test(words.deprel(agent)) && words.upos(verb) === "VERB";
  const maker = made ? agentOf(verb, words) : null;
  return maker !== null && maker !== agent && nouns.isParty(maker) ? maker : agent;
}

/** What people write, and what acts in their place: "signed a decree granting". */
const paper =
  /^(?:decree|law|bill|order|statement|letter|document|resolution|declaration|executive order|ruling|note|petition)$/;
/** What several hold together, so that they act in its place: "the talks between Oslo and Rome failed". */
const behindTalks = /^(?:talk|talks|summit|meeting|negotiation|conference)$/;

function betweenOf(noun: number, words: Words, nouns: Nouns): readonly number[] {
  const found = obliquesOf(noun, words).find(
    ({ preposition, token }) => preposition === "between" && nouns.isParty(token),
  );
  return found === undefined ? [] : joined(found.token, words);
}

/** With whom several do something, besides one another. */
export function partnersOf(verb: number, theme: number | null, words: Words, nouns: Nouns): readonly number[] {
  const obliques = [...(theme === null ? [] : obliquesOf(theme, words)), ...obliquesOf(verb, words)];
  const partner = obliques.find(({ token, preposition }) => preposition === "with" && nouns.isParty(token));
  return partner === undefined ? [] : joined(partner.token, words);
}

/**
 * The object and those joined to it; where it is a thing of somebody's ("condemned the minister's remarks", "a raid by the police"), whose
 * it is.
 */
export function partiesOf(object: number, words: Words, nouns: Nouns): readonly number[] {
  const other = otherSide(object, words);
  if (other !== object || nouns.isSomebody(object)) return joined(other, words);
  const owner = child(object, words, /^nmod:poss$/);
  if (owner !== null && words.upos(owner) !== "PRON" && nouns.isKnown(owner)) return joined(owner, words);
  const named = nestedObliquesOf(object, words).find(
    ({ token, preposition }) =>
      /^(?:by|of|from|between)$/.test(preposition) && nouns.isParty(token) && nouns.isKnown(token),
  );
  return named === undefined ? joined(object, words) : joined(named.token, words);
}

/** The list, or the other where it is empty. */
export function orElse(list: readonly number[], other: readonly number[]): readonly number[] {
  return list.length > 0 ? list : other;
}
