import { rangesWithin } from "../../doc/find-ranges.js";
import type { TimeId } from "../../record/id.js";
import { datelineEnd, isInfinitive, prepositionOf } from "../clause.js";
import type { TellingClause } from "../telling-clause.js";
import type { Words } from "../words.js";
import type { ExtractedTime } from "./extract-times.js";

/** From when to when a state holds, as far as its clause says. */
export interface StateTimes {
  readonly since: TimeId | null;
  readonly until: TimeId | null;
}

/**
 * The time that a clause tells: a date or time of day that hangs on it in the tree with no other verb between ("said on Tuesday", "in a
 * statement on Tuesday"), the nearest of several; or else one before the verb that it is joined to ("on Monday they met and agreed"). `null`
 * for none. Lengths of time, sets, "recently" and what lies before or after a time do not say when. `times` lie in text order.
 */
export function timeOfClause(clause: TellingClause, times: readonly ExtractedTime[], words: Words): TimeId | null {
  return nearest(timesOfClause(clause, times, words), clause, (link) => !ending.test(link));
}

/** Since and until when the state of a clause holds. The day on which somebody is put into it is the one since when it holds. */
export function stateTimes(clause: TellingClause, times: readonly ExtractedTime[], words: Words): StateTimes {
  const told = timesOfClause(clause, times, words);
  return {
    since: nearest(
      told.filter(({ time, link }) => link !== "since" || !isRecordSince(time, words)),
      clause,
      (link) => link !== "by" && !ending.test(link),
    ),
    until: nearest(told, clause, (link) => ending.test(link)),
  };
}

/** "Its largest deployment to the strait since 2019": since then none has been larger. */
function isRecordSince(time: ExtractedTime, words: Words): boolean {
  for (let at = time.first - 2; at > words.sentence(time.first).first; at--) {
    if (/^(?:VERB|PUNCT)$/.test(words.upos(at))) return false;
    if (words.upos(at) === "ADJ" && /^first$|est$/.test(words.lower(at))) return true;
  }
  return false;
}

const ending = /^(?:until|till|to|through)$/;

/** A time of a clause, with the word that ties it to the clause: "since", "on"; empty where there is none. */
interface LinkedTime {
  readonly time: ExtractedTime;
  readonly link: string;
}

function timesOfClause(clause: TellingClause, times: readonly ExtractedTime[], words: Words): readonly LinkedTime[] {
  const [head] = clause.anchors;
  // The day of a dateline is that of the article.
  const start = datelineEnd(words.sentence(head).first, head, words);
  const here = rangesWithin(times, words.sentence(head)).filter(
    (time) => time.first >= start && saysWhen(time) && clause.admits(time),
  );
  if (here.length === 0) return [];
  const own = linked(here, clause, words);
  return own.length > 0 ? own : sharedTimes(here, clause, words);
}

function linked(times: readonly ExtractedTime[], clause: TellingClause, words: Words): readonly LinkedTime[] {
  return times
    .filter((time) => hangsOn(time, clause, words))
    .map((time) => ({ time, link: linkOf(time, words) }))
    .filter(({ link }) => !besides.test(link));
}

/** Times before the first of several verbs count for those joined to it, too. */
function sharedTimes(times: readonly ExtractedTime[], clause: TellingClause, words: Words): readonly LinkedTime[] {
  const [head] = clause.anchors;
  let verb = head;
  while (words.deprel(verb) === "conj" && words.upos(words.head(verb)) === "VERB" && !hasSubject(verb, words))
    verb = words.head(verb);
  if (verb === head) return [];
  const before = times.filter(({ end }) => end <= verb);
  return linked(
    before,
    { ...clause, anchors: [verb], isOther: (token) => token !== verb && clause.isOther(token) },
    words,
  );
}

function hasSubject(verb: number, words: Words): boolean {
  return words.children(verb).some((one) => words.deprel(one).startsWith("nsubj"));
}

function nearest(
  times: readonly LinkedTime[],
  { anchors: [head] }: TellingClause,
  fits: (link: string) => boolean,
): TimeId | null {
  const [best] = times.filter(({ link }) => fits(link)).sort((a, b) => distance(a.time, head) - distance(b.time, head));
  return best?.time.time.id ?? null;
}

function saysWhen({ time: { type, value } }: ExtractedTime): boolean {
  return (type === "DATE" || type === "TIME") && !value?.endsWith("_REF");
}

/** Ties by which a time only says what something lies before or behind, or what it is about. */
const besides = /^(?:before|after|ahead|prior|following|about|for|over|within|between|versus|than)$/;
/** "Starting Monday". */
const opening = /^(?:starting|beginning|effective)$/;
const ties = /^(?:until|till|since|from|before|after|by|through|ahead|following)$/;

function linkOf(time: ExtractedTime, words: Words): string {
  const before = words.lower(time.first - 1);
  if (ties.test(before)) return before;
  return opening.test(before) ? "from" : (prepositionOf(words.top(time), words) ?? "");
}

const farthest = 8;

function hangsOn(time: ExtractedTime, { anchors, isOther }: TellingClause, words: Words): boolean {
  let at = words.top(time);
  const mark = words.children(at).find((one) => words.deprel(one) === "case" && one < time.first);
  const before = (mark ?? time.first) - 1;
  // "Ahead of elections on Thursday" and "after a march on Friday", whatever the parser hangs the day on.
  if (!letsThrough(before, false, words)) return before === anchors[0];
  if (opening.test(words.lower(words.head(at)))) at = words.head(at);
  // "Monday's decision": the time belongs to the noun behind it.
  let modifies = true;
  for (let step = 0; step < farthest; step++) {
    const above = words.head(at);
    if (above === at) return false;
    const isVerb = words.upos(above) === "VERB";
    const qualifies = modifies && time.end <= above && !isVerb;
    if (isVerb && (standsBefore(time, above, words) || (isPast(time) && isAhead(above, words)))) {
      at = above;
      continue;
    }
    if (anchors.includes(above)) return !qualifies || above === anchors[0];
    if (isVerb || isOther(above) || !letsThrough(above, qualifies, words)) return false;
    modifies = false;
    at = above;
  }
  return false;
}

/** "Told officials last month that the army left": what stands before "that" is outside its clause, whatever the parser hangs it on. */
function standsBefore({ end }: ExtractedTime, verb: number, words: Words): boolean {
  return words.children(verb).some((one) => words.deprel(one) === "mark" && one >= end && one < verb);
}

/** "Ordered them to leave yesterday": what is to be done lies ahead, so that the time is the order's, whatever the parser hangs it on. */
function isAhead(verb: number, words: Words): boolean {
  return isInfinitive(verb, words) && !words.children(verb).some((one) => words.deprel(one).startsWith("aux"));
}

function isPast({ time: { text } }: ExtractedTime): boolean {
  return /^(?:yesterday|last)\b|\b(?:yesterday|ago)$/i.test(text);
}

/** Whether the time of a noun is that of what the noun hangs on: "at a hearing on Monday", "in Monday's attack", but not "before Sunday's vote". */
function letsThrough(noun: number, qualifies: boolean, words: Words): boolean {
  const last = prepositionOf(noun, words) ?? "";
  const mark = last === "of" ? words.children(noun).find((one) => words.lower(one) === "of") : undefined;
  // "Ahead of elections on Thursday".
  const preposition = mark !== undefined && words.lower(mark - 1) === "ahead" ? "ahead" : last;
  return qualifies
    ? /^(?:in|at|during)$/.test(preposition)
    : !/^(?:before|after|until|till|ahead|since|following)$/.test(preposition);
}

function distance({ first, end }: ExtractedTime, token: number): number {
  return first > token ? first - token : token - end;
}
