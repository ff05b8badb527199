import type { Words } from "../grammar/words.js";
import { type Day, dayOfIso, digits } from "./calendar.js";
import type { RecognisedTime, TimeMeaning } from "./time-meaning.js";

/** Which of a date's numbers comes first. */
export type DateOrder = "day" | "month";

/** A date in numbers. */
export type NumericMeaning = Extract<TimeMeaning, { kind: "numeric" }>;

/** Whether the numbers may be a day and a month. */
export function isDate(meaning: NumericMeaning): boolean {
  return readingsOf(meaning).length > 0;
}

/** Month and day (`06-05`) by the order, or by the one that alone makes a date of the calendar; `null` where that is open. */
export function partOfNumbers(meaning: NumericMeaning, order: DateOrder | null): string | null {
  const readings = readingsOf(meaning);
  const [first, second] = readings;
  if (first !== undefined && (second === undefined || first.part === second.part)) return first.part;
  return readings.find((one) => one.order === order)?.part ?? null;
}

/**
 * The order in which an article writes its dates: as those of them say that can be read in one way, or whose other reading lies on the wrong
 * side of the day of publication ("was shot on 8/4" of a year, where August is still to come); else day first where it writes "3 May".
 * `null` where nothing tells or they disagree.
 */
export function orderOfNumbers(
  times: readonly RecognisedTime[],
  words: Words,
  published: Day | null,
): DateOrder | null {
  const told = new Set<DateOrder>();
  for (const { meaning } of times) {
    if (meaning.kind !== "numeric") continue;
    const readings = readingsOf(meaning);
    const fitting = readings.filter(({ part }) => readings.length === 1 || isOnItsSide(meaning, part, published));
    const [only, other] = fitting;
    if (only !== undefined && other === undefined) told.add(only.order);
  }
  if (told.size === 0 && times.some((time) => isDayBeforeMonth(time, words))) return "day";
  const [order, other] = told;
  return other === undefined ? (order ?? null) : null;
}

function readingsOf({ numbers: [first, second], order }: NumericMeaning): { order: DateOrder; part: string }[] {
  return [
    { order: "day" as const, day: first, month: second },
    { order: "month" as const, day: second, month: first },
  ]
    .filter((one) => one.month >= 1 && one.month <= 12 && one.day >= 1 && one.day <= 31)
    .filter((one) => order === null || one.order === order)
    .map((one) => ({ order: one.order, part: `${digits(one.month, 2)}-${digits(one.day, 2)}` }));
}

function isOnItsSide({ year, direction }: NumericMeaning, part: string, published: Day | null): boolean {
  const day = year === null ? null : dayOfIso(`${digits(year, 4)}-${part}`);
  return day === null || published === null || (day - published) * direction >= 0;
}

/** "3 May", "3rd of May". */
function isDayBeforeMonth({ first, meaning }: RecognisedTime, words: Words): boolean {
  const isDay = meaning.kind === "date" && /^\d\d-\d\d$/.test(meaning.part ?? "");
  return isDay && /^\d{1,2}(?:st|nd|rd|th)?$/.test(words.text(first)) && /^\p{L}/u.test(words.text(first + 1));
}
