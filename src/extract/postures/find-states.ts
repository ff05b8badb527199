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
import type { PostureLexicon, PosturePattern, PostureState } from "./posture-lexicon.js";

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

/** The states that the verbs of a document tell of, in text order. */
export function findStates(words: Words, lexicon: PostureLexicon): readonly FoundState[] {
  const found: FoundState[] = [];
  for (let verb = 0; verb < words.length; verb++) {
    if (words.upos(verb) !== "VERB") continue;
    const match = matchVerb(verb, words, lexicon);
    if (match === null || found.some((one) => isToldBy(one, verb, match, words))) continue;
    const subject = subjectOf(verb, match, words, lexicon);
    if (subject !== null)
      found.push({
        verb,
        state: match.pattern.state,
        subject,
        moves: match.pattern.subject === "actor",
        row: match.pattern.row,
      });
  }
  return found;
}

/** Whether the verb stands in the clause of one that puts into the same state: "warned its citizens to avoid all travel". */
function isToldBy({ verb, state }: FoundState, inner: number, { pattern }: Match, words: Words): boolean {
  return state.aspect === pattern.state.aspect && words.head(inner) === verb && words.deprel(inner) !== "conj";
}

interface Match {
  readonly pattern: PosturePattern;
  readonly thing: number;
  readonly clause: number | null;
}

function matchVerb(verb: number, words: Words, lexicon: PostureLexicon): Match | null {
  const object = patientOf(verb, words);
  const agent = object === null ? agentOf(verb, words) : null;
  const moving = agent === null ? [] : movesOf(verb, agent, words);
  for (const { particle, thing } of [...frontsOf(verb, object, words), ...moving]) {
    for (const form of words.forms(verb)) {
      const key = particle === null ? form : `${form} ${particle}`;
      for (const pattern of lexicon.verbs.get(key) ?? []) {
        if ((pattern.subject === "actor") !== (thing === agent)) continue;
        const noun = joined(thing, words).find((one) => pattern.thing.at(one, words) !== null);
        const clause = pattern.complement === null ? null : complementOf(verb, thing, pattern.complement, words);
        if (noun === undefined || (pattern.complement !== null && clause === null)) continue;
        return { pattern, thing: noun, clause };
      }
    }
  }
  return null;
}

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
function movesOf(verb: number, agent: number, words: Words) {
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

/** The clause behind the object whose verb is one of those asked for. */
function complementOf(verb: number, thing: number, wanted: ReadonlySet<string>, words: Words): number | null {
  const clauses = [verb, thing].flatMap((one) => words.children(one)).filter((one) => one > verb);
  return (
    clauses.find(
      (one) =>
        /^(?:xcomp|ccomp|advcl|acl|conj)$/.test(words.deprel(one)) && words.forms(one).some((form) => wanted.has(form)),
    ) ?? null
  );
}

function subjectOf(
  verb: number,
  { pattern, thing, clause }: Match,
  words: Words,
  lexicon: PostureLexicon,
): number | null {
  switch (pattern.subject) {
    case "thing":
      return pattern.state.aspect === "relations" && isPrivate(verb, thing, words) ? null : thing;
    case "actor":
      return thing;
    case "holder":
      return holderOf(verb, thing, words);
    case "mission":
      return missionOf(verb, thing, words, lexicon);
    case "country":
      return countryOf(verb, thing, words);
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

/** Whose the thing is ("Jordan's airspace"), the actor where it is the actor's own ("its airspace"), or the thing itself. */
function countryOf(verb: number, thing: number, words: Words): number {
  const owner = child(thing, words, /^nmod:poss$/);
  if (owner === null) return thing;
  return words.upos(owner) === "PRON" ? (agentOf(verb, words) ?? thing) : owner;
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
 * The embassy or consulate that the words tell of: in the object, behind it, or as the actor; the object where it belongs to one ("embassy
 * staff"). `null` where the words tell of none: somebody else's building.
 */
function missionOf(verb: number, thing: number, words: Words, lexicon: PostureLexicon): number | null {
  const isMission = (token: number) => lexicon.missions.at(token, words) !== null;
  if (isMission(thing)) return thing;
  const nested = [...nestedObliquesOf(thing, words), ...obliquesOf(verb, words)]
    .map(({ token }) => token)
    .find(isMission);
  if (nested !== undefined) return nested;
  const agent = agentOf(verb, words);
  if (agent !== null && isMission(agent)) return agent;
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
    if (isMission(i) || /^(?:diplomat|diplomatic|visas?|consular)$/.test(words.lemma(i)))
      return agentInstead(agent, thing, words);
  return null;
}

/** Visa services without an embassy beside them are those of whoever speaks of itself as "it". */
function agentInstead(agent: number | null, thing: number, words: Words): number {
  return agent !== null && /^(?:it|they)$/.test(words.lower(agent)) ? agent : thing;
}

/** Where not to go, or what to leave: the object of leaving, or what stands behind "to", "from" and "in". */
function destinationOf(clause: number, thing: number, words: Words): number | null {
  const left = patientOf(clause, words);
  const obliques = [
    ...(left === null ? [] : nestedObliquesOf(left, words)),
    ...nestedObliquesOf(thing, words),
    ...obliquesOf(clause, words),
  ];
  const place = obliques.find(
    ({ token, preposition }) => /^(?:to|from|in|for)$/.test(preposition) && isNominal(token, words),
  );
  if (place !== undefined) return place.token;
  const plain = left !== null && left !== thing && prepositionOf(left, words) === null;
  return plain && !/^(?:travel|trip|journey)$/.test(words.lemma(left)) ? left : null;
}
