import { firstFrom } from "../../doc/find-ranges.js";
import { datelineEnd, prepositionOf } from "../grammar/clause.js";
import { isOfTheSaying, wayUp } from "../grammar/tie-features.js";
import type { Words } from "../grammar/words.js";
import type { TellingClause } from "../telling-clause.js";
import type { ExtractedTime } from "./extract-times.js";
import { timeLink } from "./time-features.js";

/**
 * The times that may be that of a clause: in its sentence, before that in its paragraph and in the one before, and at the article's head. Not
 * lengths, sets and "recently", nor what dates something else: the article, another's saying, an event before or behind, a relative clause.
 */
export function timesWithinReach(
  clause: TellingClause,
  times: readonly ExtractedTime[],
  words: Words,
): readonly ExtractedTime[] {
  const [head] = clause.anchors;
  return timesAround(head, times, words).filter(
    (time) =>
      saysWhen(time) &&
      isNear(time, head, words) &&
      clause.admits(time) &&
      !tellsEnd(time, words) &&
      !isRecordSince(time, words) &&
      !isOfTheSaying(time.first, head, words) &&
      !isOfTheArticle(time, words) &&
      !isBeside(time, head, words) &&
      !isInRelative(time, head, words),
  );
}

/** Those at the article's head and those not far before the clause or in its sentence, so that a long article's others need not be looked at. */
function timesAround(head: number, times: readonly ExtractedTime[], words: Words): readonly ExtractedTime[] {
  const before = (token: number) => firstFrom(times.length, (at) => (times[at]?.first ?? 0) >= token);
  const opening = before(farthest);
  return [
    ...times.slice(0, opening),
    ...times.slice(Math.max(opening, before(head - farthest)), before(words.sentence(head).end)),
  ];
}

/** In tokens: more than two paragraphs of a newspaper have; one without an end names times without number. */
const farthest = 500;

/** Whether the time is that up to which something holds: "until Friday". */
export function tellsEnd(time: ExtractedTime, words: Words): boolean {
  return (
    saysWhen(time) && /^(?:until|till|to|through)$/.test(timeLink(time, words)) && !isBeside(time, words.length, words)
  );
}

/** "Its largest deployment to the strait since 2019": since then none has been larger. */
function isRecordSince(time: ExtractedTime, words: Words): boolean {
  if (timeLink(time, words) !== "since") return false;
  for (let at = time.first - 2; at > words.sentence(time.first).first; at--) {
    if (/^(?:VERB|PUNCT)$/.test(words.upos(at))) return false;
    if (words.upos(at) === "ADJ" && /^first$|est$/.test(words.lower(at))) return true;
  }
  return false;
}

function saysWhen({ time: { type, value } }: ExtractedTime): boolean {
  return (type === "DATE" || type === "TIME") && !value?.endsWith("_REF");
}

function isNear(time: ExtractedTime, head: number, words: Words): boolean {
  const [here, there] = [words.sentence(head), words.sentence(time.first)];
  if (there.first >= here.first || saying.test(words.lemma(head))) return there.first === here.first;
  return there.paragraph >= here.paragraph - 1 || there.paragraph <= 1;
}

/** Who says something in an article says most things at times of their own. */
const saying = /^(?:say|tell|add|write|note|explain|reply|think|believe|know|hope|want)$/;

/** A dateline's day, or one in a line without a verb: it tells when the article came out. */
function isOfTheArticle({ first, end }: ExtractedTime, words: Words): boolean {
  const sentence = words.sentence(first);
  if (end <= datelineEnd(sentence.first, sentence.end, words)) return true;
  for (let at = sentence.first; at < sentence.end; at++) if (/^(?:VERB|AUX)$/.test(words.upos(at))) return false;
  return true;
}

/** Ties by which a time only says what something lies before or behind, or what it is about. */
const besides = /^(?:before|after|ahead|prior|following|about|for|over|within|between|versus|than)$/;
const bounds = /^(?:before|after|until|till|ahead|since|following)$/;

/** "Before Sunday's vote", "ahead of elections on Thursday", "until the talks on Friday". */
function isBeside(time: ExtractedTime, head: number, words: Words): boolean {
  if (besides.test(timeLink(time, words))) return true;
  const mark = words.children(words.top(time)).find((one) => words.deprel(one) === "case" && one < time.first);
  const before = (mark ?? time.first) - 1;
  // "Ahead of elections on Thursday", whatever the parser hangs the day on.
  const above = [before, ...wayUp(words.top(time), words).slice(1)];
  const end = above.findIndex((one) => one === head || words.upos(one) === "VERB");
  return above.slice(0, end < 0 ? above.length : end).some((noun) => bounds.test(boundOf(noun, words)));
}

/** The noun's preposition, "ahead" for "ahead of". */
function boundOf(noun: number, words: Words): string {
  const last = prepositionOf(noun, words) ?? "";
  const mark = last === "of" ? words.children(noun).find((one) => words.lower(one) === "of") : undefined;
  return mark !== undefined && words.lower(mark - 1) === "ahead" ? "ahead" : last;
}

/** "Rebels who arrived on Tuesday attacked": whether the time dates a relative clause that the head stands outside of. */
function isInRelative(time: ExtractedTime, head: number, words: Words): boolean {
  const own = wayUp(head, words);
  const above = wayUp(words.top(time), words);
  const meeting = above.findIndex((one) => own.includes(one));
  return above
    .slice(0, meeting < 0 ? above.length : meeting)
    .some((one) => words.upos(one) === "VERB" && words.deprel(one).startsWith("acl"));
}
