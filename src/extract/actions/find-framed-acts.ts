import { child, isInfinitive, isPassive, joined, obliquesOf } from "../clause.js";
import type { Words } from "../words.js";
import type { Act } from "./act.js";
import { type ActionKind, type ActionLexicon, type Frame, toneOf } from "./action-lexicon.js";
import { attitudeKind } from "./attitude-kind.js";
import type { Nouns } from "./nouns.js";
import { concerning, doersOf, mutual, orElse, partiesOf, partnersOf } from "./parties.js";
import { recipientsBesides } from "./recipients.js";

/**
 * The acts that consist in taking a stand on another: "refused to meet", "agreed to release", "urged the army to leave". The act that is
 * spoken of stays an act of its own beside it.
 */
export function findFramedActs(acts: readonly Act[], words: Words, nouns: Nouns, lexicon: ActionLexicon): Act[] {
  const byHead = new Map(acts.map((act) => [act.head, act]));
  const found: Act[] = [];
  for (let token = 0; token < words.length; token++) {
    const clause = complementOf(token, words);
    const frame = clause === null ? null : frameAt(token, clause, words, nouns, lexicon);
    if (frame === null || clause === null || byHead.get(token)?.theme != null) continue;
    if (mereWords.test(words.lemma(clause)) && !byHead.has(clause)) continue;
    const framed = framedAct(token, frame, clause, byHead.get(clause) ?? null, words, nouns);
    if (framed !== null) found.push(framed);
  }
  return found;
}

const mereWords =
  /^(?:comment|say|elaborate|specify|identify|name|discuss|answer|speculate|know|resist|disclose|see|think|hear|wait|listen|remember|explain|describe|add|talk|be|have|get|do|feel|believe|look|go|win|become|find)$/;

/** Whether what is refused, asked or tried is to speak, or no deed: "declined to comment", "asked to be heard". */
export function isAboutWords(verb: number, words: Words): boolean {
  if (!/^(?:refuse|decline|ask|want|fail|resist|tell|deny|agree|promise)$/.test(words.lemma(verb))) return false;
  const clause = words.children(verb).find((one) => one > verb && words.deprel(one) === "xcomp");
  return clause !== undefined && mereWords.test(words.lemma(clause));
}

function frameAt(token: number, clause: number, words: Words, nouns: Nouns, lexicon: ActionLexicon): Frame | null {
  if (!/^(?:VERB|ADJ|NOUN|ADV)$/.test(words.upos(token))) return null;
  const marks = [
    child(token, words, /^compound:prt$/),
    ...obliquesOf(token, words)
      .filter((one) => nouns.isParty(one.token))
      .map((one) => child(one.token, words, /^case$/)),
  ].filter((mark) => mark !== null);
  for (const form of words.forms(token)) {
    const keys = [
      ...marks.map((mark) => `${form} ${words.lower(mark)}`),
      ...(isInfinitive(clause, words) && !isClauseOfThat(clause, words) ? [`${form} to`] : []),
      form,
    ];
    const frames = keys.map((key) => lexicon.frames.get(key));
    const frame = frames.find((one) => one !== undefined);
    if (frame !== undefined) return frame;
  }
  return null;
}

/** "Told colleagues that to shut it would be a mistake": the infinitive is no errand. */
function isClauseOfThat(clause: number, words: Words): boolean {
  for (let at = clause - 1; at > clause - 4; at--) if (words.lower(at) === "to") return words.lower(at - 1) === "that";
  return false;
}

function complementOf(token: number, words: Words): number | null {
  const clause = words.children(token).find((one) => {
    if (one < token || !/^(?:VERB|ADJ|NOUN)$/.test(words.upos(one))) return false;
    if (/^(?:xcomp|ccomp)$/.test(words.deprel(one))) return true;
    return /^(?:advcl|acl)$/.test(words.deprel(one)) && isInfinitive(one, words);
  });
  return clause ?? (/^(?:order|direct|instruct|command)$/.test(words.lemma(token)) ? deedOfObject(token, words) : null);
}

/** The infinitive that the parser hung on the one who is ordered. */
function deedOfObject(verb: number, words: Words): number | null {
  const object = child(verb, words, /^obj$/);
  if (object === null) return null;
  const deed = words
    .children(object)
    .find((one) => one > object && /^acl/.test(words.deprel(one)) && isInfinitive(one, words));
  return deed ?? null;
}

function framedAct(
  token: number,
  frame: Frame,
  clause: number,
  inner: Act | null,
  words: Words,
  nouns: Nouns,
): Act | null {
  const type = inner === null ? frame.types.other : frame.types[toneOf(inner.kind.type)];
  if (type === null) return null;
  const actors = words.upos(token) === "VERB" ? doersOf(token, words, nouns) : holdersOf(token, words, nouns);
  const told =
    frame.actor === "object"
      ? addressed(token, clause, words)
      : orElse(refused(token, words, nouns), partnersOf(token, null, words, nouns));
  const together = actors.length > 1 && type === "AGREE";
  const recipients = told.length > 0 || together ? told : spokenOf(clause, inner, type, words, nouns);
  const others = recipients.filter((one) => nouns.isParty(one) && !actors.includes(one));
  return {
    kind: departureOrdered(token, told, inner, words) ?? { ...attitudeKind(type, inner?.kind ?? null), row: frame.row },
    head: token,
    theme: null,
    trigger: { first: token, end: token + 1 },
    lemma: words.lemma(token),
    ...concerning(clause, mutual(actors, others, { type }), words, nouns),
    sure: inner !== null,
    status: null,
  };
}

const envoys = /^(?:ambassador|envoy|diplomat|attaché|attache|consul|correspondent|chargé)$/;
const staff = /^(?:staff|personnel|employee|diplomat|dependant|dependent|family|worker|officer)$/;

/** To order one's own staff home withdraws them, and to order another's envoys out expels them. */
function departureOrdered(frame: number, told: readonly number[], inner: Act | null, words: Words): ActionKind | null {
  if (inner?.kind.type !== "RETREAT" || inner.kind.mode !== "withdraw") return null;
  if (!/^(?:order|direct|instruct|command|give|authorize|authorise)$/.test(words.lemma(frame))) return null;
  const [whom] = told;
  if (whom === undefined) return null;
  const owner = child(whom, words, /^nmod:poss$/);
  if (envoys.test(words.lemma(whom)) && (owner === null || words.upos(owner) !== "PRON"))
    return { type: "SANCTION", mode: "expel", cameo: "166", row: inner.kind.row };
  return staff.test(words.lemma(whom)) ? inner.kind : null;
}

/** Who is "ready to" or has "a plan to". */
function holdersOf(token: number, words: Words, nouns: Nouns): readonly number[] {
  const holder = child(token, words, /^nsubj$/) ?? child(token, words, /^nmod:poss$/);
  return holder === null ? [] : joined(holder, words).filter(nouns.isParty);
}

/** Whom the complement is about: the recipients of its act, or its object. */
function spokenOf(
  clause: number,
  inner: Act | null,
  type: ActionKind["type"],
  words: Words,
  nouns: Nouns,
): readonly number[] {
  const theme = child(clause, words, /^obj$/);
  if (inner === null && theme !== null && nouns.isKnown(theme)) return joined(theme, words);
  const besides = inner?.recipients ?? recipientsBesides(clause, theme, type, words, nouns);
  return orElse(besides, theme === null ? [] : partiesOf(theme, words, nouns));
}

/** Whom something is refused or promised: "refused the government an extension". */
function refused(token: number, words: Words, nouns: Nouns): readonly number[] {
  const object = words.upos(token) === "VERB" ? child(token, words, /^(?:obj|iobj)$/) : null;
  return object !== null && nouns.isKnown(object) ? joined(object, words) : [];
}

/** Whom a demand is made to: the object, the subject of a passive, or the subject of the clause ("demanded that the army leave"). */
function addressed(token: number, clause: number, words: Words): readonly number[] {
  const reached = obliquesOf(token, words).find(
    (one) => one.token < clause && /^(?:on|upon|for|to|with|at)$/.test(one.preposition),
  );
  const object = child(token, words, /^(?:obj|iobj|nsubj:pass)$/) ?? reached?.token ?? null;
  const whom = object ?? child(clause, words, /^nsubj/);
  return whom === null || (object === null && isPassive(token, words)) ? [] : joined(whom, words);
}
