import {
  agentOf,
  child,
  isNominal,
  joined,
  nestedObliquesOf,
  obliquesOf,
  patientOf,
  prepositionOf,
} from "../clause.js";
import type { TableRow } from "../table-rows.js";
import type { Words } from "../words.js";
import type { Complement, PostureLexicon, PosturePattern, PostureState } from "./posture-lexicon.js";

/** A verb that puts somebody into a state, and the noun that stands for whom. */
export interface FoundState {
  readonly verb: number;
  readonly state: PostureState;
  readonly subject: number;
  /** Whether the subject moves by itself, so that nobody puts it into the state. */
  readonly moves: boolean;
  /** The row of the table that says so. */
  readonly row: TableRow;
}

/** Whether the noun at a token is a name for a country's government. */
export type IsState = (token: number) => boolean;

/** The states that the verbs of a document tell of, in text order. */
export function findStates(words: Words, lexicon: PostureLexicon, isState: IsState): readonly FoundState[] {
  const found: FoundState[] = [];
  for (let verb = 0; verb < words.length; verb++) {
    if (words.upos(verb) !== "VERB") continue;
    for (const match of matchesOf(verb, words, lexicon)) {
      if (found.some((one) => isToldBy(one, verb, match, words))) break;
      const subject = subjectOf(verb, match, words, lexicon, isState);
      if (subject === null) continue;
      const { pattern, moves } = match;
      found.push({ verb, state: stateOf(match, words), subject, moves, row: pattern.row });
      break;
    }
  }
  return found;
}

/**
 * The state of the row. What is closed in part is restricted ("closed part of its airspace"), and where the last of the staff go, none are left ("flew out
 * its last nine diplomats").
 */
function stateOf({ pattern: { state }, thing }: Match, words: Words): PostureState {
  if (state.aspect === "staffing" && state.value === "reduced" && isLastOfAll(thing, words))
    return { ...state, value: "evacuated" };
  const partly = part.test(words.lemma(words.head(thing))) && prepositionOf(thing, words) === "of";
  if (!partly || state.value !== "closed") return state;
  return state.aspect === "airspace" || state.aspect === "border" ? { ...state, value: "restricted" } : state;
}

function isLastOfAll(thing: number, words: Words): boolean {
  const { first } = words.phrase(thing);
  const before = words.slice({ first, end: thing + 1 }).toLowerCase();
  return (
    /\b(?:all|last|remaining|entire)\b/.test(before) && !/\b(?:all but|non|essential|emergency|family)\b/.test(before)
  );
}

const part = /^(?:part|portion|section|stretch|half|most|much)$/;

/** Whether the verb stands in the clause of one that puts into the same state: "warned its citizens to avoid all travel". */
function isToldBy({ verb, state }: FoundState, inner: number, { pattern }: Match, words: Words): boolean {
  return state.aspect === pattern.state.aspect && words.head(inner) === verb && words.deprel(inner) !== "conj";
}

interface Match {
  readonly pattern: PosturePattern;
  readonly thing: number;
  readonly clause: number | null;
  readonly moves: boolean;
}

/** The rows that fit a verb with what stands around it, in the order of the table. */
function* matchesOf(verb: number, words: Words, lexicon: PostureLexicon): Generator<Match> {
  const object = patientOf(verb, words);
  const agent = agentOf(verb, words);
  const mover = object === null || isGround(object, words, lexicon) ? agent : null;
  for (const { particle, thing } of [...frontsOf(verb, object, words), ...movesOf(verb, mover, words)]) {
    for (const form of words.forms(verb)) {
      const key = particle === null ? form : `${form} ${particle}`;
      for (const pattern of lexicon.verbs.get(key) ?? []) {
        const moves = thing === mover;
        if (moves ? !isMoved(pattern, object, form, lexicon) : pattern.subject === "actor") continue;
        const noun = thingsAt(thing, verb, words).find((one) => isThing(one, pattern, words));
        const clause = pattern.complement === null ? null : complementOf(verb, thing, pattern.complement, words);
        if (noun === undefined || (pattern.complement !== null && clause === null)) continue;
        yield { pattern, thing: noun, clause, moves };
      }
    }
  }
}

/** Whether what does the verb's deed may be what the row speaks of: forces that move, a mission that "reopened". */
function isMoved({ subject }: PosturePattern, object: number | null, form: string, lexicon: PostureLexicon): boolean {
  return subject === "actor" || (object === null && lexicon.alone.has(form));
}

/** "Left Kabul", "reached the island". */
function isGround(object: number, words: Words, lexicon: PostureLexicon): boolean {
  return words.upos(object) === "PROPN" || lexicon.grounds.at(object, words) !== null;
}

/** The nouns that may be the thing of a row: those joined, and what a number counts or a part belongs to ("the first 200 of 600 marines"). */
function thingsAt(noun: number, verb: number, words: Words): readonly number[] {
  if (words.upos(noun) === "NUM" || part.test(words.lemma(noun)))
    return [noun, ...obliquesOf(noun, words).map(({ token }) => token)];
  if (/^(?:that|this)$/.test(words.lower(noun))) return nounsBefore(verb, words);
  return joined(noun, words);
}

/** What "that" may take up: the nouns before the verb, the nearest first. */
function nounsBefore(verb: number, words: Words): readonly number[] {
  const { first } = words.sentence(verb);
  return Array.from({ length: verb - first }, (_, back) => verb - 1 - back).filter((one) => words.upos(one) === "NOUN");
}

/** Whether the noun is the row's thing, and not one of another kind or of old: "its pollen alert", "former soldiers". */
function isThing(noun: number, { thing, state }: PosturePattern, words: Words): boolean {
  const match = thing.at(noun, words);
  if (match === null) return false;
  if (state.aspect === "alert" && words.upos(match.first - 1) === "NOUN") return false;
  if (state.aspect !== "forces") return true;
  return !isOneOfThem(noun, words) && !words.children(noun).some((one) => outOfService.test(words.lower(one)));
}

/** One soldier is no force: "the soldier was rushed to a clinic". */
function isOneOfThem(noun: number, words: Words): boolean {
  return /^(?:soldier|marine|paratrooper|reservist|peacekeeper|trooper)$/.test(words.lower(noun));
}

const outOfService = /^(?:former|retired|ex|wounded|injured|dead|fallen|captured|off-duty)$/;

/** The verb's particle or preposition with what is its object then, and its plain object; "it" is what the verb before had. */
function frontsOf(verb: number, object: number | null, words: Words) {
  const pronoun = object !== null && /^(?:it|them)$/.test(words.lower(object));
  const own = object === null ? null : pronoun ? objectBefore(verb, words) : lastOfCompound(object, words);
  const plain = [...(own === null ? [] : [own]), ...subjectsBehind(verb, words)];
  const particle = child(verb, words, /^compound:prt$/);
  return [
    ...(particle === null ? [] : plain.map((thing) => ({ particle: words.lower(particle), thing }))),
    ...obliquesOf(verb, words).map(({ token, preposition }) => ({ particle: preposition, thing: token })),
    ...plain.map((thing) => ({ particle: null, thing })),
  ];
}

/** What moves by itself, with the preposition that leads to where: "forces were massing near the frontier". */
function movesOf(verb: number, agent: number | null, words: Words) {
  if (agent === null) return [];
  const marks = obliquesOf(verb, words).map(({ preposition }) => ({ particle: preposition, thing: agent }));
  return [...marks, { particle: null, thing: agent }];
}

/** The noun that a row of nouns ends with, whichever the parser took: "its embassy families". */
function lastOfCompound(noun: number, words: Words): number {
  let last = noun;
  while (words.upos(last) === "NOUN" && words.upos(last + 1) === "NOUN" && words.sentence(last).end > last + 1) last++;
  return last;
}

/** Whom the parser takes for the subject of the clause behind: "warned its citizens to avoid …". */
function subjectsBehind(verb: number, words: Words): readonly number[] {
  return words
    .children(verb)
    .filter((one) => one > verb && /^(?:ccomp|xcomp)$/.test(words.deprel(one)))
    .flatMap((clause) => child(clause, words, /^nsubj(?::pass)?$/) ?? []);
}

function objectBefore(verb: number, words: Words): number | null {
  return words.deprel(verb) === "conj" ? patientOf(words.head(verb), words) : null;
}

/** What follows of what is asked for: the verb of a clause behind the object, an adverb, or a noun behind a preposition. */
function complementOf(verb: number, thing: number, wanted: Complement, words: Words): number | null {
  const behind = [verb, ...joined(thing, words)].flatMap((one) => words.children(one)).filter((one) => one > verb);
  const clause = behind.find((one) => {
    if (!/^(?:xcomp|ccomp|advcl|acl|acl:relcl|conj)$/.test(words.deprel(one))) return false;
    const asked = isNegated(one, words) ? wanted.negated : wanted.words;
    return words.forms(one).some((form) => asked.has(form));
  });
  if (clause !== undefined) return clause;
  const adverb = behind.find(
    (one) => /^(?:advmod|compound:prt)$/.test(words.deprel(one)) && wanted.words.has(words.lower(one)),
  );
  if (adverb !== undefined) return adverb;
  const marked = [...obliquesOf(verb, words), ...obliquesOf(thing, words)].find(
    ({ token, preposition }) => wanted.words.has(preposition) || wanted.phrases.at(token, words) !== null,
  );
  return (
    marked?.token ??
    behind.find((one) => words.upos(one) === "NOUN" && wanted.phrases.at(one, words)) ??
    phraseAfter(thing, wanted, words)
  );
}

/** A phrase of several words not far behind the thing, wherever the parser hangs it: "its advisory for two provinces to level four". */
function phraseAfter(thing: number, { phrases }: Complement, words: Words): number | null {
  const end = Math.min(thing + 10, words.sentence(thing).end);
  for (let at = thing + 1; at < end && !/^[,;:]$/.test(words.text(at)); at++) {
    const match = phrases.at(at, words);
    if (match !== null && match.end - match.first > 1) return at;
  }
  return null;
}

function isNegated(verb: number, words: Words): boolean {
  return words.children(verb).some((one) => /^(?:not|n['’]t|never)$/.test(words.lower(one)));
}

function subjectOf(
  verb: number,
  { pattern, thing, clause }: Match,
  words: Words,
  lexicon: PostureLexicon,
  isState: IsState,
): number | null {
  switch (pattern.subject) {
    case "thing":
      return pattern.state.aspect === "relations" && isPrivate(verb, thing, words) ? null : thing;
    case "actor":
      return thing;
    case "holder":
      return holderOf(verb, thing, words);
    case "guest":
      return guestOf(verb, thing, clause, words, lexicon);
    case "mission":
      return missionOf(verb, thing, clause, words, lexicon) ?? staffAbroad(verb, thing, words, lexicon, isState);
    case "country":
      return countryOf(verb, thing, words) ?? thing;
    case "owner":
      return countryOf(verb, thing, words) ?? agentOf(verb, words) ?? thing;
    case "destination":
      return destinationOf(clause ?? verb, thing, words);
  }
}

/**
 * Whose forces or whose alert it is: who is put "on alert", or who moves them; the thing itself where nobody is told. Vehicles and missiles
 * are in no posture, those who move them are.
 */
function holderOf(verb: number, thing: number, words: Words): number {
  const put = patientOf(verb, words);
  if (put !== null && put !== thing && isNominal(put, words) && !joined(put, words).includes(thing)) return put;
  return agentOf(verb, words) ?? thing;
}

/** Whose the thing is ("Jordan's airspace"), the actor where it is the actor's own ("its airspace"); `null` where nobody is told. */
function countryOf(verb: number, thing: number, words: Words): number | null {
  const owner = child(thing, words, /^nmod:poss$/);
  return owner !== null && words.upos(owner) === "PRON" ? agentOf(verb, words) : owner;
}

/**
 * Diplomats of another state, or so many of its embassy's staff, who have to leave; `null` where they are the actor's own, who leave a
 * country with a name: "ordered its diplomats to leave Mali".
 */
function guestOf(
  verb: number,
  thing: number,
  clause: number | null,
  words: Words,
  lexicon: PostureLexicon,
): number | null {
  const { first, end } = words.phrase(thing, (one) => one === clause);
  for (let at = first; at < end; at++) if (/^(?:its|their|his|her|our|whose)$/.test(words.lower(at))) return null;
  const left = clause === null ? null : patientOf(clause, words);
  const agent = agentOf(verb, words);
  if (left !== null && words.upos(left) === "PROPN" && agent !== null && words.lower(left) !== words.lower(agent))
    return null;
  if (lexicon.authorities.at(agent ?? verb, words) !== null && child(thing, words, /^nummod$/) === null) return null;
  if (/^(?:diplomat|ambassador|consul|envoy|attach[ée])$/.test(words.lemma(thing)))
    return lexicon.staff.at(thing, words) === null || words.lemma(thing) === "diplomat" ? thing : null;
  const foreign = obliquesOf(thing, words).some(({ token }) => lexicon.missions.at(token, words) !== null);
  return foreign && child(thing, words, /^nummod$/) !== null ? thing : null;
}

/** Ties that nobody calls diplomatic are a matter between states only where two of them are named. */
function isPrivate(verb: number, thing: number, words: Words): boolean {
  if (!/^(?:tie|ties|relation|relations)$/.test(words.lower(thing))) return false;
  if (words.children(thing).some((one) => words.lower(one) === "diplomatic")) return false;
  const partner = [...obliquesOf(thing, words), ...obliquesOf(verb, words)].find(
    ({ preposition }) => preposition === "with",
  );
  const agent = agentOf(verb, words);
  return [partner?.token ?? null, agent].some((one) => one === null || words.upos(one) !== "PROPN");
}

/**
 * The embassy or consulate that the words tell of: in the object, behind it, in the clause that follows, or as the actor; the object where it
 * belongs to one ("embassy staff") or the staff are a government's. `null` where the words tell of none: somebody else's building.
 */
function missionOf(
  verb: number,
  thing: number,
  clause: number | null,
  words: Words,
  lexicon: PostureLexicon,
): number | null {
  const isMission = (token: number) => lexicon.missions.at(token, words) !== null;
  if (isMission(thing)) return thing;
  const followed = clause === null ? [] : words.upos(clause) === "VERB" ? partsOf(clause, words) : [clause];
  const nested = [
    ...nestedObliquesOf(thing, words).map(({ token }) => token),
    ...obliquesOf(verb, words).map(({ token }) => token),
    ...followed,
  ].find(isMission);
  if (nested !== undefined) return nested;
  const agent = agentOf(verb, words);
  if (agent !== null && isMission(agent)) return agent;
  // "Closed its embassy and flew out its diplomats".
  const beside = besides(verb, words)
    .flatMap((one) => patientOf(one, words) ?? [])
    .find(isMission);
  if (beside !== undefined) return beside;
  const people = [thing, ...followed].find((one) => lexicon.staff.at(one, words) !== null);
  if (people !== undefined && agent !== null && lexicon.authorities.at(agent, words) !== null) return people;
  // "That visa window" takes up what was told before, and tells of no services of its own.
  if (
    words
      .children(thing)
      .some((one) => words.deprel(one) === "det" && /^(?:this|that|these|those)$/.test(words.lower(one)))
  )
    return null;
  if (words.upos(thing - 1) === "NOUN" && isMission(thing - 1)) return agentInstead(agent, thing, words);
  const { first, end } = words.phrase(thing);
  for (let i = first; i < end; i++)
    if (isMission(i) && words.lemma(thing) === "order") return i;
    else if (isMission(i) || /^(?:diplomat|diplomatic|government|visas?|consular)$/.test(words.lemma(i)))
      return agentInstead(agent, thing, words);
  return null;
}

/** The verbs that it is joined to. */
function besides(verb: number, words: Words): readonly number[] {
  const others = words.children(verb).filter((one) => words.deprel(one) === "conj");
  return [...(words.deprel(verb) === "conj" ? [words.head(verb)] : []), ...others].filter(
    (one) => words.upos(one) === "VERB",
  );
}

/** The staff whom a state orders out of another: "Kenya ordered non-essential staff out of Sudan"; `null` where it is no state. */
function staffAbroad(
  verb: number,
  thing: number,
  words: Words,
  lexicon: PostureLexicon,
  isState: IsState,
): number | null {
  const agent = agentOf(verb, words);
  if (agent === null || !isState(agent)) return null;
  const people = joined(thing, words).find((one) => lexicon.staff.at(one, words) !== null);
  const abroad = [...obliquesOf(verb, words), ...obliquesOf(thing, words)].some(
    ({ token, preposition }) => /^(?:out|from|of)$/.test(preposition) && words.upos(token) === "PROPN",
  );
  return abroad ? (people ?? null) : null;
}

/** Who does a clause's deed, to whom, and what hangs on it. */
function partsOf(clause: number, words: Words): readonly number[] {
  const parties = [patientOf(clause, words), agentOf(clause, words)].flatMap((one) => one ?? []);
  return [
    ...parties.flatMap((one) => joined(one, words)),
    ...parties.flatMap((one) => nestedObliquesOf(one, words).map(({ token }) => token)),
    ...obliquesOf(clause, words).map(({ token }) => token),
  ];
}

/** Visa services without an embassy beside them are those of whoever speaks of itself as "it". */
function agentInstead(agent: number | null, thing: number, words: Words): number {
  return agent !== null && /^(?:it|they)$/.test(words.lower(agent)) ? agent : thing;
}

/** Where not to go, or what to leave: the object of leaving, or what stands behind "to", "from" and "in". */
function destinationOf(clause: number, thing: number, words: Words): number | null {
  // "Its advisory for two provinces to level 3": the parser may hang either on the other.
  if (words.lower(thing + 1) === "for") {
    let at = thing + 1;
    while (/^(?:DET|ADJ|NUM|NOUN|PROPN)$/.test(words.upos(at + 1))) at++;
    if (isNominal(at, words)) return at;
  }
  const left = patientOf(clause, words);
  const obliques = [
    ...(left === null ? [] : nestedObliquesOf(left, words)),
    ...nestedObliquesOf(thing, words),
    ...obliquesOf(clause, words),
  ];
  const place = obliques.find(
    ({ token, preposition }) =>
      /^(?:to|from|in|for)$/.test(preposition) && (isNominal(token, words) || words.upos(token) === "DET"),
  );
  if (place !== undefined) return place.token;
  const there = words.children(clause).find((one) => words.lower(one) === "there");
  if (there !== undefined) return placeBefore(clause, words) ?? there;
  const plain = left !== null && left !== thing && prepositionOf(left, words) === null;
  if (plain && !/^(?:travel|trip|journey)$/.test(words.lemma(left))) return left;
  return placeWithin(thing, clause, words);
}

/** What "there" takes up: the name that somebody leaves or goes to earlier in the sentence. */
function placeBefore(clause: number, words: Words): number | null {
  for (let at = clause - 1; at >= words.sentence(clause).first; at--) {
    if (words.upos(at) !== "PROPN") continue;
    if (words.deprel(at) === "obj" && /^(?:leave|depart|visit|enter|quit|flee)$/.test(words.lemma(words.head(at))))
      return at;
    if (/^(?:to|in|from)$/.test(prepositionOf(at, words) ?? "")) return at;
  }
  return null;
}

/** Where those are who are told to leave, however far the parser hangs it from them: "citizens thought to be in the country". */
function placeWithin(thing: number, clause: number, words: Words): number | null {
  for (let at = thing + 1; at < clause; at++) if (isNominal(at, words) && prepositionOf(at, words) === "in") return at;
  return null;
}
