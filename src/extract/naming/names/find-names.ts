import type { Name, TokenRange } from "../../../doc/layers.js";
import type { EntityContext } from "../entity-context.js";
import { titleBefore } from "../people/find-titles.js";
import type { Saying } from "../saying.js";

/** OntoNotes' types of names that can be somebody; `UNKNOWN` is a name that only its place in an attribution shows. */
export type NameType =
  | "PERSON"
  | "NORP"
  | "ORG"
  | "GPE"
  | "FAC"
  | "LOC"
  | "PRODUCT"
  | "EVENT"
  | "WORK_OF_ART"
  | "LAW"
  | "UNKNOWN";

/** A name without article, title and possessive: "Ana Ruiz" of "President Ana Ruiz's". */
export interface FoundName extends TokenRange {
  readonly type: NameType;
}

/** The names of a document, found by their tokens. */
export class Names {
  private readonly at: (FoundName | undefined)[] = [];

  constructor(names: readonly FoundName[]) {
    for (const name of names) for (let i = name.first; i < name.end; i++) this.at[i] = name;
  }

  /** The name that the token is part of. */
  holding(token: number): FoundName | null {
    return this.at[token] ?? null;
  }

  /** The names that lie within the range, in text order. */
  *within({ first, end }: TokenRange): Generator<FoundName> {
    for (let i = first; i < end; i++) {
      const name = this.at[i];
      if (name?.first === i && name.end <= end) yield name;
    }
  }
}

const types: ReadonlySet<string> = new Set([
  "PERSON",
  "NORP",
  "ORG",
  "GPE",
  "FAC",
  "LOC",
  "PRODUCT",
  "EVENT",
  "WORK_OF_ART",
  "LAW",
]);

/**
 * The document's names that can be somebody, trimmed, in text order, none overlapping another: those of the name layer, those that the
 * lexicon knows and the layer passed over, and capitalised words in a source that holds no other name.
 */
export function findNames(context: EntityContext, sayings: readonly Saying[]): Names {
  const tagged: FoundName[] = [];
  const { names: layer } = context.document.layers.names;
  const strange = namesOfNobody(context, layer);
  const states = namesOfStates(context, layer);
  const told = (first: number, end: number, type: NameType): NameType => {
    if (!/^(?:PERSON|ORG)$/.test(type)) return type;
    if (states.has(bareName(context, first, end))) return "GPE";
    return (type === "PERSON" ? strange.get(context.words.slice({ first, end })) : undefined) ?? type;
  };
  for (const { first, end, type } of layer) {
    if (!isNameType(type)) continue;
    const trimmed = trimName(context, { first, end, type: told(first, end, type) });
    if (trimmed) tagged.push(trimmed);
  }
  const listed = longestFirst([...joinBodies(context, tagged), ...namesOfLexicon(context)]);
  const names = longestFirst([...listed, ...namesOfSources(context, sayings, listed)]);
  const people = joinNicknames(context, joinAdjacent(context, names));
  // "Secretary of [State]": the end of a title is no name of its own.
  return new Names(people.filter((name) => name.type === "PERSON" || !endsTitle(context, name)));
}

/**
 * Single words that the tagger takes for a person here and for a place or a body elsewhere in the article, with more conviction, and that are part of
 * nobody's full name: with what they are.
 */
function namesOfNobody(context: EntityContext, names: readonly Name[]): ReadonlyMap<string, NameType> {
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
function namesOfStates(context: EntityContext, names: readonly Name[]): ReadonlySet<string> {
  const { lexicons } = context;
  const signs = new Map<string, number>();
  const inFullNames = new Set<string>();
  const bodies = new Set<string>();
  for (const { first, end, type, score } of names) {
    const name = bareName(context, first, end);
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
function bareName({ words }: EntityContext, first: number, end: number): string {
  const last = end - first > 1 && /^['’]s?$/i.test(words.text(end - 1)) ? end - 1 : end;
  return words.slice({ first, end: last }).toLowerCase();
}

function endsTitle(context: EntityContext, { first, end }: FoundName): boolean {
  const title = titleBefore(context, end);
  if (title !== null && title.range.first < first) return true;
  // "Under Secretary of [State for Management]".
  const until = titleBefore(context, first + 1);
  return until !== null && until.range.first < first && context.words.lower(first - 1) === "of";
}

/** The names in text order; of two that overlap the longer. */
function longestFirst(names: readonly FoundName[]): readonly FoundName[] {
  const taken = new Set<number>();
  const kept: FoundName[] = [];
  for (const name of [...names].sort((a, b) => b.end - b.first - (a.end - a.first) || a.first - b.first)) {
    let free = true;
    for (let i = name.first; i < name.end; i++) free &&= !taken.has(i);
    if (!free) continue;
    for (let i = name.first; i < name.end; i++) taken.add(i);
    kept.push(name);
  }
  return kept.sort((a, b) => a.first - b.first);
}

/** Words whose name goes on behind "of" or "for": "Institute for Policy Studies". */
const goesOn =
  /^(?:institute|center|federation|association|bureau|board|council|department|ministry|office|court|committee|commission|union|society|school|university|college|alliance|campaign|foundation|fund|bank|agency|league|academy|museum|organization|church|house|republic|coalition|conference|network|campaign|house)s?$/;

/** "Federal Bureau of | Prisons", which taggers cut, as one name. */
function joinBodies(context: EntityContext, names: readonly FoundName[]): readonly FoundName[] {
  const { words } = context;
  const joins = (token: number): boolean => /^(?:of|for|on)$/.test(words.text(token));
  const joined: FoundName[] = [];
  for (const name of names) {
    const last = joined.at(-1);
    if (last && name.first < last.end) continue;
    const open = last?.type === "ORG" && joins(last.end) && last.end + 1 === name.first;
    if (
      last &&
      open &&
      /^(?:ORG|GPE)$/.test(name.type) &&
      goesOn.test(context.plain({ first: last.end - 1, end: last.end }))
    ) {
      joined[joined.length - 1] = { ...last, end: name.end };
      continue;
    }
    joined.push(name.type === "ORG" ? { ...name, end: behindOf(context, names, name) } : name);
  }
  return joined;
}

/** Where the name ends with capitalised words behind "of" or "for" that no name covers: "United Federation | of Teachers". */
function behindOf({ words, plain }: EntityContext, names: readonly FoundName[], { end }: FoundName): number {
  if (!/^(?:of|for)$/.test(words.text(end)) || !goesOn.test(plain({ first: end - 1, end }))) return end;
  let last = end + 1;
  while (
    words.upos(last) === "PROPN" &&
    /^\p{Lu}/u.test(words.text(last)) &&
    !names.some(({ first }) => first === last)
  ) {
    last++;
  }
  return last > end + 1 ? last : end;
}

/** Capitalised words that are the name of a country or a body: of one word only where it can be nothing else. */
function namesOfLexicon(context: EntityContext): readonly FoundName[] {
  const { words, lexicons } = context;
  const names: FoundName[] = [];
  for (let first = 0; first < words.length; first++) {
    if (!/^(?:PROPN|ADJ)$/.test(words.upos(first)) || !/^\p{Lu}/u.test(words.text(first))) continue;
    const longest = 2 * (lexicons.nameStarts.get(context.plainAt(first).split(" ")[0] ?? "") ?? 0);
    for (let end = Math.min(first + longest, words.sentence(first).end); end > first; end--) {
      const key = context.plain({ first, end });
      const body = lexicons.bodies.get(key);
      const known =
        (body !== undefined && (end - first > 1 || body.kind !== "outlet")) || lexicons.countryNames.has(key);
      const adjective = end - first === 1 && words.upos(first) === "ADJ";
      if (!known || adjective || !/^[\p{L}\p{N}]/u.test(words.text(end - 1))) continue;
      names.push({ first, end, type: body ? "ORG" : "GPE" });
      break;
    }
  }
  return names;
}

/** Names that taggers cut: "Georgia | Hale", a place and a person, "Jean | - | Marc Hale", "Black | Farmers Union". */
function joinAdjacent(context: EntityContext, names: readonly FoundName[]): readonly FoundName[] {
  const joined: FoundName[] = [];
  for (const name of names) {
    const before = joined.at(-1);
    if (before && belongTogether(context, before, name)) joined[joined.length - 1] = { ...name, first: before.first };
    else if (name.type === "PERSON")
      joined.push({ ...name, first: beforeHyphen(context, name.first, before?.end ?? 0) });
    else joined.push(name);
  }
  return joined;
}

function belongTogether(context: EntityContext, before: FoundName, name: FoundName): boolean {
  if (name.end - before.first > 6 || context.sentence(before.first) !== context.sentence(name.first)) return false;
  if (before.end === name.first) {
    if (before.type === name.type) return name.type === "PERSON" || name.type === "ORG";
    const given = before.end - before.first === 1 && context.lexicons.givenNames.has(context.plain(before));
    return name.type === "PERSON" && given;
  }
  return name.type === "PERSON" && before.end + 1 === name.first && isJoint(context, before.end);
}

/** "Park Geun-hye" or "G.K. Hale", of which the tagger took only the last word: back over a hyphen and over initials. */
function beforeHyphen(context: EntityContext, start: number, limit: number): number {
  const { words } = context;
  let first = start;
  while (first - 2 >= limit && isJoint(context, first - 1) && /^\p{Lu}/u.test(words.text(first - 2))) first -= 2;
  const initials = first - 1 >= limit && /^(?:\p{Lu}\.)+$/u.test(words.text(first - 1));
  return initials ? first - 1 : first;
}

/** A hyphen without white space on either side. */
function isJoint({ words, gap }: EntityContext, token: number): boolean {
  return words.text(token) === "-" && gap(token) === 0 && gap(token + 1) === 0;
}

function isNameType(type: string): type is NameType {
  return types.has(type);
}

function trimName(context: EntityContext, name: FoundName): FoundName | null {
  const { words } = context;
  let { first, end } = name;
  while (first < end && (/^(?:the|a|an|its|his|her|their)$/i.test(words.text(first)) || isMark(words.text(first)))) {
    first++;
  }
  while (first < end && (/^(?:['’]s?|of|for|and)$/i.test(words.text(end - 1)) || isMark(words.text(end - 1)))) end--;
  if (name.type === "PERSON") first = behindTitle(context, { first: behindMark(context, { first, end }), end });
  if (name.type === "ORG") first = beforeCountry(context, first);
  const title = first < end ? context.lexicons.titles.get(context.plain({ first, end })) : undefined;
  if (first >= end || (title && words.text(end - 1).endsWith("."))) return null;
  // "Republicans" are people, whatever the tagger took them for.
  return { ...name, first, end, type: title?.plural ? "NORP" : name.type };
}

/** "OPINION Ana Ruiz": a word in capitals before a name that is not. */
function behindMark({ words, lexicons, plainAt }: EntityContext, { first, end }: TokenRange): number {
  const rest = words.slice({ first: first + 1, end });
  const mark = /^\p{Lu}{4,}:?$/u.test(words.text(first)) && end - first > 2 && /\p{Ll}/u.test(rest);
  return mark && !lexicons.givenNames.has(plainAt(first)) ? first + 1 : first;
}

/** "UK Ministry of Defence", of which the tagger left out the country. */
function beforeCountry(context: EntityContext, first: number): number {
  const { words, lexicons } = context;
  const key = context.plain({ first: first - 1, end: first });
  const country = first > words.sentence(first).first && /^\p{Lu}/u.test(words.text(first - 1));
  return country && (lexicons.countryNames.has(key) || lexicons.countryAdjectives.has(key)) ? first - 1 : first;
}

function isMark(text: string): boolean {
  return /^["“”'‘’(),;:–—-]$/.test(text);
}

/** Titles that are given names or surnames as well. */
const alsoGiven =
  /^(?:dean|prince|king|duke|earl|baron|bishop|pope|major|marshal|judge|abbot|cook|priest|miss|queen|chief)$/;

/** Where the name itself starts, if a tagger took the title into it. "Dean Smith" is all name. */
function behindTitle(context: EntityContext, { first, end }: TokenRange): number {
  for (let cut = end - 1; cut > first; cut--) {
    const title = titleBefore(context, cut);
    if (title?.range.first !== first || title.title.kind === "person") continue;
    const sure = title.title.kind === "address" || context.words.text(cut - 1).endsWith(".");
    if (sure || !alsoGiven.test(title.title.title)) return cut;
  }
  return first;
}

/** Capitalised words in a source that holds no name: a name that the tagger missed. */
function namesOfSources(
  context: EntityContext,
  sayings: readonly Saying[],
  known: readonly FoundName[],
): readonly FoundName[] {
  const { words } = context;
  const taken = new Set(known.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, i) => first + i)));
  const isName = (token: number): boolean =>
    words.upos(token) === "PROPN" &&
    /^\p{Lu}/u.test(words.text(token)) &&
    !context.lexicons.titles.has(context.plainAt(token));
  return sayings.flatMap(({ source: range }) => {
    if (range === null) return [];
    for (let i = range.first; i < range.end; i++) if (taken.has(i)) return [];
    let first = range.first;
    while (first < range.end && !isName(first) && /^(?:DET|ADJ|NOUN|NUM|PROPN|PUNCT)$/.test(words.upos(first))) first++;
    let end = first;
    while (first < range.end && end < range.end && isName(end)) end++;
    // "Defense officials": the capital is the sentence's, and the noun behind decides.
    if (end === first || words.upos(end) === "NOUN") return [];
    return [{ first, end, type: "UNKNOWN" }];
  });
}

/** `Joe “Red” Doyle`, which taggers cut at the marks, as one name. */
function joinNicknames(context: EntityContext, names: readonly FoundName[]): readonly FoundName[] {
  const { words, document } = context;
  const isQuote = (token: number): boolean => document.layers.quotations.state[token] === 2;
  const joined: FoundName[] = [];
  for (const name of names) {
    const before = joined.at(-1);
    const nickname = before && joined.at(-2);
    const gap = before ? name.first - before.end : 0;
    const split =
      nickname && before && isQuote(before.first - 1) && isQuote(before.end) && gap === 1 ? nickname : before;
    const open = split?.end ?? -1;
    const close = name.first - 1;
    const apart = close - open;
    const around = split?.type === "PERSON" && isQuote(open) && isQuote(close) && apart > 1 && apart <= 4;
    if (!around || name.type !== "PERSON" || words.sentence(open).first !== words.sentence(close).first) {
      joined.push(name);
      continue;
    }
    if (split === nickname) joined.pop();
    joined.pop();
    joined.push({ first: split.first, end: name.end, type: "PERSON" });
  }
  return joined;
}
