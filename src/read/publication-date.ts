const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2}|UTC|GMT)?)?$/i;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:[ ,]+(\d{2}:\d{2}(?::\d{2})?))?$/;
const dayMonthYear =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3,9})\.?,?\s+(\d{4})(?:\s+(\d{2}:\d{2}(?::\d{2})?)\s*(Z|[+-]\d{4}|UTC|GMT)?)?$/i;
const monthDayYear = /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i;

/** No newspaper is older, and what lies behind is a program's default (year 1, 9999). */
const [firstYear, lastYear] = [1600, 2199];

/**
 * The written date as an ISO 8601 date, or date-time where a time of day stands with it (with its zone, if one is given); `null` for
 * anything else. Takes ISO forms, `20190516`, `Thu, 16 May 2019 10:22:00 GMT`, `16 May 2019`, `May 16, 2019` and `05/16/2019`. Dates that no calendar
 * has, of years before 1600 or from 2200 on, or with an offset that no place has are `null`, and so are forms like 5/6/2019, which two countries read in two ways.
 */
export function publicationDate(written: string): string | null {
  const text = written.trim();
  const plain = iso.exec(text) ?? compact.exec(text);
  if (plain !== null) return compose(plain[1], Number(plain[2]), plain[3], plain[4], plain[5]);
  const numbers = slashed.exec(text);
  if (numbers !== null) return slashedDate(Number(numbers[1]), Number(numbers[2]), numbers[3], numbers[4]);
  const european = dayMonthYear.exec(text);
  if (european !== null) return compose(european[3], monthOf(european[2]), european[1], european[4], european[5]);
  const american = monthDayYear.exec(text);
  if (american !== null) return compose(american[3], monthOf(american[1]), american[2], undefined, undefined);
  return null;
}

/** Only where one of the numbers can be no month, or both are the same. */
function slashedDate(a: number, b: number, year: string | undefined, time: string | undefined): string | null {
  if (a <= 12 && b <= 12 && a !== b) return null;
  return a > 12 ? compose(year, b, String(a), time, undefined) : compose(year, a, String(b), time, undefined);
}

function compose(
  year: string | undefined,
  month: number,
  day: string | undefined,
  time: string | undefined,
  zone: string | undefined,
): string | null {
  if (Number(year) < firstYear || Number(year) > lastYear) return null;
  const moment = new Date(Date.UTC(Number(year), month - 1, Number(day)));
  if (moment.getUTCMonth() !== month - 1 || moment.getUTCDate() !== Number(day)) return null;
  const date = moment.toISOString().slice(0, 10);
  if (time === undefined) return date;
  if (!/^(?:[01]\d|2[0-3])(?::[0-5]\d){1,2}/.test(time)) return null;
  const offset = isoZone(zone);
  return offset === null ? null : `${date}T${time}${offset}`;
}

/** `null` for an offset that no place on earth has. */
function isoZone(zone: string | undefined): string | null {
  if (zone === undefined) return "";
  if (/^(?:Z|UTC|GMT)$/i.test(zone)) return "Z";
  const [, sign = "", hours = "", minutes = ""] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return Number(hours) <= 14 && Number(minutes) < 60 ? `${sign}${hours}:${minutes}` : null;
}

/** 1 to 12, or 0 for a word that is no English month. */
function monthOf(word: string | undefined): number {
  return months.indexOf((word ?? "").slice(0, 3).toLowerCase()) + 1;
}
