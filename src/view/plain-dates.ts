import type { Time } from "../record/time.js";
import { dayAfter, dayLength, isPlainDate } from "../text/days.js";

/** "13 February 2015" of "2015-02-13", or of a moment of that day; the words themselves where they are no date. */
export function plainDay(day: string): string {
  const [, year = "", month = "", date = ""] = /^(\d{4})-(\d\d)-(\d\d)/.exec(day) ?? [];
  const name = months[Number(month) - 1];
  return name === undefined ? day : `${Number(date)} ${name} ${year}`;
}

/** "13 Feb 2015" of "2015-02-13"; "13 Feb" where the reader is told of `year` anyway. */
export function shortDay(day: string, year: string | null = null): string {
  const [, own = "", month = "", date = ""] = /^(\d{4})-(\d\d)-(\d\d)/.exec(day) ?? [];
  const name = months[Number(month) - 1]?.slice(0, 3);
  return name === undefined ? day : `${Number(date)} ${name}${own === year ? "" : ` ${own}`}`;
}

/** "3 to 6 Mar 2031", "28 Feb to 3 Mar 2031", "30 Dec 2030 to 2 Jan 2031", "6 Mar 2031"; "date unknown" where an end is. */
export function shortDays(first: string | null, last: string | null): string {
  if (first === null || last === null || first === "" || last === "") return "date unknown";
  if (first.slice(0, 10) === last.slice(0, 10)) return shortDay(first);
  if (first.slice(0, 7) === last.slice(0, 7)) return `${Number(first.slice(8, 10))} to ${shortDay(last)}`;
  return `${shortDay(first, last.slice(0, 4))} to ${shortDay(last)}`;
}

/**
 * A moment as it was written, by the clock that wrote it: "8 Mar 2031, 18:20 (UTC+3)", "8 Mar 2031, 18:20 UTC"; "8 Mar 2031" of a day, "8 Mar 2031, 18:20"
 * where nobody names the clock.
 */
export function writtenMoment(at: string): string {
  const [, clock] = /T(\d\d:\d\d)/.exec(at) ?? [];
  if (clock === undefined) return shortDay(at);
  const [, zone = ""] = /(Z|[+-]\d\d:?\d\d)$/.exec(at) ?? [];
  const [, sign = "", hours = "", minutes = ""] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  if (sign === "" || (hours === "00" && minutes === "00"))
    return `${shortDay(at)}, ${clock}${zone === "" ? "" : " UTC"}`;
  const offset = `${sign === "-" ? "−" : "+"}${Number(hours)}${minutes === "00" ? "" : `:${minutes}`}`;
  return `${shortDay(at)}, ${clock} (UTC${offset})`;
}

/**
 * A value of a time as people say it: "13 February 2015" of "2015-02-13", "the week of 17 February 2025" of "2025-W08", "the night of 4 March 2031" of
 * "2031-03-04TNI"; words that are no date stand in quotes.
 */
export function plainMoment(value: string): string {
  const [date = "", clock] = value.split("T");
  if (/^\d{4}-\d\d-\d\d$/.test(date)) {
    const day = plainDay(date);
    if (clock === undefined) return day;
    const part = partsOfDay.get(clock);
    return part === undefined ? `${day}, ${clock.replace(/Z$/, " UTC")}` : `the ${part} of ${day}`;
  }
  const [, year = "", week = ""] = /^(\d{4})-W(\d\d)/.exec(date) ?? [];
  if (week !== "") {
    const monday = mondayOf(Number(year), Number(week));
    return date.endsWith("-WE") ? `the weekend of ${plainDay(dayAfter(monday, 5))}` : `the week of ${plainDay(monday)}`;
  }
  const [, ofYear = "", part = ""] = /^(\d{4})-([A-Z0-9]{2})$/.exec(date) ?? [];
  const named = months[Number(part) - 1] ?? partsOfYear.get(part);
  if (named !== undefined) return `${named} ${ofYear}`;
  if (/^\d{3}$/.test(date)) return `the ${date}0s`;
  return /^\d{4}$/.test(date) ? date : `“${value}”`;
}

/** "25 June of an unknown year" of "XXXX-06-25", "a Tuesday" of "XXXX-WXX-2"; any other value as it is. */
export function plainYearless(value: string): string {
  const [, month = "", day] = /^XXXX-(\d\d)(?:-(\d\d))?$/.exec(value) ?? [];
  const name = months[Number(month) - 1];
  if (name !== undefined) return `${day === undefined ? "" : `${Number(day)} `}${name} of an unknown year`;
  const [, weekday = ""] = /^XXXX-WXX-(\d)$/.exec(value) ?? [];
  const named = weekdays[Number(weekday) - 1];
  return named === undefined ? value : `a ${named}`;
}

/** A time without its preposition; its own words in quotes where its value names no day of the calendar: "XXXX-WXX-2" is "“last Tuesday”". */
export function plainTime({ text, value }: Pick<Time, "text" | "value">): string {
  return value !== null && isPlainDate(value) ? plainMoment(value) : `“${text.replace(/\s+/g, " ")}”`;
}

/** A time as a reader says it: "on 4 March 2031", "in the week of 3 March 2031". */
export function toldTime(time: Pick<Time, "text" | "value">): string {
  const told = plainTime(time);
  if (told.startsWith("“")) return told;
  return `${/^(?:\d{1,2} |the (?:weekend|morning|afternoon|evening|night) )/.test(told) ? "on" : "in"} ${told}`;
}

/** The months by name, January first. */
const months = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
] as const;

/** As ISO 8601 counts them. */
const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

const partsOfDay: ReadonlyMap<string, string> = new Map([
  ["MO", "morning"],
  ["AF", "afternoon"],
  ["EV", "evening"],
  ["NI", "night"],
]);

const partsOfYear: ReadonlyMap<string, string> = new Map([
  ["SP", "spring"],
  ["SU", "summer"],
  ["FA", "autumn"],
  ["WI", "winter"],
  ["Q1", "the first quarter of"],
  ["Q2", "the second quarter of"],
  ["Q3", "the third quarter of"],
  ["Q4", "the last quarter of"],
  ["H1", "the first half of"],
  ["H2", "the second half of"],
]);

/** The Monday of a week of ISO 8601: the first is that with 4 January in it. */
function mondayOf(year: number, week: number): string {
  const fourth = Date.UTC(year, 0, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  return new Date(fourth + (7 * (week - 1) - weekday) * dayLength).toISOString().slice(0, 10);
}
