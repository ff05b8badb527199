import { type DateInText, dateInText } from "../date-in-text.js";
import { publicationDate } from "../publication-date.js";

const month = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?";
const date = new RegExp(`\\b(?:\\d{1,2} ${month},? \\d{4}|${month} \\d{1,2},? \\d{4}|\\d{4}-\\d{2}-\\d{2})\\b`, "gi");

/** What stands beside the day on which a document came out; a day alone in a line needs none of them. */
const labels =
  /\b(?:as of|dated?|issued|released?|published|updated|posted|statement|report|sitrep|factsheet|fact sheet|bulletin|update|flash|brief|briefing|advisory|press|news|notice|communiqu[eé]|no\.? ?\d+|issue \d+|#\d+)\b/i;

const longestLine = 120;
const headLines = 14;

/**
 * The date that a document gives itself: in its dateline, or in a short line at its head that says what it is ("Situation report 4 | as of 3 March 2031").
 * `null` where there is none, or where the lines disagree.
 */
export function documentDate(text: string, head: readonly string[]): DateInText | null {
  const own = dateInText(text);
  if (own !== null) return own;
  const lines = [...head, ...text.slice(0, 4_000).split("\n")].filter((line) => line.trim() !== "").slice(0, headLines);
  const found = lines.flatMap((line) => {
    if (line.length > longestLine) return [];
    const dates = line.match(date) ?? [];
    const rest = line
      .replace(date, "")
      .replace(/[^\p{L}]+/gu, " ")
      .trim();
    if (dates.length !== 1 || (rest !== "" && !isWeekday(rest) && !labels.test(line))) return [];
    const read = publicationDate(dates[0] ?? "");
    return read === null ? [] : [read];
  });
  const [first] = found;
  if (first === undefined || found.some((one) => one !== first)) return null;
  return { published: first, from: "text" };
}

function isWeekday(text: string): boolean {
  return /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i.test(text);
}
