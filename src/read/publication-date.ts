import { possibleYears } from "../text/possible-years.js";

/** English months by their first three letters. */
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Offsets of the zones that go by a name in RFC 822 and in feeds; a name that several countries use for theirs is left out. */
const zones: Readonly<Record<string, string>> = {
  ...{ z: "Z", ut: "Z", utc: "Z", gmt: "Z", wet: "Z", est: "-05:00", edt: "-04:00", cst: "-06:00", cdt: "-05:00" },
  ...{ mst: "-07:00", mdt: "-06:00", pst: "-08:00", pdt: "-07:00", akst: "-09:00", akdt: "-08:00", hst: "-10:00" },
  ...{ west: "+01:00", bst: "+01:00", cet: "+01:00", cest: "+02:00", mez: "+01:00", mesz: "+02:00", met: "+01:00" },
  ...{ mest: "+02:00", eet: "+02:00", eest: "+03:00", msk: "+03:00", hkt: "+08:00", sgt: "+08:00", jst: "+09:00" },
  ...{ kst: "+09:00", aest: "+10:00", aedt: "+11:00", acst: "+09:30", awst: "+08:00", nzst: "+12:00", nzdt: "+13:00" },
};

const time = String.raw`(?<time>\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)(?:\s*(?<half>[ap])\.?m\b\.?)?`;
const zone = String.raw`\s*(?<zone>(?:utc|gmt)?\s?[+-]\d{1,2}:?\d{2}|[a-z]{1,4})?(?:\s*\([\w +:-]*\))?`;
const clock = `${time}${zone}`;
const weekday = String.raw`(?:[a-z]{2,9}(?:\.?,\s*|\.?\s+))?`;
const day = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const named = String.raw`(?<named>[a-z]{3,9})\.?`;
const year = String.raw`(?<year>\d{4})`;

/** The forms of dates in feeds, pages and archives, each as a whole. */
const forms: readonly RegExp[] = [
  // ISO 8601 as W3C, databases and people write it: 2031-03-04T10:22:00Z, 2031-3-4 10:22, 20310304T102200Z, 2031/03/04.
  String.raw`${year}-(?<month>\d{1,2})-${day}(?:(?:\s*t\s*|\s+)${clock})?`,
  String.raw`${year}/(?<month>\d{1,2})/${day}(?:\s+${clock})?`,
  String.raw`${year}(?<month>\d{2})(?<day>\d{2})(?:t?(?<packed>\d{4}(?:\d{2})?)${zone})?`,
  // The day's number in the year: 2031-063.
  String.raw`${year}-?(?<ordinal>\d{3})(?:t${clock})?`,
  // RFC 822 and what passes for it: Tue, 04 Mar 2031 10:22:00 GMT; 4 March 2031; 4-Mar-31 10:22.
  String.raw`${weekday}${day}[\s-]+${named},?[\s-]+(?<year>\d{4}|\d{2})(?:,?\s+(?:at\s+)?${clock})?`,
  // March 4, 2031 10:22 and asctime: Tue Mar  4 10:22:00 2031, also with the zone before the year.
  String.raw`${weekday}${named}\s+${day},?\s+${year}(?:,?\s+(?:at\s+)?${clock})?`,
  String.raw`${weekday}${named}\s+${day},?\s+${clock}\s+${year}`,
  // Perforce: Tue, 2031/03/04 10:22:00 EST.
  String.raw`${weekday}${year}/(?<month>\d{2})/${day}\s+${clock}`,
].map((form) => new RegExp(`^${form}$`, "i"));

const slashed = new RegExp(String.raw`^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:[ ,]+${clock})?$`, "i");

/**
 * The written date as an ISO 8601 date, or date-time where a time of day stands with it (with its zone, if one is given whose offset is known); `null` for
 * anything else. Takes the forms of RFC 822, asctime and ISO 8601 with their common breakages, "16 May 2019", "May 16, 2019" and "05/16/2019". Dates that no calendar
 * has, of years before 1600 or from 2200 on, or with an offset that no place has are `null`, and so are forms like 5/6/2019, which two countries read in two ways.
 */
export function publicationDate(written: string): string | null {
  const text = written.replace(/\s+/g, " ").trim();
  for (const form of forms) {
    const found = form.exec(text)?.groups;
    if (found !== undefined) return compose(found);
  }
  const [, first = "", second = "", ...rest] = slashed.exec(text) ?? [];
  const [a, b] = [Number(first), Number(second)];
  // Only where one of the numbers can be no month, or both are the same.
  if (first === "" || (a <= 12 && b <= 12 && a !== b)) return null;
  const [written4 = "", hours, half, offset] = rest;
  const [day, month] = a > 12 ? [first, second] : [second, first];
  return compose({ year: written4, month, day, time: hours, half, zone: offset });
}

/** The named parts of a form. */
type Parts = {
  readonly [Name in "year" | "month" | "named" | "day" | "ordinal" | "time" | "packed" | "half" | "zone"]?:
    | string
    | undefined;
};

function compose(parts: Parts): string | null {
  const year = yearOf(parts.year ?? "");
  if (year < possibleYears.first || year > possibleYears.last) return null;
  const month =
    parts.ordinal === undefined ? (parts.named === undefined ? Number(parts.month) : monthOf(parts.named)) : 1;
  const day = Number(parts.ordinal ?? parts.day);
  const moment = new Date(Date.UTC(year, month - 1, day));
  const asWritten = parts.ordinal === undefined && (moment.getUTCMonth() !== month - 1 || moment.getUTCDate() !== day);
  if (Number.isNaN(moment.getTime()) || asWritten || moment.getUTCFullYear() !== year) return null;
  const date = moment.toISOString().slice(0, 10);
  const written = parts.time ?? parts.packed?.replace(/(\d{2})(?=\d)/g, "$1:");
  if (written === undefined) return date;
  const time = timeOf(written, parts.half);
  const offset = offsetOf(parts.zone);
  return time === null || offset === null ? null : `${date}T${time}${offset}`;
}

/** Two digits are of this century up to 68, as in POSIX. */
function yearOf(written: string): number {
  const year = Number(written);
  return written.length > 2 ? year : year + (year < 69 ? 2000 : 1900);
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
  const [, sign, hours = "", minutes = ""] = /([+-])(\d{1,2}):?(\d{2})$/.exec(zone ?? "") ?? [];
  if (sign === undefined) return zones[(zone ?? "").toLowerCase()] ?? "";
  return Number(hours) <= 14 && Number(minutes) < 60 ? `${sign}${hours.padStart(2, "0")}:${minutes}` : null;
}

/** 1 to 12, or 0 for a word that is no English month. */
function monthOf(word: string): number {
  return months.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}
