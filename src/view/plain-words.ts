import type { TellingFacts } from "../link/events/group-events.js";
import type { PostureHistory, PostureState } from "../link/postures/posture-histories.js";
import type { EntityKind } from "../record/entity.js";
import type { actionTypes, speechActs, stanceRelations } from "../record/kinds.js";
import { capital } from "../text/capital.js";

// THE glossary: what the record's own words are called where people read. The terminal, the brief as a page, the exports and the desk all take them
// from here; the record's format and the interface keep their own.

type Aspect = PostureHistory["aspect"];

/** What a line says whose article tells no day: the day on which it was added says nothing of when. */
export const undated = "undated";

/** What an aspect of an institution is called: "Consular services". */
export function plainAspect(aspect: string): string {
  return lookedUp(aspects, aspect) ?? capital(spaced(aspect));
}

const aspects: Readonly<Record<Aspect, string>> = {
  staffing: "Staff",
  operations: "Operations",
  consular: "Consular services",
  travel_advice: "Travel advice",
  relations: "Diplomatic ties",
  airspace: "Airspace",
  border: "Border",
  alert: "Alert level",
  forces: "Forces",
};

/** The aspects in the order in which a board shows them. */
export const aspectsInOrder = Object.keys(aspects) as readonly Aspect[];

/** A state as a person would write it of an institution: "non-emergency staff ordered out". */
export function plainState(aspect: string, value: string): string {
  return states.get(`${aspect} ${value}`)?.now ?? spaced(`${aspect}${value === "" ? "" : ` ${value}`}`);
}

/** The same of a state that is still to come: "staff to leave"; `null` where nothing is said of such a state. */
export function plainStateToCome(aspect: string, value: string): string | null {
  return states.get(`${aspect} ${value}`)?.toCome ?? null;
}

/** Each state as it is said of now, and as it is said of what is to come. */
const states: ReadonlyMap<string, { readonly now: string; readonly toCome: string | null }> = new Map(
  (
    [
      ["staffing", "authorized_departure", "staff free to leave", "staff may leave"],
      ["staffing", "ordered_departure", "non-emergency staff ordered out", "staff to leave"],
      ["staffing", "evacuated", "staff evacuated", "staff to leave"],
      ["staffing", "reduced", "staff reduced", "staff to be cut"],
      ["staffing", "restored", "staff back", "staff to return"],
      ["consular", "suspended", "consular services suspended", "consular services to stop"],
      ["consular", "limited", "consular services limited", "consular services to be cut"],
      ["consular", "resumed", "consular services resumed", "consular services to resume"],
      ["operations", "closed", "closed", "to close"],
      ["operations", "suspended", "operations suspended", "to suspend its work"],
      ["operations", "relocated", "moved elsewhere", "to move"],
      ["operations", "limited", "open in part", "to limit its work"],
      ["operations", "reopened", "reopened", "to reopen"],
      ["travel_advice", "do_not_travel", "do not travel", null],
      ["travel_advice", "reconsider_travel", "reconsider travel", null],
      ["travel_advice", "increased_caution", "more caution", null],
      ["travel_advice", "normal_precautions", "usual precautions", null],
      ["travel_advice", "leave_now", "citizens told to leave", "citizens to leave"],
      ["relations", "ambassador_recalled", "ambassador recalled", "ambassador to be recalled"],
      ["relations", "ambassador_summoned", "ambassador summoned", "ambassador to be summoned"],
      ["relations", "diplomats_expelled", "diplomats expelled", "diplomats to leave"],
      ["relations", "severed", "broken off", "ties to be cut"],
      ["relations", "restored", "restored", "ties to be restored"],
      ["relations", "downgraded", "downgraded", "ties to be lowered"],
      ["airspace", "closed", "closed", "to close"],
      ["airspace", "restricted", "restricted", "to be restricted"],
      ["airspace", "reopened", "reopened", "to reopen"],
      ["border", "closed", "closed", "to close"],
      ["border", "restricted", "restricted", "to be restricted"],
      ["border", "reopened", "reopened", "to reopen"],
      ["alert", "raised", "raised", "to be raised"],
      ["alert", "lowered", "lowered", "to be lowered"],
      ["forces", "deployed", "deployed", "to be sent"],
      ["forces", "reinforced", "reinforced", "to be reinforced"],
      ["forces", "withdrawn", "withdrawn", "to withdraw"],
      ["forces", "on_alert", "on alert", "to be on alert"],
    ] as const satisfies readonly (readonly [Aspect, string, string, string | null])[]
  ).map(([aspect, value, now, toCome]) => [`${aspect} ${value}`, { now, toCome }]),
);

/** How a state stands, beside it: "in force", "contested". */
export function plainStanding(standing: PostureState["standing"]): string {
  return standings[standing];
}

const standings: Readonly<Record<PostureState["standing"], string>> = {
  in_force: "in force",
  disputed: "contested",
  denied: "denied",
  announced: "announced",
  possible: "only spoken of",
};

/** The kind of an act in a word or two, for where the article's own word is not at hand: "withdrawal" of `RETREAT`. */
export function plainAct(type: string): string {
  return lookedUp(acts, type)?.[0] ?? type.toLowerCase();
}

/** What somebody is to do, by the type of the act: "to withdraw"; `null` for none of the types. */
export function plainActToCome(type: string): string | null {
  return lookedUp(acts, type)?.[1] ?? null;
}

const acts: Readonly<Record<(typeof actionTypes)[number], readonly [done: string, toCome: string]>> = {
  AGREE: ["agreement", "to agree"],
  CONSULT: ["talks", "to talk"],
  SUPPORT: ["support", "to support"],
  CONCEDE: ["concession", "to yield"],
  COOPERATE: ["cooperation", "to work together"],
  AID: ["aid", "to help"],
  RETREAT: ["withdrawal", "to withdraw"],
  REQUEST: ["demand", "to ask"],
  ACCUSE: ["accusation", "to accuse"],
  REJECT: ["refusal", "to refuse"],
  THREATEN: ["threat", "to threaten"],
  PROTEST: ["protest", "to protest"],
  SANCTION: ["sanction", "to impose measures"],
  MOBILIZE: ["forces moved", "to move forces"],
  COERCE: ["force used", "to use force"],
  ASSAULT: ["attack", "to attack"],
};

/** What an event is, by what the record has of it: "withdrawal" of `RETREAT`, "staff evacuated" of `staffing evacuated`. */
export function plainEvent(what: string): string {
  if (what in acts) return plainAct(what);
  const [aspect = "", value = ""] = what.split(" ");
  return plainState(aspect, value);
}

/** What somebody did by saying so, where the article has no word for it: "denied" of `deny`. */
export function plainSaying(act: string): string {
  return lookedUp(sayings, act) ?? (act.endsWith("e") ? `${act}d` : `${act}ed`);
}

const sayings: Readonly<Partial<Record<(typeof speechActs)[number], string>>> = {
  say: "said",
  deny: "denied",
  other: "said",
};

/** The article's word for a saying, and what it comes to where that is another word: "insisted", "lashed out (accused)". */
export function sayingWords(act: string, word: string | null): string {
  if (word === null) return plainSaying(act);
  // Four letters tell any two acts apart; "deny" and "denied" share three.
  const same = act === "say" || act === "other" || word.toLowerCase().startsWith(act.replace(/y$/, "").slice(0, 4));
  return same ? word : `${word} (${plainSaying(act)})`;
}

/** A saying that was not made: "not said: confirmed"; "refused to say" tells it by itself. */
export function notSaid(saying: string): string {
  return /^(?:refus|declin)/i.test(saying) ? saying : `not said: ${saying}`;
}

/** What is to be said of an act that is not simply told as done; `null` where it is. */
export function plainStatus(status: string): string | null {
  return status in statuses ? (lookedUp(statuses, status) ?? null) : spaced(status);
}

const statuses: Readonly<Record<TellingFacts["status"] | "negated", string | null>> = {
  happened: null,
  ongoing: "going on",
  announced: "announced",
  possible: "not certain",
  conditional: "on a condition",
  denied: "denied",
  not_done: "not done",
  negated: "not said",
};

/** What one takes up of another: "plays down", "responds to". */
export function plainRelation(relation: string): string {
  return lookedUp(relations, relation) ?? spaced(relation);
}

const relations: Readonly<Record<(typeof stanceRelations)[number], string>> = {
  supports: "supports",
  disputes: "disputes",
  agrees: "agrees with",
  rebukes: "rebukes",
  plays_down: "plays down",
  responds: "responds to",
};

/** What somebody is: "armed group". */
export function plainKind(kind: string): string {
  return lookedUp(kinds, kind) ?? spaced(kind);
}

const kinds: Readonly<Record<EntityKind, string>> = {
  person: "person",
  government: "government",
  military: "military",
  armed_group: "armed group",
  organization: "organization",
  outlet: "outlet",
  facility: "facility",
  people: "group of people",
  other: "other",
};

/** Lines of the record, by how many: "statement", "actions". */
export function plainLines(kind: string, count: number): string {
  const [one, many] = lookedUp(lineKinds, kind) ?? [spaced(kind), `${spaced(kind)}s`];
  return count === 1 ? one : many;
}

const lineKinds: Readonly<Record<string, readonly [string, string]>> = {
  statement: ["statement", "statements"],
  action: ["action", "actions"],
  posture: ["posture", "postures"],
  stance: ["stance", "stances"],
};

/** Where the voices of a side stand: "say so" of several, "says so" of `one`; a figure is its own word. */
export function plainPosition(position: string, { one = false }: { readonly one?: boolean } = {}): string {
  return lookedUp(positions, position)?.[one ? 1 : 0] ?? position;
}

const positions: Readonly<Record<string, readonly [several: string, one: string]>> = {
  asserts: ["say so", "says so"],
  denies: ["deny it", "denies it"],
};

/** What a copy did with the text: "shortened". */
export function plainCopy(relation: string): string {
  return lookedUp(copies, relation) ?? spaced(relation);
}

const copies: Readonly<Record<string, string>> = {
  same: "unchanged",
  cut: "shortened",
  extended: "with additions",
  rewritten: "rewritten",
  version: "another version",
};

/** What a list says of a line in a word or two: the article's word, a state, or what one takes up of another. */
export function lineWords({
  kind,
  type,
  word,
}: {
  readonly kind: string;
  readonly type: string;
  readonly word: string | null;
}): string {
  switch (kind) {
    case "posture":
      return plainState(type, word ?? "");
    case "stance":
      return plainRelation(type);
    case "statement":
      return lowered(sayingWords(type, word));
    default:
      return lowered(word ?? plainAct(type));
  }
}

/** A word that stands first in its sentence, or in a headline, as it is written elsewhere; capitals of a name's initials stay. */
export function lowered(word: string): string {
  return word.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());
}

/** Any of the record's own words, for a page that shows them whatever they are: an act, a state, a status, a relation, a kind. */
export function plainWord(word: string): string {
  if (word in acts || states.has(word)) return plainEvent(word);
  return (
    lookedUp(statuses, word) ??
    lookedUp(standings, word) ??
    onlyStates.get(word) ??
    lookedUp(relations, word) ??
    lookedUp(kinds, word) ??
    lookedUp(aspects, word)?.toLowerCase() ??
    spaced(word).toLowerCase()
  );
}

/** The states whose value is said of one aspect alone: "closed" is of several. */
const onlyStates: ReadonlyMap<string, string> = new Map(
  [...states].flatMap(([key, { now }]) => {
    const value = key.slice(key.indexOf(" ") + 1);
    const of = [...states.keys()].filter((one) => one.endsWith(` ${value}`));
    return of.length === 1 ? [[value, now] as const] : [];
  }),
);

function lookedUp<Value>(table: Readonly<Record<string, Value>>, word: string): Value | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

function spaced(word: string): string {
  return word.replaceAll("_", " ");
}

/** What heads a line that says no more than its article does: the sentence stands for itself. */
export const asReported = "in the words of the report";
