import type { PublishedFrom } from "../doc/article.js";
import { publicationDate } from "./publication-date.js";

/** A publication date that the article's own words tell. */
export interface DateInText {
  readonly published: string;
  readonly from: Extract<PublishedFrom, "dateline" | "text">;
}

const month = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?";
const date = `(?<date>\\d{1,2} ${month},? \\d{4}|${month} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{4}-\\d{2}-\\d{2})`;
const weekday = "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?";

/** "OSLOVAR, March 3, 2031 (Meridian) — ": places in capitals or by name, the date, perhaps an agency, then a dash. */
const dateline = new RegExp(
  `^\\p{Lu}[\\p{L}.' ]{1,40}(?:, \\p{Lu}[\\p{L}.' ]{1,40}){0,2}, ${weekday}${date}(?: \\([^()]{1,40}\\))? ?(?:--?|–|—)`,
  "iu",
);

/** "March 3, 2031 -- The dam held": the date alone, then two dashes, so that no range of days is taken for it. */
const dateOpening = new RegExp(`^${weekday}${date} (?:--|–|—) ?(?=\\p{Lu})`, "iu");

/** A line with nothing but the date, perhaps behind "Published" or the writer's name, and perhaps with a time of day behind it. */
const dateLine = new RegExp(
  `^(?:(?:published|posted|by [\\p{L}.' -]{2,60}?)(?: on)?[:,|·-]? ?(?:[,|·-] ?)?)?${weekday}${date}(?:,? (?:at )?\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m\\.?)?(?: [a-z]{3,4})?)?\\.?$`,
  "iu",
);

/** Datelines and date lines stand above the text or open it. */
const headLines = 6;
const longestLine = 200;

/**
 * The full date in the article's dateline ("OSLOVAR, March 3, 2031 — …") or in a date line or byline of its own at its head; `null` where
 * there is none or where two of them disagree.
 */
export function dateInText(text: string): DateInText | null {
  const found = headOf(text).flatMap(readLine);
  const [first] = found;
  if (first === undefined || found.some(({ published }) => published !== first.published)) return null;
  return first;
}

function headOf(text: string): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length && lines.length < headLines; ) {
    const end = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at);
    const line = text.slice(at, Math.min(end, at + longestLine)).trim();
    if (line !== "") lines.push(line);
    at = end + 1;
  }
  return lines;
}

function readLine(line: string): DateInText[] {
  const inDateline = dateline.exec(line)?.groups?.date ?? dateOpening.exec(line)?.groups?.date;
  const written = inDateline ?? dateLine.exec(line)?.groups?.date;
  const published = written === undefined ? null : publicationDate(written);
  return published === null ? [] : [{ published, from: inDateline === undefined ? "text" : "dateline" }];
}
