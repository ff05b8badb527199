import type { Action } from "../../record/action.js";
import type { Posture } from "../../record/posture.js";
import type { ArticleRecord } from "../../record/record.js";
import { isOnlyMeant } from "../origins/credit-of.js";
import { isNoun } from "./act-words.js";
import { knownNoun, verbal } from "./parties-told.js";

/**
 * Whether its sentence tells an act or a state in passing and is about something else: "the convoy was shot at while diplomats left the country", "after the raid", "pilots who
 * had joined the rebels". Who tells it so takes it as known and does not vouch for it, and neither does who calls it a rumour.
 */
export function isToldInPassing(line: Action | Posture, record: ArticleRecord): boolean {
  const { text } = record.article;
  const [from, to] = "trigger" in line ? line.trigger.span : line.subject.span;
  const [start, end] = line.evidence.find(([first, last]) => first <= from && from < last) ?? [from, to];
  const [sentence, before] = [text.slice(start, end), text.slice(start, from)];
  if (withdrawn.test(sentence) || untrue.test(sentence) || unproven.test(before)) return true;
  if ("trigger" in line) {
    if (isOnlyMeant(line, record) || isOfRecipient(line, text) || isBeforeRecipient(line, text)) return true;
    if (isNoun(line.trigger) && !verbal.test(before)) return knownNoun.test(before);
  } else if (participle.test(line.subject.text) || described.test(before)) return true;
  // What a clause at the head of its sentence tells ends at a comma.
  return subordinate.test(before) && (!opening.test(before) || text.slice(to, end).includes(","));
}

/**
 * Whether an outlet passes on an act or a state as what some say, whom it does not name: "reports that the port was shelled", "has allegedly fled". What only others say it
 * does not vouch for.
 */
export function isHearsay(line: Action | Posture, { article: { text } }: ArticleRecord): boolean {
  const [from, to] = "trigger" in line ? line.trigger.span : line.subject.span;
  const [start, end] = line.evidence.find(([first, last]) => first <= from && from < last) ?? [from, to];
  const [before, after] = [text.slice(start, from), text.slice(to, end)];
  return heard.test(before) || heardBehind.test(after) || (!("trigger" in line) && hedged.test(after));
}

const heard =
  /\b(?:reports?|reporting|rumou?rs?|claims?|allegations?|accusations?|speculation|suggestions?)\b[^.;]{0,60}?[ —](?:that|of|about|claiming|saying|suggesting)\b[^.;]*$|\b(?:allegedly|reportedly|supposedly|purportedly|apparently)\b[^,;]{0,40}$|\b(?:is|are|was|were|been) (?:said|believed|thought|alleged|rumou?red|reported|accused|suspected) (?:to|of)\b[^,;]{0,40}$/iu;
/** "… was shelled, according to reports". */
const heardBehind = /^[^.;]{0,80}, (?:according to|as per) (?:\p{Ll}+ ){0,2}(?:reports?|accounts?|media|rumou?rs?)\b/iu;
const hedged = /^[^.,;]{0,40}\b(?:allegedly|reportedly|supposedly|purportedly|apparently)\b/i;

/** Whether it only says who those are to whom it is done: "the pupils the rebels have kidnapped". */
function isOfRecipient({ actors, recipients, trigger }: Action, text: string): boolean {
  return recipients.some(({ span: [, end] }) =>
    actors.some(({ span: [first] }) => first < trigger.span[0] && /^ (?:the )?$/.test(text.slice(end, first))),
  );
}

/** "Norland's kidnapped pupils." */
function isBeforeRecipient({ actors, recipients, trigger: { text: word, span } }: Action, text: string): boolean {
  const [from, to] = span;
  if (!/ed$/.test(word) || auxiliary.test(text.slice(0, from))) return false;
  const isBeside = ({ span: [first, end] }: Action["recipients"][number]): boolean =>
    first <= from ? end > to : first === to + 1;
  return recipients.some(isBeside) && !actors.some(({ span: [, end] }) => end === from - 1);
}

const auxiliary = /\b(?:has|have|had|was|were|is|are|been|being|and|then|also|not|who|which|that|\p{L}+ly),? $/iu;

/** "The story headlined … is withdrawn." */
const withdrawn =
  /\b(?:story|report|alert|article|headline)\b.*\b(?:is|was|are|were|been|has|have) (?:withdrawn|retracted)\b/is;
const untrue = /\b(?:rumou?r(?:s|ed)?|hoax|fake|untrue|not true|falsely|wrongly)\b/i;
/** "There is no evidence that rebels took the port." */
const unproven = /\bno (?:\p{Ll}+ )?["”’]?(?:evidence|proof|signs?|indications?|confirmation)\b["”’]?[^.;]*$/iu;
/** "Departing envoys", "the closed embassy". */
const known =
  "(?:closed|shut|shuttered|evacuated|abandoned|deserted|expelled|recalled|suspended|departing|departed|leaving|returning|withdrawing|retreating)";
const participle = new RegExp(String.raw`^(?:(?:the|its|their) )?${known} \S`);
const described = new RegExp(String.raw`\b(?:the|its|their|an?) (?:now-)?${known} $`);
const subordinate =
  /\b(?:(?:who|whom|whose|which|where|when|after|before|since|while|although|because|until|unless|if|whether|once)\b|that (?:has|have|had|was|were|is|are)\b)[^,]*$/i;
const opening = /^[\s"“‘']*(?:when|after|before|since|while|if|although|because|until|unless|once)\b[^,]*$/i;
