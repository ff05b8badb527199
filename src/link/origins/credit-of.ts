import { plainWords } from "../../extract/naming/plain.js";
import type { Action } from "../../record/action.js";
import type { Posture } from "../../record/posture.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Statement } from "../../record/statement.js";
import { isNoun } from "../events/act-words.js";
import { knownNoun } from "../events/parties-told.js";
import { isOneWord } from "../events/same-act.js";
import { statementOf } from "../line.js";

/**
 * The statement on whose word a line is told: the one that the record names; else one that ends its sentence ("…, he claimed"); else, of a headline, the one that
 * the first sentence below tells the same by. `null` where the article says it itself, and where an act only tells who is meant ("the release of the kidnapped pupils").
 */
export function creditOf(line: Action | Posture, record: ArticleRecord): Statement | null {
  if ("trigger" in line && isOnlyMeant(line, record)) return null;
  return statementOf(record, line.accordingTo) ?? afterIt(line, record) ?? belowHeadline(line, record);
}

/**
 * Whether the act stands in the words for those to whom it is done ("the kidnapped pupils", "pupils held by rebels", "a teacher of the pupils, who were kidnapped"), or is only what
 * something else is after, over or about ("since the kidnapping of the pupils"): who says something else of them does not vouch for it.
 */
export function isOnlyMeant(action: Action, { article: { text } }: ArticleRecord): boolean {
  const { trigger, recipients, evidence } = action;
  const [first, end] = trigger.span;
  const start = evidence.find(([from, to]) => from <= first && first < to)?.[0] ?? first;
  const before = text.slice(start, first);
  if (blames.test(text.slice(start, end))) return false;
  if (
    isNoun(trigger)
      ? knownNoun.test(before) || definite.test(before)
      : relative.test(before) || (/ed$/.test(trigger.text) && adjective.test(before))
  )
    return true;
  const isParticiple = !isNoun(trigger) && !/ing$/.test(trigger.text) && trigger.text !== trigger.lemma;
  return recipients.some(({ span: [from, to] }) => {
    if (from < first && end < to) return /ed$/.test(trigger.text);
    return isParticiple && to <= first && reduced.test(text.slice(to, first)) && behind.test(text.slice(end));
  });
}

const blames =
  /\b(?:blam(?:e[sd]?|ing)|accus(?:e[sd]?|ing)|claim(?:s|ed|ing)?|carr(?:y|ied|ying) out|behind|responsible)\b/iu;
/** "The brutal murder". */
const definite = /(?:^|[\s“"‘'`(])(?:the|this|that|those|these|his|her|its|their|whose) (?:[\p{L}\p{N}-]+ ){0,2}$/iu;
const relative =
  /\b(?:(?:who|whom|whose|which)|that(?= (?:has|have|had|was|were)\b))(?: (?:was|were|is|are|has|have|had|been|being|\p{L}+ly)){0,4} $/iu;
/** "A captured pilot". */
const adjective = /\b(?:the|an?|its|their|his|her|these|those|three|two|\d+) $/iu;
const reduced = /^,? (?:(?:being|still|then|first|\p{L}+ly) )?$/u;
const behind = /^ ?(?:by|in|from|on|at|during|since|last|earlier|more|nearly|captive|hostage)\b/iu;

/** Whether somebody in it announces it himself: "Italy announced the same". */
export function isAnnouncedBy(line: Action | Posture, { article }: ArticleRecord): boolean {
  const doers = "actors" in line ? line.actors : line.by === null ? [] : [line.by];
  return doers.some(({ span: [, end] }) => announces.test(article.text.slice(end)));
}

const announces =
  /^ (?:(?:has|have|had|also|later|then|\p{L}+ly) ){0,2}(?:announce[sd]?|said|says?|confirm(?:s|ed)?|declare[sd]?|disclose[sd]?)\b/iu;

function afterIt(line: Action | Posture, { statements }: ArticleRecord): Statement | null {
  const [, end] = "trigger" in line ? line.trigger.span : line.subject.span;
  const ends = ({ speaker, cue, content, evidence }: Statement): boolean =>
    speaker !== null &&
    cue !== null &&
    evidence.some(([first, last]) => first <= end && end <= last) &&
    cue.span[0] >= end &&
    (content.spans[0]?.[0] ?? cue.span[1]) < cue.span[0];
  return statements.find(ends) ?? null;
}

/** A dateline and who wrote it may stand before the first sentence. */
const longestDateline = 60;

/** So many words of a headline, of four letters or more, are told again by a sentence that tells the same. */
const leastToldAgain = 2;

function belowHeadline(line: Action | Posture, record: ArticleRecord): Statement | null {
  const { article, statements, actions, postures } = record;
  const end = article.text.indexOf("\n\n");
  if (end < 0 || line.evidence.some(([, last]) => last > end)) return null;
  const headline = wordsOf(article.text.slice(0, end));
  const own = wordsOf("trigger" in line ? line.trigger.text : line.subject.text);
  const alike = new Set(
    [...actions, ...postures].filter((one) => kindOf(one) === kindOf(line)).map((one) => one.accordingTo),
  );
  const tells = ({ id, speaker, content, evidence: [[first, last] = [0, 0]] }: Statement): boolean => {
    if (speaker === null || first <= end || first > end + longestDateline) return false;
    const told = content.spans.reduce((sum, [from, to]) => sum + to - from, 0);
    const words = wordsOf(content.text);
    const isAgain = (word: string): boolean => words.some((other) => isOneWord(word, other));
    const isAlike = alike.has(id) || own.some((word) => words.some((other) => isOneWord(word, other)));
    return told * 2 > last - first && isAlike && headline.filter(isAgain).length >= leastToldAgain;
  };
  return statements.find(tells) ?? null;
}

function kindOf(line: Action | Posture): string {
  return "type" in line ? line.type : `${line.aspect} ${line.value}`;
}

function wordsOf(text: string): readonly string[] {
  return plainWords(text).filter((word) => word.length > 3);
}
