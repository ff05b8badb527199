import type { TokenRange } from "../../../doc/layers.js";
import type { EntityKind } from "../../../record/entity.js";
import type { EntityContext } from "../entity-context.js";
import type { Names } from "../names/collect-names.js";
import type { FoundName } from "../names/found-name.js";
import { isJoint } from "../names/join-names.js";
import { type FoundTitle, titleAround, titleBefore } from "../people/find-titles.js";
import type { Saying } from "../saying.js";

/** What the head of a phrase says that it is. */
export type NounClass =
  | { readonly kind: "name"; readonly name: FoundName }
  | { readonly kind: "person"; readonly title: FoundTitle }
  | { readonly kind: "group"; readonly entityKind: EntityKind }
  | { readonly kind: "body"; readonly entityKind: EntityKind; readonly plural: boolean }
  | { readonly kind: "thing" };

export type Determiner = "definite" | "demonstrative" | "indefinite" | "possessive" | "counted" | "quantified" | "bare";

/** A noun with what stands before it: "Venezuela's defense minister". What follows ("of Iran", "who …") is not part of it. */
export interface NounPhrase {
  readonly range: TokenRange;
  /** Its last noun; the last token of a name. */
  readonly head: number;
  readonly noun: NounClass;
  readonly plural: boolean;
  readonly determiner: Determiner;
  /** Whose it is: the words before `'s`, or the possessive pronoun. */
  readonly owner: TokenRange | null;
}

/** A phrase whose head is a name. */
export type NamePhrase = NounPhrase & { readonly noun: Extract<NounClass, { readonly kind: "name" }> };

export function isNamePhrase(phrase: NounPhrase): phrase is NamePhrase {
  return phrase.noun.kind === "name";
}

/**
 * The noun phrases of the document, in the order of their heads; one that owns another lies in it. A person or body whose name stands before
 * a noun ("the Trump campaign") is a phrase as well.
 */
export function findNounPhrases(
  context: EntityContext,
  names: Names,
  sayings: readonly Saying[],
): readonly NounPhrase[] {
  const units = unitsOf(context, names, sayings);
  const phrases: NounPhrase[] = [];
  for (let i = 0; i < context.words.length; i = units.end(i)) {
    const end = units.end(i);
    if (!isNominal(context, units, i) || goesBeforeName(context, units, i)) continue;
    if (joinsNext(context, units, end)) {
      const name = units.name(i);
      const site = context.lexicons.bodyNouns.get(context.words.lower(end)) === "facility";
      if (!site && (name?.type === "PERSON" || name?.type === "ORG"))
        phrases.push(phraseOf(context, name, { first: i, end }, i));
      continue;
    }
    // "editor in chief": the rest of a title is no phrase of its own.
    const before = phrases.at(-1);
    if (before?.noun.kind === "person" && before.range.end > i && !units.name(i)) continue;
    const first = leftEdge(context, units, i);
    phrases.push(phraseOf(context, units.name(i), { first, end }, i));
  }
  return phrases;
}

/** Names as single units of text. */
interface Units {
  name(token: number): FoundName | null;
  first(token: number): number;
  end(token: number): number;
  /** Dates, which no noun is joined to. */
  dated(token: number): boolean;
  /** Whether a source ends before the token, so that a name does not go on over it. */
  parted(token: number): boolean;
}

function unitsOf(context: EntityContext, names: Names, sayings: readonly Saying[]): Units {
  const dated = new Set<number>();
  for (const { type, first, end } of context.document.layers.names.names) {
    if (type === "DATE" || type === "TIME") for (let i = first; i < end; i++) dated.add(i);
  }
  const ends = new Set(sayings.flatMap(({ source }) => (source ? [source.end] : [])));
  return {
    parted: (token) => ends.has(token),
    name: (token) => names.holding(token),
    first: (token) => names.holding(token)?.first ?? token,
    end: (token) => names.holding(token)?.end ?? token + 1,
    dated: (token) => dated.has(token),
  };
}

function isNominal(context: EntityContext, units: Units, token: number): boolean {
  const upos = context.words.upos(token);
  if (units.name(token)) return true;
  if (upos === "NOUN" || upos === "PROPN") return /[\p{L}\p{N}]/u.test(context.words.text(token));
  return upos !== "VERB" && upos !== "AUX" && upos !== "PRON" && upos !== "DET" && upos !== "ADP" && upos !== "ADV"
    ? context.lexicons.titles.get(context.words.lower(token))?.plural === true
    : false;
}

/** Whether the noun at `next` goes on with the one before it: "defense | minister". */
function joinsNext(context: EntityContext, units: Units, next: number): boolean {
  const { words } = context;
  if (words.sentence(next - 1).end <= next) return false;
  if (units.parted(next) && units.name(next - 1)) return false;
  if (isJoint(context, next)) return joinsNext(context, units, next + 1) || /^(?:VERB|ADJ)$/.test(words.upos(next + 1));
  if (units.dated(next) && !units.dated(next - 1)) return false;
  return isNominal(context, units, next);
}

/** "Secretary | of State | Ana Ruiz": the head of a title that ends where a person's name starts. */
function goesBeforeName(context: EntityContext, units: Units, token: number): boolean {
  const { end } = context.words.sentence(token);
  const title = titleAround(context, token, { first: token, end: Math.min(end, token + 6) });
  return title !== null && title.range.end > token + 1 && units.name(title.range.end)?.type === "PERSON";
}

const possessivePronoun = /^(?:my|your|his|her|its|our|their|whose)$/;
const closesLeft =
  /^(?:the|a|an|this|that|these|those|another|each|every|any|no|some|my|your|his|her|its|our|their|whose)$/;
const beforeArticle = /^(?:all|both|half|such|one)$/;

/** Where the phrase starts whose last unit starts at `head`. */
function leftEdge(context: EntityContext, units: Units, head: number): number {
  const { words } = context;
  const start = words.sentence(head).first;
  let first = units.first(head);
  // "Secretary of State Ana Ruiz": the title before a name may hold a preposition.
  const title = units.name(head)?.type === "PERSON" ? titleBefore(context, first) : null;
  if (title && title.range.first >= start) first = title.range.first;
  while (first > start) {
    const before = first - 1;
    if (closesLeft.test(words.lower(first)) && words.upos(first) !== "NOUN") {
      if (!beforeArticle.test(words.lower(before))) break;
      first = before;
      continue;
    }
    if (!mayPrecede(context, units, before, start)) break;
    first = units.first(before);
  }
  return first;
}

function mayPrecede(context: EntityContext, units: Units, token: number, start: number): boolean {
  const { words } = context;
  const upos = words.upos(token);
  if (units.dated(token)) return upos === "NUM" || upos === "ADJ" || words.text(token + 1) === "-";
  if (units.name(token)) return true;
  if (/^['’]s?$/i.test(words.text(token))) return token > start && (upos === "PART" || words.text(token).length > 1);
  if (isJoint(context, token)) return true;
  if (upos === "PRON") return possessivePronoun.test(words.lower(token));
  if (upos === "VERB") {
    // "Norland army | refutes rebel claim", as headlines run.
    if (context.hasFeature(token, "VerbForm=Fin")) return false;
    const before = words.text(token - 1);
    return isJoint(context, token - 1) || /^(?:DET|ADJ|NUM)$/.test(words.upos(token - 1)) || /^['’]s$/i.test(before);
  }
  if (upos === "ADV") return /^(?:DET|NUM|ADJ|ADV)$/.test(words.upos(token - 1)) && words.upos(token + 1) === "ADJ";
  return /^(?:DET|ADJ|NOUN|PROPN|NUM|SYM)$/.test(upos);
}

function phraseOf(context: EntityContext, name: FoundName | null, range: TokenRange, unit: number): NounPhrase {
  const head = range.end - 1;
  const noun = name ? ({ kind: "name", name } as const) : classOf(context, range, head);
  const full = noun.kind === "person" ? { first: range.first, end: Math.max(range.end, noun.title.range.end) } : range;
  const owner = ownerOf(context, range, unit);
  return {
    range: full,
    head,
    noun,
    plural: isPlural(context, head, noun),
    determiner: owner ? "possessive" : determinerOf(context, range),
    owner,
  };
}

function classOf(context: EntityContext, range: TokenRange, head: number): NounClass {
  const { lexicons, words } = context;
  const key = context.plainAt(head);
  const title = titleAround(context, head, { first: range.first, end: Math.min(words.length, range.end + 6) });
  const collective = lexicons.collectives.get(key);
  if (collective && !(title && title.range.end - title.range.first > 1)) {
    return { kind: "group", entityKind: collective.kind };
  }
  const person = title && title.title.kind !== "address" && title.range.end > head ? title : null;
  for (let first = Math.max(range.first, head - 3); first <= head; first++) {
    // "a border guard" is somebody, "the coast guard" is none.
    if (person && first >= person.range.first) return { kind: "person", title: person };
    const kind = lexicons.bodyNouns.get(context.plain({ first, end: head + 1 }));
    if (kind) return { kind: "body", entityKind: kind, plural: false };
    const singular = lexicons.bodyNouns.get(singularOf(context.plain({ first, end: head + 1 })));
    if (singular) return { kind: "body", entityKind: singular, plural: true };
  }
  return { kind: "thing" };
}

function singularOf(noun: string): string {
  return noun
    .replace(/ies$/, "y")
    .replace(/(?<=ss|sh|ch)es$/, "")
    .replace(/(?<!s)s$/, "");
}

function isPlural(context: EntityContext, head: number, noun: NounClass): boolean {
  if (noun.kind === "person") return noun.title.plural;
  if (noun.kind === "name") return noun.name.type === "NORP" && context.words.lower(head).endsWith("s");
  if (noun.kind === "group") return true;
  if (noun.kind === "body") return noun.plural;
  return context.hasFeature(head, "Number=Plur");
}

/** The words before the last possessive mark, or the possessive pronoun at the start. */
function ownerOf({ words }: EntityContext, { first }: TokenRange, unit: number): TokenRange | null {
  for (let i = unit - 1; i > first; i--) if (/^['’]s?$/i.test(words.text(i))) return { first, end: i };
  return possessivePronoun.test(words.lower(first)) && first < unit ? { first, end: first + 1 } : null;
}

const counts =
  /^(?:several|few|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|couple|various|multiple|\d{1,2})$/;

function determinerOf({ words }: EntityContext, { first, end }: TokenRange): Determiner {
  const word = words.lower(first);
  if (word === "the") return "definite";
  if (/^(?:this|that|these|those)$/.test(word)) return "demonstrative";
  if (counts.test(word) || (word === "a" && /^(?:few|couple|dozen)$/.test(words.lower(first + 1)))) return "counted";
  if (/^(?:a|an|another|one)$/.test(word) && end - first > 1) return "indefinite";
  if (/^(?:some|many|most|all|both|no|every|each|any|more|fewer|much|nearly|almost|half)$/.test(word))
    return "quantified";
  return "bare";
}

/** Noun phrases by where they stand. */
export class PhraseIndex {
  private readonly byHead = new Map<number, NounPhrase>();
  private readonly byFirst = new Map<number, NounPhrase>();

  constructor(phrases: readonly NounPhrase[]) {
    for (const phrase of phrases) {
      this.byHead.set(phrase.head, phrase);
      this.byFirst.set(phrase.range.first, phrase);
    }
  }

  at(head: number): NounPhrase | null {
    return this.byHead.get(head) ?? null;
  }

  /** The longest phrase that starts with the token. */
  startingAt(token: number): NounPhrase | null {
    return this.byFirst.get(token) ?? null;
  }

  /** The outermost phrase that holds the token and has its head before `end`: of "Clinton's team" the team. */
  outermost(token: number, end: number): NounPhrase | null {
    for (let head = Math.min(end - 1, token + 40); head >= token; head--) {
      const phrase = this.byHead.get(head);
      if (phrase && phrase.range.first <= token) return phrase;
    }
    return null;
  }
}
