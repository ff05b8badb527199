import { digits } from "./calendar.js";
import type { SentenceLine } from "./sentence-line.js";
import type { RecognisedTime } from "./time-meaning.js";
import { pieces } from "./vocabulary.js";

const joint = "(?:and|or|to|through|until|-|–|—)";
const behind = new RegExp(
  ` ${joint} (?<day>\\d{1,2})(?:st|nd|rd|th)?(?: , (?<year>\\d{4}))?(?= (?!${pieces.month}|${pieces.unit}|%|percent|-|p\\.m\\.|a\\.m\\.)|$)`,
  "y",
);
const before = new RegExp(`(?<!${pieces.month} )(?<day>\\d{1,2})(?:st|nd|rd|th)? ${joint} (?=\\d)`, "y");

/** The last day of "from May 3 to 5" and "May 3 and 5, 2031", which stands without its month; `null` where no such day follows. */
export function dayBehind({ end, meaning }: RecognisedTime, line: SentenceLine): RecognisedTime | null {
  if (end >= line.sentence.end) return null;
  behind.lastIndex = line.startOf(end) - 1;
  const match = behind.exec(line.text);
  const day = match && sameMonth(meaning, match.groups?.day, match.groups?.year);
  return match && day && { first: end + 1, end: end + match[0].trim().split(" ").length, meaning: day };
}

/** The first day of "from 3 to 5 May", which stands without its month; `null` where no such day stands before. */
export function dayBefore({ first, meaning }: RecognisedTime, line: SentenceLine): RecognisedTime | null {
  if (first - 2 < line.sentence.first) return null;
  before.lastIndex = line.startOf(first - 2);
  const match = before.exec(line.text);
  if (match === null || before.lastIndex !== line.startOf(first)) return null;
  const day = sameMonth(meaning, match.groups?.day, undefined);
  return day && { first: first - 2, end: first - 1, meaning: day };
}

/** Another day of the month that a day of the calendar lies in, in its year or the one written. */
function sameMonth(
  meaning: RecognisedTime["meaning"],
  written: string | undefined,
  year: string | undefined,
): RecognisedTime["meaning"] | null {
  const day = Number(written);
  if (meaning.kind !== "date" || !/^\d\d-\d\d$/.test(meaning.part ?? "") || !(day >= 1 && day <= 31)) return null;
  const part = `${meaning.part?.slice(0, 3)}${digits(day, 2)}`;
  return { ...meaning, part, year: year === undefined ? meaning.year : Number(year) };
}
