import { rangeContains } from "../../doc/find-ranges.js";
import type { TokenRange } from "../../doc/layers.js";
import { idCounter } from "../../record/id.js";
import type { Time } from "../../record/time.js";
import { datelineEnd } from "../grammar/clause.js";
import type { Words } from "../grammar/words.js";
import { type Day, dayOfIso } from "./calendar.js";
import { orderOfNumbers } from "./numeric-date.js";
import { recogniseTimes } from "./recognise-times.js";
import { resolveTime, type TimeReference } from "./resolve-time.js";
import { daysOfDate } from "./time-bounds.js";
import type { TimeLexicon } from "./time-lexicon.js";
import type { RecognisedTime, TimeMeaning } from "./time-meaning.js";

/** A time of the record and the tokens of its expression. */
export interface ExtractedTime extends TokenRange {
  readonly time: Time;
}

/**
 * The time expressions of a document in text order, resolved against the day that the article came out on, an ISO date or date-time. Without
 * one, "yesterday" has no value and "Monday" is any Monday.
 */
export function extractTimes(words: Words, lexicon: TimeLexicon, published: string | null): ExtractedTime[] {
  const nextId = idCounter("ti");
  const recognised = recogniseTimes(words, lexicon);
  const day = dayOfWriting(recognised, words, published === null ? null : dayOfIso(published));
  let reference: TimeReference = { ...noReference, published: day, order: orderOfNumbers(recognised, words, day) };
  let sentence = -1;
  return recognised.map(({ first, end, meaning }) => {
    if (words.sentence(first).first !== sentence) reference = { ...reference, dayHere: null };
    sentence = words.sentence(first).first;
    const said = isToldFromToday(meaning) ? dayOfSaying({ first, end }, recognised, words, day) : null;
    const resolved = resolveTime(meaning, said === null ? reference : { ...reference, published: said });
    reference = referenceAfter(meaning, resolved.value, reference);
    const range = { first, end };
    return { ...range, time: { id: nextId(), span: words.span(range), text: words.slice(range), ...resolved } };
  });
}

/** The day of the dateline, where the article was printed a few days later; else that of publication. */
function dayOfWriting(times: readonly RecognisedTime[], words: Words, published: Day | null): Day | null {
  const [first] = times;
  if (published === null || first === undefined) return published;
  const sentence = words.sentence(first.first);
  if (first.end > datelineEnd(sentence.first, sentence.end, words)) return published;
  const { value } = resolveTime(first.meaning, { ...noReference, published });
  const day = value === null || first.meaning.kind !== "date" ? null : dayOfIso(value);
  return day !== null && day < published && published - day <= daysToPrint ? day : published;
}

/** More than an agency's report waits for a paper that comes out weekly. */
const daysToPrint = 7;

/** What the times behind this one may be told from. A quarter that is not over yet has no results to compare with. */
function referenceAfter(meaning: TimeMeaning, value: string | null, before: TimeReference): TimeReference {
  const days = value === null ? null : daysOfDate(value.split("T")[0] ?? "");
  if (value === null || days === null) return before;
  const told = value.split("T")[0] ?? value;
  // "The day after tomorrow at 7.30 p.m."
  if (isToldFromToday(meaning)) return { ...before, dayHere: told };
  if (!tells.has(meaning.kind)) return before;
  const isQuarter = meaning.kind === "date" && meaning.part?.startsWith("Q");
  const isOver = before.published !== null && days.end <= before.published;
  return {
    ...before,
    told,
    quarter: isQuarter && isOver ? told : before.quarter,
    dayHere: days.end - days.first === 1 ? told : before.dayHere,
  };
}

const noReference: TimeReference = { published: null, told: null, quarter: null, dayHere: null, order: null };

/** "Yesterday" and "last year" are told from the day of publication, and nothing is told from them. */
const tells: ReadonlySet<TimeMeaning["kind"]> = new Set([
  "date",
  "numeric",
  "weekday",
  "nth",
  "clock",
  "moved",
  "dayOfMonth",
]);

/** "Tomorrow", "yesterday evening". */
function isToldFromToday(meaning: TimeMeaning): boolean {
  if (meaning.kind === "clock") return meaning.date !== null && isToldFromToday(meaning.date);
  return (
    meaning.kind === "shift" && meaning.unit === "D" && meaning.anchor === "published" && Math.abs(meaning.amount) < 3
  );
}

/** The earlier day on which the words around a time were said, where their sentence tells it: "'We vote tomorrow,' she said on Sunday". */
function dayOfSaying(
  { first, end }: TokenRange,
  times: readonly RecognisedTime[],
  words: Words,
  published: Day | null,
): Day | null {
  if (published === null) return null;
  const saying = words.layers.attributions.attributions.find(({ content }) =>
    content.some((part) => part.first <= first && end <= part.end),
  );
  if (saying === undefined || words.sentence(saying.cue.first).first !== words.sentence(first).first) return null;
  const cue = words.top(saying.cue);
  const told = times.find((time) => {
    const inside = saying.content.some((part) => rangeContains(part, time.first));
    return !inside && /^(?:weekday|date)$/.test(time.meaning.kind) && words.head(words.top(time)) === cue;
  });
  if (told === undefined) return null;
  const { value } = resolveTime(told.meaning, { ...noReference, published });
  const day = value === null ? null : dayOfIso(value);
  return day !== null && day < published ? day : null;
}
