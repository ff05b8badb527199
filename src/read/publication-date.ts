import { possibleYears } from "../text/possible-years.js";
import { monthNamed } from "./month-names.js";

/** Offsets of the zones that go by a name in RFC 822 and in feeds; a name that several countries use for theirs is left out. */
const zones: Readonly<Record<string, string>> = {
  ...{ z: "Z", ut: "Z", utc: "Z", gmt: "Z", wet: "Z", est: "-05:00", edt: "-04:00", cst: "-06:00", cdt: "-05:00" },
  ...{ mst: "-07:00", mdt: "-06:00", pst: "-08:00", pdt: "-07:00", akst: "-09:00", akdt: "-08:00", hst: "-10:00" },
  ...{ west: "+01:00", bst: "+01:00", cet: "+01:00", cest: "+02:00", mez: "+01:00", mesz: "+02:00", met: "+01:00" },
  ...{ mest: "+02:00", eet: "+02:00", eest: "+03:00", msk: "+03:00", hkt: "+08:00", sgt: "+08:00", jst: "+09:00" },
  ...{ kst: "+09:00", aest: "+10:00", aedt: "+11:00", acst: "+09:30", awst: "+08:00", nzst: "+12:00", nzdt: "+13:00" },
};

const time = String.raw`(?:(?<before>[上下]午|午[前後]|오[전후])\s*)?(?<time>\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?|\d{2}\.\d{2}(?:\.\d{2})?)(?:\s*(?<half>[ap])\.?m\b\.?)?`;
const zone = String.raw`(?:\s*uhr)?\s*(?<zone>(?:utc|gmt)?\s?[+-]\d{1,2}(?::?\d{2})?(?!\d)|(?:etc/)?[a-z]{1,4})?(?:\s*\([\w +:-]*\)|(?<=\d)\s[a-z]{2,4})?`;
const clock = `${time}${zone}`;
const weekday = String.raw`(?:\p{L}{2,12}(?:\.?\s?,\s*|\.?\s+))?`;
const day = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|\.)?`;
const named = String.raw`(?<named>\p{L}{3,12})\.?`;
const year = String.raw`(?<year>\d{4})`;

/** The forms of dates in feeds, pages and archives, each as a whole. */
const forms: readonly RegExp[] = [
  // ISO 8601 as W3C, databases and people write it: 2031-03-04T10:22:00Z, 2031-3-4 10:22, 20310304T102200Z, 2031/03/04.
  String.raw`${year}-(?<month>\d{1,2})-${day}(?:(?:\s*t\s*|\s+)${clock})?`,
  String.raw`${year}-${named}-${day}(?:(?:\s*t\s*|\s+)${clock})?`,
  String.raw`${year}(?<mark>[/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?:\s+${clock})?`,
  String.raw`${year}(?<month>\d{2})(?<day>\d{2})(?:t?(?<packed>\d{4}(?:\d{2})?)${zone})?`,
  String.raw`${year}(?<month>\d{2})(?<day>\d{2})t${clock}`,
  // The day's number in the year: 2031-063.
  String.raw`${year}-?(?<ordinal>\d{3})(?:t${clock})?`,
  // East Asian: 2031年3月4日, 2031년 3월 4일 10:22.
  String.raw`${year}[年년]\s*(?<month>\d{1,2})[月월]\s*(?<day>\d{1,2})[日일](?:\s*${clock})?`,
  // RFC 822 and what passes for it: Tue, 04 Mar 2031 10:22:00 GMT; 4 March 2031; 4-Mar-31 10:22.
  String.raw`${weekday}${day}(?:[\s-]+(?:of\s+)?|(?=\p{L}))${named},?[\s-]+(?<year>\d{4}|\d{2})(?:,?\s+(?:at\s+)?${clock})?`,
  // March 4, 2031 10:22 and asctime: Tue Mar  4 10:22:00 2031, also with the zone before the year.
  String.raw`${weekday}${named}\s+${day},?\s+${year}(?:,?\s+(?:at\s+)?${clock})?`,
  String.raw`${weekday}${named}\s+${day},?\s+${clock}\s+${year}`,
  // Perforce: Tue, 2031/03/04 10:22:00 EST.
  String.raw`${weekday}${year}/(?<month>\d{2})/${day}\s+${clock}`,
].map((form) => new RegExp(`^${form}$`, "iu"));

const slashed = new RegExp(
  String.raw`^(?<first>\d{1,2})[/.](?<second>\d{1,2})[/.]${year}(?:[ ,|·–-]+${clock})?$`,
  "iu",
);

/**
 * The written date as an ISO 8601 date, or date-time where a time of day stands with it (with its zone, if one is given whose offset is known); `null` for
 * anything else. Takes the forms of RFC 822, asctime and ISO 8601 with their common breakages, "16 May 2019", "May 16, 2019" and "05/16/2019". Dates that no calendar
 * has, of years before 1600 or from 2200 on, of 1 January 1970, from which programs count, or with an offset that no place has are `null`, and so are forms like 5/6/2019, which two countries read in two ways.
 */
export function publicationDate(written: string): string | null {
  const date = dateOf(written);
  return date === null || isBeginningOfCount(date) ? null : date;
}

/** Programs count time from the first of January 1970, and so write a date that they do not have. */
function isBeginningOfCount(date: string): boolean {
  return date.startsWith("1970-01-01") || (date.startsWith("1969-12-31T") && Date.parse(date) === 0);
}

function dateOf(written: string): string | null {
  const text = written.replace(/\s+/g, " ").trim();
  if (/^1\d{9}(?:\d{3})?$/.test(text)) return dateOfSeconds(Number(text.slice(0, 10)));
  for (const form of forms) {
    const found = form.exec(text)?.groups;
    if (found !== undefined) return compose(found);
  }
  const found = slashed.exec(text)?.groups;
  const [first, second] = [Number(found?.first), Number(found?.second)];
  // Only where one of the numbers can be no month, or both are the same.
  if (found === undefined || (first <= 12 && second <= 12 && first !== second)) return null;
  return compose({ ...found, day: String(first > 12 ? first : second), month: String(first > 12 ? second : first) });
}

/** Programs count seconds or milliseconds since 1970; these are of the years 2001 to 2033. */
function dateOfSeconds(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(".000", "");
}

/** The named parts of a form. */
type Parts = {
  readonly [Name in "year" | "month" | "named" | "day" | "ordinal" | "time" | "packed" | "before" | "half" | "zone"]?:
    | string
    | undefined;
};

function compose(parts: Parts): string | null {
  const year = yearOf(parts.year ?? "");
  if (year < possibleYears.first || year > possibleYears.last) return null;
  const month =
    parts.ordinal === undefined ? (parts.named === undefined ? Number(parts.month) : monthNamed(parts.named)) : 1;
  const day = Number(parts.ordinal ?? parts.day);
  const moment = new Date(Date.UTC(year, month - 1, day));
  const asWritten = parts.ordinal === undefined && (moment.getUTCMonth() !== month - 1 || moment.getUTCDate() !== day);
  if (Number.isNaN(moment.getTime()) || asWritten || moment.getUTCFullYear() !== year) return null;
  const date = moment.toISOString().slice(0, 10);
  const written = parts.time?.replace(/^(\d\d)\.(\d\d)\.?/, "$1:$2:") ?? parts.packed?.replace(/(\d{2})(?=\d)/g, "$1:");
  if (written === undefined) return date;
  const offset = offsetOf(parts.zone);
  if (offset === null) return null;
  // ISO 8601 lets a day end at 24:00, which is the next day's beginning.
  if (/^24(?::?00)+$/.test(written) && parts.half === undefined) {
    const next = new Date(Date.UTC(year, moment.getUTCMonth(), moment.getUTCDate() + 1)).toISOString().slice(0, 10);
    return `${next}T00${written.slice(2)}${offset}`;
  }
  const time = timeOf(written, parts.half ?? halfBefore(parts.before));
  return time === null ? null : `${date}T${time}${offset}`;
}

/** Two digits are of this century up to 68, as in POSIX. */
function yearOf(written: string): number {
  const year = Number(written);
  return written.length > 2 ? year : year + (year < 69 ? 2000 : 1900);
}

/** East Asian dates have the half of the day before the hour. */
function halfBefore(written: string | undefined): string | undefined {
  return written === undefined ? undefined : /[下後후]/.test(written) ? "p" : "a";
}

/** `hh:mm` with seconds where they are told; `null` where no day has it. */
function timeOf(written: string, half: string | undefined): string | null {
  const [hour = "", ...rest] = written.replace(",", ".").split(":");
  const inHalf = Number(hour) % 12;
  const hours = half === undefined ? Number(hour) : half.toLowerCase() === "p" ? inHalf + 12 : inHalf;
  if (hours > 23 || rest.some((part) => Number(part) >= 61) || (half !== undefined && Number(hour) > 12)) return null;
  return [String(hours).padStart(2, "0"), ...rest].join(":");
}

/** The offset as ISO 8601 has it, "" where none is told or none is known for the name; `null` for one that no place on earth has. */
function offsetOf(zone: string | undefined): string | null {
  const [, sign, hours = "", minutes = "00"] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone ?? "") ?? [];
  if (sign === undefined) return zones[(zone ?? "").toLowerCase().replace("etc/", "")] ?? "";
  return Number(hours) <= 14 && Number(minutes) < 60 ? `${sign}${hours.padStart(2, "0")}:${minutes}` : null;
}
