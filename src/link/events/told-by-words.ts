import type { Action } from "../../record/action.js";
import type { Posture } from "../../record/posture.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Time } from "../../record/time.js";
import { dayLength } from "../../text/days.js";
import { instantOf } from "../link-input.js";
import { isEnding, isOpposite } from "../postures/state-scale.js";

/**
 * The time of an act; `null` where its words tell since when something else lasts ("missing since May"), when something else of the sentence was ("who was captured in May"), or where
 * only another sentence has it and it is long before the article.
 */
export function timeOfAct(action: Action, record: ArticleRecord): string | null {
  const { text, published } = record.article;
  const time = record.times.find(({ id }) => id === action.time);
  if (time === undefined || /^since\b/i.test(time.text)) return null;
  if (/\bsince (?:\p{L}+ )?$/iu.test(text.slice(0, time.span[0])) || isDateline(time, text)) return null;
  const isHere = action.evidence.some(([first, last]) => first <= time.span[0] && time.span[1] <= last);
  if (isHere) return isOfOther(action, time, record) ? null : time.id;
  const [told, own] = [instantOf(time.from), instantOf(published)];
  return told !== null && (own === null || own - told > recentDays * dayLength) ? null : time.id;
}

/** What another sentence dates so long before an article is what it looks back on. */
const recentDays = 30;

/** Whether a time of the act's sentence stands with another act, or in a clause about somebody of it. */
function isOfOther({ id, trigger }: Action, { span: [from, to] }: Time, { actions, article }: ArticleRecord): boolean {
  const [first, end] = trigger.span;
  const isBehind = from >= end;
  const between = isBehind ? article.text.slice(end, from) : article.text.slice(to, first);
  if (isBehind && /\b(?:who|whom|whose|which)\b/i.test(between)) return true;
  const others = actions.filter((one) => one.id !== id && !/ing$/.test(one.trigger.text));
  return others.some(({ trigger: { span: other } }) => {
    if (isBehind) return other[0] >= end && other[1] <= from && /[,;]/.test(article.text.slice(end, other[0]));
    if (other[1] <= from) return from - other[1] < nearWords && /[,;]/.test(between);
    return (
      other[0] >= to && other[1] <= first && /\b(?:after|before|since)\b/.test(article.text.slice(other[1], first))
    );
  });
}

/** "Dec. 1 (Bloomberg) --": the day of the article. */
function isDateline({ span: [from, to] }: Time, text: string): boolean {
  return /(?:^|\n)[^\n]{0,30}$/.test(text.slice(0, from)) && /^,? ?\([\p{Lu}][^)]{1,30}\) ?[-–—]/u.test(text.slice(to));
}

/** In characters: "captured in", "arrested early on". */
const nearWords = 20;

/**
 * The actors, without those whom only somebody else names in a later sentence, where it is told on somebody's word: a ministry that reports a death does not say that it was
 * those whom an army blames for it. Nor is it the speaker, or a word within those for him, that tells by whom something was done: "Norland's rebels say that a pilot was shot".
 */
export function actorsTold(
  { actors: all, accordingTo, evidence, trigger }: Action,
  { statements, article }: ArticleRecord,
): Action["actors"] {
  const speaker = statements.find(({ id }) => id === accordingTo)?.speaker ?? null;
  if (speaker === null) return all;
  const before = article.text.slice(Math.max(0, trigger.span[0] - 10), trigger.span[0]);
  const isUndergone = passive.test(`${before}${trigger.text}`) || (/ed$/.test(trigger.text) && modifying.test(before));
  const [from, to] = speaker.span;
  const actors = all.filter(({ span: [first, last] }) => !isUndergone || !(from <= first && last <= to));
  const end = Math.max(...evidence.map(([, last]) => last));
  const others = statements.filter(
    ({ speaker: other }) => other !== null && (other.entity ?? other.text) !== (speaker.entity ?? speaker.text),
  );
  return actors.filter(
    ({ span: [first] }) =>
      first < end || !others.some(({ content }) => content.spans.some(([from, to]) => from <= first && first < to)),
  );
}

/** "Release of captured", "two captured". */
const modifying = /\b(?:of|the|an?|all|two|three|\d+) $/iu;

const passive = /\b(?:is|are|was|were|be|been|being)\b/i;

/**
 * Whether the words leave open whose state it is: a denial ("the diplomats have not left") that names neither an institution nor a government, or what only may be and whose
 * doer stands in another clause behind.
 */
export function leavesOpenWhose({ subject, by, status }: Posture, { article }: ArticleRecord): boolean {
  if (by === null) return subject.entity === null && (status === "denied" || status === "not_done");
  return (
    status === "possible" &&
    by.span[0] > subject.span[1] &&
    /[;:]/.test(article.text.slice(subject.span[1], by.span[0]))
  );
}

/** Whether its sentence tells of the state only that it is over: "it reopened the embassy, which had been closed for a week". */
export function isToldAsOver({ aspect, value, institution, since, evidence }: Posture, record: ArticleRecord): boolean {
  const [[start]] = evidence;
  return record.postures.some(
    (other) =>
      other.aspect === aspect &&
      isEnding(aspect, other.value) &&
      isOpposite(aspect, other.value, value) &&
      isFact(other) &&
      other.evidence[0][0] === start &&
      (other.institution.of === institution.of || institution.of === null) &&
      (since === null || since === other.since),
  );
}

/** Whether it is told as staff that leave what is done to them: a host that sends a mission's people away expels them, which other lines tell. */
export function isExpulsion({ aspect, institution, by, evidence }: Posture, record: ArticleRecord): boolean {
  if (aspect !== "staffing") return false;
  const hand = record.entities.find(({ id }) => id === by?.entity)?.country ?? null;
  const isHosts = hand !== null && hand === institution.in && hand !== institution.of;
  return isHosts || evidence.some((span) => /\bpersonae? non gratae?\b/i.test(record.article.text.slice(...span)));
}

/** Whether it is what another side threatens or warns of, which says nothing of what those do whose state it would be. */
export function isThreat({ accordingTo, institution }: Posture, { statements, entities }: ArticleRecord): boolean {
  const told = statements.find(({ id }) => id === accordingTo);
  if (told === undefined || !/^(?:threaten|warn)$/.test(told.act)) return false;
  const country = entities.find(({ id }) => id === told.speaker?.entity)?.country ?? null;
  return country !== null && country !== institution.of && country !== institution.in;
}

function isFact({ status }: Posture): boolean {
  return status === "happened" || status === "ongoing";
}
