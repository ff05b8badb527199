import { digits } from "./calendar.js";
import type { RecognisedTime } from "./recognised-time.js";
import type { SentenceLine } from "./sentence-line.js";
import { pieces } from "./vocabulary.js";

const secondDay = new RegExp(
  ` (?:and|or|to|through|until|-|–|—) (?<day>\\d{1,2})(?:st|nd|rd|th)?(?: , (?<year>\\d{4}))?(?= (?!${pieces.month}|${pieces.unit}|%|percent|-|p\\.m\\.|a\\.m\\.)|$)`,
  "y",
);

/** The second day of "from May 3 to 5" and "May 3 and 5, 2031", which stands without its month; `null` where no such day follows. */
export function secondDayAfter({ end, meaning }: RecognisedTime, line: SentenceLine): RecognisedTime | null {
  if (meaning.kind !== "date" || end >= line.sentence.end || !/^\d\d-\d\d$/.test(meaning.part ?? "")) return null;
  secondDay.lastIndex = line.startOf(end) - 1;
  const match = secondDay.exec(line.text);
  const day = Number(match?.groups?.day);
  if (match === null || !(day >= 1 && day <= 31)) return null;
  const year = match.groups?.year === undefined ? meaning.year : Number(match.groups.year);
  const part = `${meaning.part?.slice(0, 3)}${digits(day, 2)}`;
  return { first: end + 1, end: end + match[0].trim().split(" ").length, meaning: { ...meaning, part, year } };
}
