import type { Layers } from "../../doc/document.js";
import { rangeAt } from "../../doc/find-ranges.js";
import type { TokenRange } from "../../doc/layers.js";
import type { Words } from "../words.js";
import { digits } from "./calendar.js";
import { joinTimes } from "./join-times.js";
import { calendarRules } from "./rules/calendar-rules.js";
import { clockRules } from "./rules/clock-rules.js";
import { durationRules } from "./rules/duration-rules.js";
import { relativeRules } from "./rules/relative-rules.js";
import { setRules } from "./rules/set-rules.js";
import { tenseAt } from "./tense.js";
import type { TimeLexicon } from "./time-lexicon.js";
import type { TimeMeaning } from "./time-meaning.js";
import type { TimePlace } from "./time-rule.js";
import { pieces } from "./vocabulary.js";

/** A time expression, and what it means before it is resolved against a date. */
export interface RecognisedTime extends TokenRange {
  readonly meaning: TimeMeaning;
}

const rules = [...clockRules, ...setRules, ...relativeRules, ...calendarRules, ...durationRules];

/** Words that say which part of a time is meant, or how near it: TimeML's `mod`. They belong to the expression and leave its value as it is. */
const partModifier =
  /(?:(?:the )?(?:very )?(?:early|earlier|late|later|mid)(?: (?:in|on|-))?|the (?:very )?(?:end|beginning|start|middle|close|turn|eve|latter part|rest|(?:early|late|first|last|opening|closing|final) (?:hours|minutes|days|weeks|months)) of|sometime(?: in)?|a (?:good|large) part of|(?:all|most|much) of|the (?:entire|whole)) /y;
const nearnessModifier =
  /(?:about|around|roughly|approximately|nearly|almost|at least|at most|(?:no |not )?(?:more|less|later) than) /y;
const amountModifier = /(?:up to|over|under|some|as (?:much|long|many) as|fewer than) /y;
const shareModifier = /each of /y;

const modifiers: readonly {
  readonly pattern: RegExp;
  /** Whether they go with an expression of that meaning, which starts with a number or not. */
  readonly fits: (meaning: TimeMeaning, counted: boolean) => boolean;
}[] = [
  { pattern: partModifier, fits: ({ kind }) => kind !== "duration" && kind !== "set" },
  {
    pattern: nearnessModifier,
    fits: ({ kind }, counted) => kind === "duration" || kind === "clock" || kind === "date" || counted,
  },
  { pattern: amountModifier, fits: ({ kind }, counted) => kind === "duration" && counted },
  { pattern: shareModifier, fits: ({ kind }) => kind === "duration" },
];

/** Words behind an expression that belong to it. */
const trailer = / (?:or so|or (?:more|less|later|earlier|longer)|and beyond|ahead|(?:to|from) date|or two)(?= |$)/y;

/** The time expressions of a document, in text order and apart. Each token is tried once against each rule; the longest expression wins. */
export function recogniseTimes(
  words: Words,
  { sentences: { sentences }, names: { names } }: Pick<Layers, "sentences" | "names">,
  lexicon: TimeLexicon,
): RecognisedTime[] {
  const times = sentences.flatMap((sentence) => joinTimes(inSentence(sentence, words, lexicon), words));
  return times.filter((time) => {
    const name = rangeAt(names, time.first);
    return name === undefined || time.end > name.end || !timeless.has(name.type);
  });
}

/** Types of names that are no times, even where words for times are in them: a programme called "This Week". */
const timeless: ReadonlySet<string> = new Set(["PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC", "GPE", "LAW"]);

function inSentence(sentence: TokenRange, words: Words, lexicon: TimeLexicon): RecognisedTime[] {
  const line = lineOf(sentence, words);
  const found: RecognisedTime[] = [];
  for (let token = sentence.first; token < sentence.end; ) {
    const time = timeAt(token, line, words, lexicon);
    if (time === null) {
      token++;
      continue;
    }
    const other = otherDay(time, line);
    found.push(time, ...other);
    token = other.at(-1)?.end ?? time.end;
  }
  return found;
}

const secondDay = new RegExp(
  ` (?:and|or|to|through|until|-|–|—) (?<day>\\d{1,2})(?:st|nd|rd|th)?(?: , (?<year>\\d{4}))?(?= (?!${pieces.month}|${pieces.unit}|%|percent|-|p\\.m\\.|a\\.m\\.)|$)`,
  "y",
);

/** The second day of "from May 3 to 5" and "May 3 and 5, 2031", which stands without its month. */
function otherDay({ end, meaning }: RecognisedTime, line: Line): RecognisedTime[] {
  if (meaning.kind !== "date" || end >= line.sentence.end || !/^\d\d-\d\d$/.test(meaning.part ?? "")) return [];
  secondDay.lastIndex = startOf(end, line) - 1;
  const match = secondDay.exec(line.text);
  const day = Number(match?.groups?.day);
  if (match === null || !(day >= 1 && day <= 31)) return [];
  const written = match.groups?.year;
  const part = `${meaning.part?.slice(0, 3)}${digits(day, 2)}`;
  const year = written === undefined ? meaning.year : Number(written);
  return [{ first: end + 1, end: end + match[0].trim().split(" ").length, meaning: { ...meaning, part, year } }];
}

/** A sentence as the rules read it. */
interface Line {
  readonly text: string;
  readonly sentence: TokenRange;
  /** Where each token of the sentence starts in `text`. */
  readonly starts: readonly number[];
}

function lineOf(sentence: TokenRange, words: Words): Line {
  const starts: number[] = [];
  const tokens: string[] = [];
  let at = 0;
  for (let token = sentence.first; token < sentence.end; token++) {
    const word = words.lower(token).replaceAll("’", "'");
    starts.push(at);
    tokens.push(word);
    at += word.length + 1;
  }
  return { text: tokens.join(" "), sentence, starts };
}

function timeAt(token: number, line: Line, words: Words, lexicon: TimeLexicon): RecognisedTime | null {
  const core = coreAt(token, line, words, lexicon);
  const modified = modifiedAt(token, line, words, lexicon);
  const best = modified !== null && modified.end > (core?.end ?? 0) ? modified : core;
  if (best === null) return null;
  const tail = best.end < line.sentence.end ? matchAt(trailer, startOf(best.end, line) - 1, line) : 0;
  return { ...best, end: best.end + tail };
}

/** An expression behind words that modify it. */
function modifiedAt(token: number, line: Line, words: Words, lexicon: TimeLexicon): RecognisedTime | null {
  for (const { pattern, fits } of modifiers) {
    const length = isPreposition(token, words) ? 0 : matchAt(pattern, startOf(token, line), line);
    const core = length === 0 ? null : coreAt(token + length, line, words, lexicon);
    if (core !== null && fits(core.meaning, words.upos(core.first) === "NUM")) return { ...core, first: token };
  }
  return null;
}

function coreAt(token: number, line: Line, words: Words, lexicon: TimeLexicon): RecognisedTime | null {
  if (token >= line.sentence.end) return null;
  const start = startOf(token, line);
  let best = writtenDownAt(token, line, words, lexicon);
  for (const { pattern, read } of rules) {
    pattern.lastIndex = start;
    const match = pattern.exec(line.text);
    if (match === null) continue;
    const end = token + match[0].split(" ").length;
    if (best !== null && end <= best.end) continue;
    const meaning = read((name) => match.groups?.[name] ?? "", placeOf({ first: token, end }, words));
    if (meaning !== null) best = { ...withoutStrangeDeterminer({ first: token, end }, words), meaning };
  }
  return best;
}

/** "over" in "over three years" may tell the clause's stretch or mean "more than", which is an adverb. */
function isPreposition(token: number, words: Words): boolean {
  return /^(?:over|under)$/.test(words.lower(token)) && words.upos(token) === "ADP";
}

/** "Quarterly" before a noun is a kind of thing, "the past three summers" are no mere past, and "soon after" is told from something else. */
function writtenDownAt(token: number, line: Line, words: Words, lexicon: TimeLexicon): RecognisedTime | null {
  const time = lexicon.timeAt(line.text, startOf(token, line), token);
  if (time === null) return null;
  const { kind, ...rest } = time.meaning;
  const adjective = kind === "fixed" && "type" in rest && rest.type === "SET" && words.upos(token) !== "ADV";
  const cutShort = words.lower(token) === "the" && /^(?:NOUN|NUM|ADJ)$/.test(words.upos(time.end));
  return adjective || cutShort || /^(?:after|before|as)$/.test(words.lower(time.end)) ? null : time;
}

/** "the" in "the third-quarter results" belongs to the results. */
function withoutStrangeDeterminer({ first, end }: TokenRange, words: Words): TokenRange {
  const head = words.head(first);
  const strange = /^(?:the|a|an|its|their|his|her|our)$/.test(words.lower(first)) && head >= end;
  return { first: strange && end - first > 1 ? first + 1 : first, end };
}

function startOf(token: number, { starts, sentence }: Line): number {
  return starts[token - sentence.first] ?? 0;
}

/** How many tokens the expression takes from `start` on; 0 where it does not stand there. */
function matchAt(pattern: RegExp, start: number, { text }: Line): number {
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  return match === null ? 0 : match[0].trim().split(" ").length;
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
