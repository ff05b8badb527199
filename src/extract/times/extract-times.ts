import type { FullyAnnotated } from "../../doc/document.js";
import type { TokenRange } from "../../doc/layers.js";
import { idCounter } from "../../record/id.js";
import type { Time } from "../../record/time.js";
import type { Words } from "../words.js";
import { dayOfIso } from "./calendar.js";
import { recogniseTimes } from "./recognise-times.js";
import { resolveTime, type TimeReference } from "./resolve-time.js";
import { daysOf } from "./time-bounds.js";
import type { TimeLexicon } from "./time-lexicon.js";
import type { TimeMeaning } from "./time-meaning.js";

/** A time of the record and the tokens of its expression. */
export interface ExtractedTime extends TokenRange {
  readonly time: Time;
}

/**
 * The time expressions of a document in text order, resolved against the day that the article came out on, an ISO date or date-time. Without
 * one, "yesterday" has no value and "Monday" is any Monday.
 */
export function extractTimes(
  { layers }: FullyAnnotated,
  words: Words,
  lexicon: TimeLexicon,
  published: string | null,
): ExtractedTime[] {
  const day = published === null ? null : dayOfIso(published);
  const nextId = idCounter("ti");
  let reference: TimeReference = { published: day, told: null, quarter: null, dayHere: null };
  let sentence = -1;
  return recogniseTimes(words, layers, lexicon).map(({ first, end, meaning }) => {
    if (words.sentence(first).first !== sentence) reference = { ...reference, dayHere: null };
    sentence = words.sentence(first).first;
    const resolved = resolveTime(meaning, reference);
    reference = referenceAfter(meaning, resolved.value, reference);
    const range = { first, end };
    return { ...range, time: { id: nextId(), span: words.span(range), text: words.slice(range), ...resolved } };
  });
}

/** What the times behind this one may be told from. A quarter that is not over yet has no results to compare with. */
function referenceAfter(meaning: TimeMeaning, value: string | null, before: TimeReference): TimeReference {
  const days = value === null ? null : daysOf(value.split("T")[0] ?? "");
  if (value === null || days === null || !tells.has(meaning.kind)) return before;
  const told = value.split("T")[0] ?? value;
  const isQuarter = meaning.kind === "date" && meaning.part?.startsWith("Q");
  const isOver = before.published !== null && days.end <= before.published;
  return {
    ...before,
    told,
    quarter: isQuarter && isOver ? told : before.quarter,
    dayHere: days.end - days.first === 1 ? told : before.dayHere,
  };
}

/** "Yesterday" and "last year" are told from the day of publication, and nothing is told from them. */
const tells: ReadonlySet<TimeMeaning["kind"]> = new Set(["date", "weekday", "clock", "eve"]);
