import type { FullyAnnotated } from "../../doc/document.js";
import { evidenceOf } from "../../record/evidence.js";
import { idCounter } from "../../record/id.js";
import type { Mention } from "../../record/mention.js";
import type { Posture } from "../../record/posture.js";
import type { Statement } from "../../record/statement.js";
import type { ActionLexicon } from "../actions/action-lexicon.js";
import { factualityOf } from "../actions/factuality.js";
import { agentOf, child, isInfinitive, joined, obliquesOf, patientOf } from "../clause.js";
import type { EntityTable } from "../entities/resolve-entities.js";
import { actorOf } from "../mentions.js";
import type { PlaceTable } from "../places/extract-places.js";
import { type Trace, untraced } from "../provenance.js";
import { isSomebody } from "../statements/hearers.js";
import { admittedBy, anchorsOf, type TellingClause } from "../telling-clause.js";
import type { ExtractedTime } from "../times/extract-times.js";
import { stateTimes, timeOfClause } from "../times/time-of-clause.js";
import { statusIn, toldIn } from "../told-in.js";
import { type Words, wordsOf } from "../words.js";
import { type FoundState, findStates } from "./find-states.js";
import type { PostureLexicon, PostureState } from "./posture-lexicon.js";

/** What an article tells besides its postures that each of them may lead to. */
export interface PostureContext {
  readonly statements: readonly Statement[];
  readonly table: EntityTable;
  readonly times: readonly ExtractedTime[];
  readonly places: PlaceTable;
}

/** The states that institutions are put in, since and until when, in reading order. */
export function extractPostures(
  document: FullyAnnotated,
  { statements, table, times, places }: PostureContext,
  lexicon: PostureLexicon,
  frames: Pick<ActionLexicon, "frames">,
  trace: Trace = untraced,
): Posture[] {
  const words = wordsOf(document);
  const nextId = idCounter("po");
  const kindOf = (token: number) => {
    const { entity } = actorOf(token, null, words, table);
    return table.entities.find(({ id }) => id === entity)?.kind ?? null;
  };
  const found = findStates(words, lexicon, (token) => kindOf(token) === "government");
  const countryOf = (token: number) => {
    const { entity } = actorOf(token, null, words, table);
    return table.entities.find(({ id }) => id === entity)?.country ?? null;
  };
  /** "Austria's ambassador will return to Tunis": abroad, and not home; where nothing tells which, it is not told. */
  const isSentBack = ({ verb, subject }: FoundState): boolean => {
    const owner = child(subject, words, /^nmod:poss$|^amod$|^compound$/);
    const home = (owner === null ? null : countryOf(owner)) ?? countryOf(subject);
    const goal = obliquesOf(verb, words).find(({ preposition }) => preposition === "to");
    const there = goal === undefined ? null : (places.at(goal.token)?.country ?? null);
    return home !== null && there !== null && home !== there;
  };
  /** Who put somebody into the state; a landslide did not, whatever the parser hangs the deed on, but who acts in the clause around may have. */
  const handOf = (verb: number): number | null => {
    for (let at = verb, steps = 0; steps < 4; steps++) {
      const agent = agentOf(at, words);
      if (agent === null) return null;
      const kind = kindOf(agent);
      if (words.upos(agent) !== "NOUN" || (kind !== null && kind !== "other") || canAct(agent, document, words))
        return agent;
      if (words.head(at) === at) return null;
      at = words.head(at);
    }
    return null;
  };
  const verbs = new Set(found.map(({ verb }) => verb));
  const states = found.flatMap((one) => {
    const { verb, state, subject, row } = one;
    const evidence = evidenceOf([words.span(words.sentence(verb))]);
    if (evidence === null || isNoPosture(one, words)) return [];
    if (one.moves && state.value === "restored" && state.aspect === "relations" && !isSentBack(one)) return [];
    // A militia that moves its missiles is no institution that is put into a state; the move is told as an action.
    if (state.aspect === "forces" && (kindOf(subject) === "armed_group" || irregulars.test(words.lemma(subject))))
      return [];
    const span = words.span({ first: verb, end: verb + 1 });
    const statement = toldIn(span, statements);
    const clause: TellingClause = {
      anchors: anchorsOf(verb, null, words),
      isOther: (token) => token !== verb && verbs.has(token),
      admits: admittedBy(span, statements, words),
    };
    const by = one.moves ? null : handOf(verb);
    const draft = {
      subject: subjectMention(subject, statement, words, table),
      ...state,
      by: by === null ? null : actorOf(by, statement, words, table),
      ...(isToLeave(state)
        ? { since: timeOfClause(clause, times, words), until: null }
        : stateTimes(clause, times, words)),
      status: isPermitted(one, statement, words)
        ? ("announced" as const)
        : statusIn(statement, factualityOf(verb, words, frames)),
      accordingTo: statement?.id ?? null,
      evidence,
    };
    return [{ draft, row, span }];
  });
  const title = words.length === 0 ? 0 : words.span(document.layers.sentences.paragraphs[0] ?? { first: 0, end: 1 })[1];
  const told = states.filter(
    ({ draft }) => draft.evidence[0][1] > title || !states.some((other) => isToldAgain(draft, other.draft)),
  );
  // Aspect and value come from one row of the table, whose reader has checked that they belong together.
  return told.map(({ draft, row, span }) => {
    const id = nextId();
    trace(id, { rule: "a verb that puts somebody into a state", row, trigger: span, notes: [] });
    return { id, ...draft } as Posture;
  });
}

/** Whether a noun that stands for nobody known may be somebody: not what breaks out or happens. */
function canAct(noun: number, document: FullyAnnotated, words: Words): boolean {
  return isSomebody(noun, document, words) || !happening.test(words.lemma(noun));
}

/** "Employees may return on Friday": staff are allowed back, unless somebody only thinks so or it hangs on something. */
function isPermitted({ verb, state }: FoundState, statement: Statement | null, words: Words): boolean {
  if (state.aspect !== "staffing" || state.value !== "restored" || statement?.act === "believe") return false;
  const children = words.children(verb);
  const waits = children.some(
    (one) => words.deprel(one) === "advcl" || /^(?:not|soon|even|also)$/.test(words.lower(one)),
  );
  return !waits && children.some((one) => words.deprel(one) === "aux" && words.lower(one) === "may");
}

const irregulars = /^(?:militia|militiaman|militant|rebel|insurgent|guerrilla|gunman|gang|separatist)$/;

const happening =
  /^(?:mine|bomb|blast|explosion|attack|clash|shelling|fire|flood|landslide|storm|earthquake|quake|crash|accident|incident|killing|death|protest|riot|violence|war|fighting|crisis|row|dispute|threat|move|decision|report|strike|raid|outbreak)$/;

/** Whether a later sentence tells of the same state by the same hand, as the body does of what the headline says. */
function isToldAgain(one: Omit<Posture, "id">, other: Omit<Posture, "id">): boolean {
  const same = one.aspect === other.aspect && one.value === other.value && one.status === other.status;
  const hand = one.by?.entity ?? null;
  // A headline's "Tourists told to leave" does not say by whom.
  return (
    same &&
    other.evidence[0][0] > one.evidence[0][1] &&
    (one.by === null || (hand !== null && hand === other.by?.entity))
  );
}

/** "Given until Sunday to leave" tells until when they may stay, not until when they are expelled. */
function isToLeave({ value }: PostureState): boolean {
  return /^(?:diplomats_expelled|ordered_departure|leave_now)$/.test(value);
}

const vessels = /^(?:ship|warship|vessel|destroyer|frigate|aircraft|plane|jet|tank|missile|vehicle)$/;
const rehearsed = /^(?:plan|drill|exercise|rehearsal|simulation|practice)$/;
const closingDays =
  /\b(?:holidays?|Easter|Christmas|New Year|Thanksgiving|Eid|weekend|lunch|renovations?|maintenance|repairs?|stocktaking|drill|rehearsal|exercise|simulation)\b/i;
const routine = /^(?:operations|consular|staffing)$/;

/** "To shut the mission would be a mistake" weighs it and tells of none, and so does "said that to shut it would be". */
function isWeighed(verb: number, words: Words): boolean {
  if (!isInfinitive(verb, words)) return false;
  return /^csubj/.test(words.deprel(verb)) || (words.lower(verb - 1) === "to" && words.lower(verb - 2) === "that");
}

/** "Proposed that Jordan reopen its airspace", "would not say whether he would be recalled", "if the embassy closed". */
function isOnlyWished(verb: number, words: Words): boolean {
  if (words.children(verb).some((one) => words.deprel(one) === "mark" && /^(?:whether|if)$/.test(words.lower(one))))
    return true;
  return /^(?:ccomp|xcomp)$/.test(words.deprel(verb)) && wishes.test(words.lemma(words.head(verb)));
}

/** "Send the army in": what somebody is told to do has not been done. */
function isCommand(verb: number, words: Words): boolean {
  if (/Mood=Imp/.test(words.feats(verb))) return true;
  if (words.lower(verb) !== words.lemma(verb) || isInfinitive(verb, words) || /Tense=Past/.test(words.feats(verb)))
    return false;
  if (words.children(verb).some((one) => one < verb && !/^(?:advmod|cc|discourse|punct)$/.test(words.deprel(one))))
    return false;
  let at = verb - 1;
  while (/^(?:so|then|now|please|and|but)$/.test(words.lower(at))) at--;
  return at < words.sentence(verb).first || /^["“”‘'„«(]$/.test(words.text(at));
}

const wishes = /^(?:propose|suggest|recommend|demand|request|urge|ask|want|beg|implore)$/;

/** A plan or a drill puts nobody into a state, nor does a closure for a holiday. */
function isNoPosture({ verb, state }: FoundState, words: Words): boolean {
  if (rehearsed.test(words.lemma(words.head(verb)))) return true;
  // "Moved staff, ships and ambassadors" sums up what went to and fro.
  const object = state.aspect === "staffing" ? patientOf(verb, words) : null;
  if (object !== null && joined(object, words).some((one) => vessels.test(words.lemma(one)))) return true;
  if (isWeighed(verb, words) || isOnlyWished(verb, words) || isCommand(verb, words)) return true;
  return routine.test(state.aspect) && closingDays.test(words.slice(words.sentence(verb)));
}

/**
 * The subject with the place behind it that the parser may hang on the verb: "closed its embassy in Tunis". A mission is where it stands,
 * and a border has another side.
 */
function subjectMention(noun: number, statement: Statement | null, words: Words, table: EntityTable): Mention {
  const mention = withoutErrand(joinedMention(noun, actorOf(noun, statement, words, table), words), words);
  const range = words.range(mention.span);
  if (range === null || !/^(?:in|at|with)$/.test(words.lower(range.end)) || !sited.test(words.lemma(noun)))
    return mention;
  let end = range.end + 1;
  while (/^(?:DET|ADJ|PROPN)$/.test(words.upos(end)) && end < words.sentence(noun).end) end++;
  if (words.upos(end - 1) !== "PROPN") return mention;
  const wider = { first: range.first, end };
  return { text: words.slice(wider), span: words.span(wider), entity: mention.entity };
}

/** Troops and staff with those joined to them: "two frigates and 400 marines". */
function joinedMention(noun: number, mention: Mention, words: Words): Mention {
  const head = words.deprel(noun) === "conj" ? words.head(noun) : noun;
  const all = words.upos(head) === "NOUN" && !sited.test(words.lemma(noun)) ? joined(head, words) : [];
  const last = all.at(-1);
  if (all.length < 2 || last === undefined || !all.every((one) => words.upos(one) === "NOUN")) return mention;
  const isOutside = (one: number) => /^(?:acl|advcl|obl)/.test(words.deprel(one));
  const range = { first: words.phrase(head, isOutside).first, end: last + 1 };
  return { text: words.slice(range), span: words.span(range), entity: null };
}

/** Where from and what for an envoy is called home is no part of the envoy: "its ambassador from Oslovar for consultations". */
function withoutErrand(mention: Mention, words: Words): Mention {
  const range = words.range(mention.span);
  if (range === null) return mention;
  for (let at = range.first + 1; at < range.end; at++) {
    if (!/^(?:from|for|over)$/.test(words.lower(at)) || !envoys.test(words.lemma(at - 1))) continue;
    const own = { first: range.first, end: at };
    return { ...mention, text: words.slice(own), span: words.span(own) };
  }
  return mention;
}

const envoys = /^(?:ambassador|envoy|diplomat|consul|attaché|attache|staff|minister)$/;
const sited = /^(?:embassy|consulate|mission|commission|post|general|border|frontier|crossing)$/;
