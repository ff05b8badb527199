import type { Name } from "../../../doc/layers.js";
import type { EntityContext } from "../entity-context.js";
import type { NameType } from "./found-name.js";

/**
 * Single words that the tagger takes for a person here and for a place or a body elsewhere in the article, with more conviction, and that are part of
 * nobody's full name: with what they are.
 */
export function namesOfNobody(context: EntityContext, names: readonly Name[]): ReadonlyMap<string, NameType> {
  const votes = new Map<string, Map<string, number>>();
  const inFullNames = new Set<string>();
  for (const { first, end, type, score } of names) {
    const words = context.words.slice({ first, end });
    if (end - first === 1) {
      const own = votes.get(words) ?? new Map<string, number>();
      votes.set(words, own.set(type, (own.get(type) ?? 0) + score));
    } else if (type === "PERSON") for (const word of words.split(/\s+/)) inFullNames.add(word);
  }
  const found = new Map<string, NameType>();
  for (const [word, own] of votes) {
    const person = own.get("PERSON");
    if (person === undefined || inFullNames.has(word)) continue;
    const others = (["GPE", "ORG", "LOC"] as const).map((type) => ({ type, score: own.get(type) ?? 0 }));
    const [best] = others.toSorted((a, b) => b.score - a.score);
    if (best && others.reduce((sum, { score }) => sum + score, 0) > person) found.set(word, best.type);
  }
  return found;
}

/** Things that states have, and neither people nor companies. */
const ofState =
  /^(?:airspace|waters|coast|coastline|frontier|territory|capital|soil|embassy|consulate|parliament|navy|ambassador|president|prime|king|queen|foreign|defense|defence)$/;
const ofCitizens =
  /^(?:citizens?|nationals?|diplomats?|ambassadors?|embassy|consulate|navy|marines|waters|officials?)$/;
const within = /^(?:in|into|inside|within|across|throughout)$/;
const movement = /^(?:leave|flee|visit|enter|quit|evacuate)$/;
const endings = ["n", "an", "ian", "ean", "ish", "ese", "er", "ers", "ns", "ans", "ians"] as const;

/**
 * Single words that the article treats as a state: somebody is "in Tarvenia", "Tarvenia's airspace" is closed, a "Tarvenian" speaks. Taggers take a state that they have
 * never heard of for a person or a body. Words of somebody's full name and given names are none. In lower case.
 */
export function namesOfStates(context: EntityContext, names: readonly Name[]): ReadonlySet<string> {
  const { lexicons } = context;
  const signs = new Map<string, number>();
  const inFullNames = new Set<string>();
  const bodies = new Set<string>();
  for (const { first, end, type, score } of names) {
    const name = withoutPossessive(context, first, end);
    const taken = signs.get(name) ?? 0;
    if (type === "ORG") bodies.add(name);
    if (/\s/.test(name)) {
      if (type === "PERSON") for (const word of name.split(/\s+/)) inFullNames.add(word);
    } else if (type === "GPE") signs.set(name, Math.max(taken, 0.6 * score));
    else if (/^(?:PERSON|ORG)$/.test(type)) signs.set(name, taken);
  }
  const possible = [...signs.keys()].filter((name) => {
    const known = lexicons.givenNames.has(name) || lexicons.bodies.has(name) || lexicons.countryNames.has(name);
    return !known && !inFullNames.has(name) && name.length >= 4;
  });
  const shown = stateSigns(context, new Set(possible));
  return new Set(
    possible.filter((name) => {
      const strength = (signs.get(name) ?? 0) + (shown.get(name) ?? 0);
      return strength >= (bodies.has(name) ? enoughOfBody : enoughOfPerson);
    }),
  );
}

/** A body is "which" and has what is "its" as a state does. */
const enoughOfBody = 1.8;
const enoughOfPerson = 1;

/** How much each kind of sign tells. */
const strengths = { owner: 1.5, citizens: 1, which: 1, its: 1, within: 0.9, people: 0.9, left: 0.5 } as const;
type StateSign = keyof typeof strengths;

/** How much the sentences around the names show them for states, each kind of sign once. One way through the words, however many names there are. */
function stateSigns({ words }: EntityContext, names: ReadonlySet<string>): ReadonlyMap<string, number> {
  const signs = new Map<string, Set<StateSign>>();
  const note = (name: string, sign: StateSign): void => void signs.set(name, (signs.get(name) ?? new Set()).add(sign));
  for (let token = 0; token < words.length; token++) {
    const word = words.lower(token);
    if (/^\p{Lu}/u.test(words.text(token))) for (const name of statesOfPeople(word, names)) note(name, "people");
    if (!names.has(word)) continue;
    const next = words.lower(token + 1);
    const owns = /^['’]s?$/.test(next);
    if (owns && ofState.test(words.lower(token + 2))) note(word, "owner");
    if (!owns && ofCitizens.test(next) && words.head(token) === token + 1) note(word, "citizens");
    if (next === "," && words.lower(token + 2) === "which") note(word, "which");
    if (words.deprel(token) === "obj" && movement.test(words.lemma(words.head(token)))) note(word, "left");
    if (hasIts(token, words)) note(word, "its");
    const out = words.lower(token - 1) === "of" && words.lower(token - 2) === "out";
    if (!owns && (out || within.test(words.lower(token - 1)))) note(word, "within");
  }
  return new Map([...signs].map(([name, own]) => [name, [...own].reduce((sum, sign) => sum + strengths[sign], 0)]));
}

/** The names whose people a word may be: "Tarvenian" of "Tarvenia". */
function statesOfPeople(word: string, names: ReadonlySet<string>): readonly string[] {
  return endings.flatMap((ending) => {
    if (!word.endsWith(ending)) return [];
    const stem = word.slice(0, -ending.length);
    return [stem, `${stem}a`].filter((name) => name !== word && names.has(name));
  });
}

/** "Ardland told its citizens": no person has anything that is "its". */
function hasIts(noun: number, words: EntityContext["words"]): boolean {
  if (words.deprel(noun) !== "nsubj") return false;
  const things = words.children(words.head(noun)).filter((one) => /^(?:i?obj|obl)$/.test(words.deprel(one)));
  return things.some((one) => words.children(one).some((child) => child > noun && words.lower(child) === "its"));
}

/** The name in lower case, without its possessive. */
export function withoutPossessive({ words }: EntityContext, first: number, end: number): string {
  const last = end - first > 1 && /^['’]s?$/i.test(words.text(end - 1)) ? end - 1 : end;
  return words.slice({ first, end: last }).toLowerCase();
}
