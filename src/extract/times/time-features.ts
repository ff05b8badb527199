import { moodOf } from "../grammar/mood.js";
import { few, gapBetween, inSentenceOf, linkOf, tieOf, wayUp } from "../grammar/tie-features.js";
import type { Words } from "../grammar/words.js";
import type { TellingClause } from "../telling-clause.js";
import type { ExtractedTime } from "./extract-times.js";
import { tenseAt } from "./tense.js";

/** A clause, and the times that may be its own. */
export interface TimeChoice {
  readonly clause: TellingClause;
  readonly times: readonly ExtractedTime[];
  readonly words: Words;
}

/** What tells for or against a time being that of the clause. */
export function timeFeatures(time: ExtractedTime, choice: TimeChoice): readonly string[] {
  const { clause, words } = choice;
  const isHere = inSentenceOf(clause.anchors[0], [time], words).length > 0;
  return isHere ? featuresHere(time, choice) : featuresAway(time, choice);
}

/** What tells for the clause having no time. */
export function noTimeFeatures({ clause, times, words }: TimeChoice): readonly string[] {
  const [head] = clause.anchors;
  const mood = moodOf(head, words);
  const here = inSentenceOf(head, times, words).length;
  return [
    "none",
    `none ${words.upos(head)}`,
    `none ${words.deprel(head)}`,
    `none ${mood}`,
    `none ${mood} ${few(here, 1)}`,
    `none here ${few(here, 2)}`,
    `none tense ${tenseAt(head, words)}`,
    `none paragraph ${few(words.sentence(head).paragraph, 3)}`,
  ];
}

/** The word that ties the time to what it dates: "since", "on"; `none` where there is none. */
export function timeLink(time: ExtractedTime, words: Words): string {
  const before = words.lower(time.first - 1);
  return tying.test(before) ? before : linkOf(words.top(time), words);
}

const tying = /^(?:until|till|since|from|before|after|by|through|ahead|following)$/;

/** A time in the clause's own sentence. */
function featuresHere(time: ExtractedTime, { clause, times, words }: TimeChoice): readonly string[] {
  const [head] = clause.anchors;
  const [link, kind, mood] = [timeLink(time, words), kindOf(time), moodOf(head, words)];
  const rivals = inSentenceOf(head, times, words);
  const nearer = rivals.filter((other) => gapBetween(head, other) < gapBetween(head, time)).length;
  const { meeting, down, path, verbs, features } = tieOf(words.top(time), clause, words);
  const noun = nounBehind(time, words);
  return [
    "here",
    kind,
    ...features,
    `link ${link}`,
    `link ${link} ${kind}`,
    `link ${link} ${meeting}`,
    `${down} ${mood}`,
    `${verbs} ${mood}`,
    `${path} ${mood}`,
    `${meeting} ${mood} ${kind}`,
    `tense ${tenseAt(head, words)} ${kind}`,
    `nearer ${few(nearer, 2)}`,
    `alone ${rivals.length === 1}`,
    ...(noun === null ? [] : [`of ${clause.anchors.includes(noun) ? "own" : clause.isOther(noun) ? "other" : "noun"}`]),
    ...(isFronted(time, words) ? ["fronted"] : []),
  ];
}

/** A time that was told before the clause's sentence. */
function featuresAway(time: ExtractedTime, { clause, times, words }: TimeChoice): readonly string[] {
  const [head] = clause.anchors;
  const [kind, mood] = [kindOf(time), moodOf(head, words)];
  const there = words.sentence(time.first);
  const back = words.sentence(head).paragraph - there.paragraph;
  const zone = back === 0 ? "paragraph" : there.paragraph === 0 ? "title" : there.paragraph === 1 ? "lead" : "before";
  const later = times.filter(({ first }) => first > time.first && first < head).length;
  const between = sentencesBetween(time.first, head, words);
  const same = samenessOf(time, clause, words);
  return [
    "away",
    `away ${zone}`,
    `away ${zone} ${few(between, 4)}`,
    `away ${zone} ${few(between, 2)} ${few(later, 1)} ${mood}`,
    `away ${zone} later ${few(later, 3)}`,
    `away ${zone} link ${timeLink(time, words)}`,
    `away ${zone} ${kind}`,
    `away ${mood}`,
    `away tense ${tenseAt(head, words)} ${kind}`,
    `away alone ${inSentenceOf(head, times, words).length === 0}`,
    ...(isFronted(time, words) ? [`away fronted ${zone}`] : []),
    `away ${same}`,
    `away ${same} names ${few(sharedNames(there.first, head, words), 3)}`,
  ];
}

function isFronted({ first }: ExtractedTime, words: Words): boolean {
  return first - words.sentence(first).first < 3;
}

/** How the time is told and how long a stretch it names. */
function kindOf({ time: { text, value } }: ExtractedTime): string {
  return `${forms.find(([, form]) => form.test(text))?.[0] ?? "date"} ${grains.find(([, grain]) => grain.test(value ?? ""))?.[0] ?? "year"}`;
}

const forms: readonly (readonly [name: string, form: RegExp])[] = [
  ["today", /\b(?:today|now|tonight|this)\b/i],
  ["past", /^(?:yesterday|last)\b|\b(?:yesterday|ago|earlier)$/i],
  ["future", /\b(?:tomorrow|next)\b/i],
  ["weekday", /day\b/i],
];

const grains: readonly (readonly [name: string, grain: RegExp])[] = [
  ["open", /^$/],
  ["clock", /T/],
  ["day", /\d-\d\d-\d\d$|W..?-\d$/],
  ["week", /W/],
  ["month", /-/],
];

/** The noun that the time qualifies: "Monday's decision", "the 2012 attack". */
function nounBehind(time: ExtractedTime, words: Words): number | null {
  const above = words.head(words.top(time));
  return above >= time.end && /^(?:NOUN|PROPN)$/.test(words.upos(above)) ? above : null;
}

/** "Attacked on Monday … The attack": whether the time hangs on the clause's own word, or stands in one sentence with it. */
function samenessOf(time: ExtractedTime, { anchors }: TellingClause, words: Words): string {
  const stems = new Set(anchors.map((one) => stemOf(one, words)));
  const isSame = (token: number) => stems.has(stemOf(token, words));
  const above = wayUp(words.top(time), words).slice(1);
  const verb = above.findIndex((one) => words.upos(one) === "VERB");
  if (above.slice(0, verb < 0 ? above.length : verb + 1).some(isSame)) return "own word";
  return tokensOf(time.first, words).some(isSame) ? "same word" : "other word";
}

/** The start of a word that tells of a deed: the same for "attacked" and "attack", empty for words that tell of none. */
function stemOf(token: number, words: Words): string {
  return /^(?:VERB|NOUN|PROPN)$/.test(words.upos(token)) ? words.lemma(token).toLowerCase().slice(0, 5) : "";
}

function sharedNames(there: number, here: number, words: Words): number {
  const namesOf = (token: number) =>
    new Set(
      tokensOf(token, words)
        .filter((one) => words.upos(one) === "PROPN")
        .map((one) => words.lower(one)),
    );
  const own = namesOf(here);
  return [...namesOf(there)].filter((name) => own.has(name)).length;
}

function tokensOf(token: number, words: Words): readonly number[] {
  const { first, end } = words.sentence(token);
  return Array.from({ length: end - first }, (_, i) => first + i);
}

function sentencesBetween(from: number, to: number, words: Words): number {
  let count = 0;
  for (let at = words.sentence(from); at.end <= to && count < 4; at = words.sentence(at.end)) count++;
  return count;
}
