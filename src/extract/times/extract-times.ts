import type { FullyAnnotated } from "../../doc/document.js";
import type { TokenRange } from "../../doc/layers.js";
import { idCounter } from "../../record/id.js";
import type { Time } from "../../record/time.js";
import type { Words } from "../words.js";
import { dayOfIso } from "./calendar.js";
import { recogniseTimes } from "./recognise-times.js";
import { resolveTime } from "./resolve-time.js";
import { daysOf } from "./time-bounds.js";
import type { TimeLexicon } from "./time-lexicon.js";

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
  let told: string | null = null;
  let quarter: string | null = null;
  return recogniseTimes(words, layers, lexicon).map(({ first, end, meaning }) => {
    const resolved = resolveTime(meaning, { published: day, told, quarter });
    if (meaning.kind === "date" && /^\d{4}/.test(resolved.value ?? "")) {
      told = resolved.value;
      if (meaning.part?.startsWith("Q") && day !== null && (daysOf(told ?? "")?.end ?? day + 1) <= day) quarter = told;
    }
    const range = { first, end };
    return { ...range, time: { id: nextId(), span: words.span(range), text: words.slice(range), ...resolved } };
  });
}
