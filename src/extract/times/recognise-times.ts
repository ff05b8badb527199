import { rangeAt } from "../../doc/find-ranges.js";
import type { Name, TokenRange } from "../../doc/layers.js";
import type { Words } from "../grammar/words.js";
import { dayBefore, dayBehind } from "./days-of-one-month.js";
import { joinTimes } from "./join-times.js";
import { calendarRules } from "./rules/calendar-rules.js";
import { clockRules } from "./rules/clock-rules.js";
import { durationRules } from "./rules/duration-rules.js";
import { relativeRules } from "./rules/relative-rules.js";
import { setRules } from "./rules/set-rules.js";
import { type SentenceLine, sentenceLine } from "./sentence-line.js";
import { tenseAt } from "./tense.js";
import type { TimeLexicon } from "./time-lexicon.js";
import type { RecognisedTime } from "./time-meaning.js";
import { timeModifiers, timeTrailer } from "./time-modifiers.js";
import { anyOf, type TimePlace } from "./time-rule.js";

const rules = [...clockRules, ...setRules, ...relativeRules, ...calendarRules, ...durationRules];
/** A few rules each: to compile an expression takes more than twice as long where it is twice as long. */
const rulesTogether = 5;
const anyRules = Array.from({ length: Math.ceil(rules.length / rulesTogether) }, (_, i) =>
  anyOf(rules.slice(i * rulesTogether, (i + 1) * rulesTogether).map(({ pattern }) => pattern)),
);
const anyModifier = anyOf(timeModifiers.map(({ pattern }) => pattern));

/** The time expressions of a document, in text order and apart. Each token is tried once against each rule; the longest expression wins. */
export function recogniseTimes(words: Words, lexicon: TimeLexicon): RecognisedTime[] {
  const { sentences, names } = words.layers;
  const times = sentences.sentences.flatMap((sentence) => inSentence(sentence, words, lexicon));
  return times.filter(
    (time) => !isInName(time, rangeAt(names.names, time.first)) && !endsName(time, words) && !startsName(time, words),
  );
}

/** Types of names that are no times, even where words for times are in them: a programme called "This Week". */
const timeless: ReadonlySet<string> = new Set(["PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC", "GPE", "LAW"]);
const leastScore = 0.5;

function isInName({ end }: TokenRange, name: Name | undefined): boolean {
  return name !== undefined && end <= name.end && name.score >= leastScore && timeless.has(name.type);
}

/** "Today" of a newspaper called "Belmar Today": written as names are, right behind one. */
function endsName({ first, meaning }: RecognisedTime, words: Words): boolean {
  const named = /^\p{Lu}/u.test(words.text(first)) && words.upos(first - 1) === "PROPN";
  return named && (meaning.kind === "shift" || meaning.kind === "fixed");
}

/** "March 23" of "the March 23 Movement": what it qualifies is written as names are. */
function startsName({ first, end, meaning }: RecognisedTime, words: Words): boolean {
  if (meaning.kind !== "date" && meaning.kind !== "weekday") return false;
  const last = words.head(end - 1);
  // "Friday Oboro" and "6th of October City".
  if (last === end && words.upos(last) === "PROPN" && words.deprel(end - 1) === "compound") return true;
  const head = words.head(words.top({ first, end }));
  const isRightBehind = head >= end && head < end + 3;
  return (
    meaning.kind === "date" && words.lower(first - 1) === "the" && isRightBehind && /^\p{Lu}/u.test(words.text(head))
  );
}

function inSentence(sentence: TokenRange, words: Words, lexicon: TimeLexicon): RecognisedTime[] {
  const line = sentenceLine(sentence, words);
  const found: RecognisedTime[] = [];
  for (let token = sentence.first; token < sentence.end; ) {
    const time = timeAt(token, line, words, lexicon);
    const behind = time && dayBehind(time, line);
    if (time !== null) found.push(time);
    if (behind !== null) found.push(behind);
    token = behind?.end ?? time?.end ?? token + 1;
  }
  return joinTimes(found, words).flatMap((time) => [dayBefore(time, line) ?? [], time].flat());
}

function timeAt(token: number, line: SentenceLine, words: Words, lexicon: TimeLexicon): RecognisedTime | null {
  const bare = bareTimeAt(token, line, words, lexicon);
  const modified = modifiedTimeAt(token, line, words, lexicon);
  const best = modified !== null && modified.end > (bare?.end ?? 0) ? modified : bare;
  if (best === null || best.end === line.sentence.end) return best;
  return { ...best, end: best.end + line.tokensAt(line.startOf(best.end) - 1, timeTrailer) };
}

/** An expression behind words that modify it. */
function modifiedTimeAt(token: number, line: SentenceLine, words: Words, lexicon: TimeLexicon): RecognisedTime | null {
  if (line.tokensAt(line.startOf(token), anyModifier) === 0) return null;
  for (const { pattern, modify } of timeModifiers) {
    const length = line.tokensAt(line.startOf(token), pattern);
    const bare = length === 0 ? null : bareTimeAt(token + length, line, words, lexicon);
    const meaning = bare && modify(bare.meaning, words.upos(bare.first) === "NUM");
    if (bare !== null && meaning !== null) return { first: token, end: bare.end, meaning };
  }
  return null;
}

function bareTimeAt(token: number, line: SentenceLine, words: Words, lexicon: TimeLexicon): RecognisedTime | null {
  if (token >= line.sentence.end) return null;
  let best = writtenDownAt(token, line, words, lexicon);
  if (!anyRules.some((pattern) => line.tokensAt(line.startOf(token), pattern) > 0)) return best;
  for (const { pattern, read } of rules) {
    pattern.lastIndex = line.startOf(token);
    const match = pattern.exec(line.text);
    if (match === null) continue;
    const end = token + match[0].split(" ").length;
    if (best !== null && end <= best.end) continue;
    const meaning = read((name) => match.groups?.[name] ?? "", placeOf({ first: token, end }, words));
    if (meaning !== null) best = { ...withoutStrangeDeterminer({ first: token, end }, words), meaning };
  }
  return best;
}

/** An expression of the lexicon: not "soon after", which is told from something else, nor "the past" of "the past three summers". */
function writtenDownAt(token: number, line: SentenceLine, words: Words, lexicon: TimeLexicon): RecognisedTime | null {
  const time = lexicon.timeAt(line.text, line.startOf(token), token);
  if (time === null || /^(?:after|before|as)$/.test(words.lower(time.end))) return null;
  if (words.lower(token) === "the" && /^(?:NOUN|NUM|ADJ)$/.test(words.upos(time.end))) return null;
  return isSetAsAdjective(time, words) ? null : time;
}

/** "Quarterly" before a noun is a kind of thing. */
function isSetAsAdjective({ first, meaning }: RecognisedTime, words: Words): boolean {
  return meaning.kind === "fixed" && meaning.type === "SET" && words.upos(first) !== "ADV";
}

/** "the" in "the third-quarter results" belongs to the results. */
function withoutStrangeDeterminer({ first, end }: TokenRange, words: Words): TokenRange {
  const head = words.head(first);
  const strange = /^(?:the|a|an|its|their|his|her|our)$/.test(words.lower(first)) && head >= end;
  return { first: strange && end - first > 1 ? first + 1 : first, end };
}

function placeOf({ first, end }: TokenRange, words: Words): TimePlace {
  return {
    word: (offset) => words.lower(first + offset),
    upos: (offset) => words.upos(first + offset),
    deprel: (offset) => words.deprel(first + offset),
    topDeprel: () => words.deprel(words.top({ first, end })),
    capitalised: (offset) => /^\p{Lu}/u.test(words.text(first + offset)),
    length: end - first,
    // What qualifies the noun behind it ("the Feb. 23 accord") need not lie where the clause's verb does.
    direction: () => (/^(?:NOUN|ADJ)$/.test(words.upos(end)) ? 0 : tenseAt(words.top({ first, end }), words)),
  };
}
