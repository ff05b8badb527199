import { agentOf, child, isInfinitive, isPassive, joined, obliquesOf } from "../clause.js";
import { formsAt } from "../phrase-set.js";
import type { Words } from "../words.js";
import type { Act } from "./act.js";
import { type ActionKind, type ActionLexicon, type Frame, toneOf } from "./action-lexicon.js";
import type { Nouns } from "./nouns.js";
import { mutual, orElse, partiesOf, partnersOf } from "./parties.js";
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
    const framed = framedAct(token, frame, clause, byHead.get(clause) ?? null, words, nouns);
    if (framed !== null) found.push(framed);
  }
  return found;
}

function frameAt(token: number, clause: number, words: Words, nouns: Nouns, lexicon: ActionLexicon): Frame | null {
  if (!/^(?:VERB|ADJ|NOUN|ADV)$/.test(words.upos(token))) return null;
  const marks = [
    child(token, words, /^compound:prt$/),
    ...obliquesOf(token, words)
      .filter((one) => nouns.isParty(one.token))
      .map((one) => child(one.token, words, /^case$/)),
  ].filter((mark) => mark !== null);
  for (const form of formsAt(token, words)) {
    const keys = [
      ...marks.map((mark) => `${form} ${words.lower(mark)}`),
      ...(isInfinitive(clause, words) ? [`${form} to`] : []),
      form,
    ];
    const frames = keys.map((key) => lexicon.frames.get(key));
    const frame = frames.find((one) => one !== undefined);
    if (frame !== undefined) return frame;
  }
  return null;
}

function complementOf(token: number, words: Words): number | null {
  const clause = words.children(token).find((one) => {
    if (one < token || !/^(?:VERB|ADJ|NOUN)$/.test(words.upos(one))) return false;
    if (/^(?:xcomp|ccomp)$/.test(words.deprel(one))) return true;
    return /^(?:advcl|acl)$/.test(words.deprel(one)) && isInfinitive(one, words);
  });
  return clause ?? null;
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
  const agent = words.upos(token) === "VERB" ? agentOf(token, words) : subjectOfPredicate(token, words);
  const actors = agent === null ? [] : joined(agent, words).filter(nouns.isParty);
  const told =
    frame.actor === "object"
      ? addressed(token, clause, words)
      : orElse(refused(token, words, nouns), partnersOf(token, null, words, nouns));
  const together = actors.length > 1 && type === "AGREE";
  const recipients = told.length > 0 || together ? told : spokenOf(clause, inner, type, words, nouns);
  const others = recipients.filter((one) => nouns.isParty(one) && !actors.includes(one));
  return {
    kind: { type, mode: modeOf(type, inner?.kind ?? null), cameo: generalCodes[type] ?? null },
    head: token,
    theme: null,
    trigger: { first: token, end: token + 1 },
    lemma: words.lemma(token),
    ...mutual(actors, others, { type }),
    status: null,
  };
}

/** What somebody says that another must do: "she said that the army must leave" asks the army to. */
export function findDuties(words: Words, nouns: Nouns): Act[] {
  const found: Act[] = [];
  for (let token = 0; token < words.length; token++) {
    if (words.deprel(token) !== "aux" || !/^(?:must|should|shall)$/.test(words.lower(token))) continue;
    const verb = words.head(token);
    const subject = child(verb, words, /^nsubj(?::pass)?$/);
    const saying = words.head(verb);
    if (subject === null || !nouns.isParty(subject) || words.upos(subject) === "PRON") continue;
    if (!/^(?:ccomp|parataxis)$/.test(words.deprel(verb)) || words.upos(saying) !== "VERB") continue;
    const speaker = agentOf(saying, words);
    if (speaker === null) continue;
    found.push({
      kind: { type: "REQUEST", mode: "change", cameo: "10" },
      head: token,
      theme: null,
      trigger: { first: token, end: token + 1 },
      lemma: words.lower(token),
      actors: joined(speaker, words).filter(nouns.isParty),
      recipients: joined(subject, words),
      status: "happened",
    });
  }
  return found;
}

/** Who is "ready to" or has "a plan to". */
function subjectOfPredicate(token: number, words: Words): number | null {
  return child(token, words, /^nsubj$/) ?? child(token, words, /^nmod:poss$/);
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

/** The acts of a time to come: PLOVER takes a friendly one for an AGREE and a hostile one for a THREATEN, and "will not" for a REJECT. */
export function asAnnounced(act: Act, words: Words): Act {
  const auxiliaries = words.children(act.head).filter((one) => /^(?:aux|advmod)$/.test(words.deprel(one)));
  const is = (pattern: RegExp) => auxiliaries.some((one) => pattern.test(words.lower(one)));
  const goingTo = words.deprel(act.head) === "xcomp" && words.lower(words.head(act.head)) === "going";
  if (act.actors.length === 0 || !(goingTo || is(/^(?:will|wo|shall|['’]ll|would)$/))) return act;
  const friendly = toneOf(act.kind.type) === "friendly";
  if (is(/^(?:not|n['’]t|never)$/)) {
    if (!friendly) return act;
    const awaited = awaitedOf(act.head, words);
    return { ...act, kind: kindOf("REJECT", act.kind), recipients: [...act.recipients, ...awaited] };
  }
  if (/^(?:AGREE|REQUEST|THREATEN|ACCUSE)$/.test(act.kind.type)) return act;
  return { ...act, kind: kindOf(friendly ? "AGREE" : "THREATEN", act.kind) };
}

/** Who has to act first: "will not end the strike until the company pays". */
function awaitedOf(verb: number, words: Words): readonly number[] {
  const clause = words
    .children(verb)
    .find((one) =>
      words
        .children(one)
        .some((mark) => words.deprel(mark) === "mark" && /^(?:until|unless|before)$/.test(words.lower(mark))),
    );
  const subject = clause === undefined ? null : child(clause, words, /^nsubj/);
  return subject === null || words.upos(subject) === "PRON" ? [] : joined(subject, words);
}

/**
 * Acts that serve another: a team sent to investigate is an investigation, and troops sent as peacekeepers are aid.
 */
export function servingPurpose(act: Act, acts: readonly Act[], words: Words): Act {
  if (!/^(?:AID|MOBILIZE|CONSULT)$/.test(act.kind.type)) return act;
  const below = [act.head, ...(act.theme === null ? [] : [act.theme])].flatMap((one) => words.children(one));
  const purposes = below.filter((one) => /^(?:advcl|acl|xcomp)$/.test(words.deprel(one)) && isInfinitive(one, words));
  const inquiry = acts.find(
    ({ head, kind }) => kind.type === "ACCUSE" && kind.mode === "investigate" && purposes.includes(head),
  );
  if (inquiry !== undefined) return { ...act, kind: inquiry.kind };
  const { first, end } = words.phrase(act.head);
  const keepsPeace = act.kind.type === "MOBILIZE" && /\bpeace-?keep/i.test(words.slice({ first, end }));
  return keepsPeace ? { ...act, kind: { type: "AID", mode: null, cameo: "074" } } : act;
}

function kindOf(type: ActionKind["type"], inner: ActionKind): ActionKind {
  return { type, mode: modeOf(type, inner), cameo: generalCodes[type] ?? null };
}

const generalCodes: { readonly [type in ActionKind["type"]]?: string } = {
  AGREE: "03",
  REQUEST: "10",
  REJECT: "12",
  THREATEN: "13",
  ACCUSE: "11",
};

/** PLOVER's modes of REQUEST and REJECT name what is asked for. */
function modeOf(type: ActionKind["type"], inner: ActionKind | null): string | null {
  if (inner === null || !/^(?:REQUEST|REJECT)$/.test(type)) return null;
  if (/^(?:AID|COOPERATE|SUPPORT)$/.test(inner.type)) return "assist";
  if (inner.type === "CONSULT") return "meet";
  return /^(?:CONCEDE|RETREAT)$/.test(inner.type) ? "yield" : "change";
}
