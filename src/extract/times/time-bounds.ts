import { type Day, dayNumber, digits, firstOfMonth, firstOfWeek, isoDay } from "./calendar.js";

/** The first day of a stretch of time and the day after its last. */
export interface DayRange {
  readonly first: Day;
  readonly end: Day;
}

/** ISO dates or date-times, the end left out. */
export interface TimeBounds {
  readonly from: string | null;
  readonly to: string | null;
}

export const noBounds: TimeBounds = { from: null, to: null };

/** The bounds of the time that a TIMEX3 value names; both `null` for durations, sets, references and what is known in part. */
export function boundsOf(value: string): TimeBounds {
  const [date = "", clock] = value.split("T");
  const days = daysOfDate(date);
  if (days === null || date.startsWith("P")) return noBounds;
  if (clock === undefined) return dayBounds(days);
  return clockBounds(days.first, clock);
}

/** The bounds of whole days. */
export function dayBounds({ first, end }: DayRange): TimeBounds {
  return { from: isoDay(first), to: isoDay(end) };
}

/**
 * The days of a TIMEX3 date: `1989-11-02`, `1989-11`, `1989-W44`, `1989-W44-WE`, `1989-Q3`, `1989-H1`, `1989`, `1989/1990`, `198`, `19`. `null` for anything
 * else; seasons are `null`, as they begin at other times in other places.
 */
export function daysOfDate(date: string): DayRange | null {
  const [begin = "", last] = date.split("/");
  if (last !== undefined) {
    const [first, end] = [daysOfDate(begin)?.first, daysOfDate(last)?.end];
    return first === undefined || end === undefined ? null : { first, end };
  }
  const [, year = "", rest] = /^(\d{4})(?:-(.+))?$/.exec(date) ?? [];
  if (year === "") return longDaysOf(date);
  if (rest === undefined) return yearsFrom(Number(year), 1);
  const [, letter = "", number = "", weekend] = /^([WQH])(\d{1,2})(-WE)?$/.exec(rest) ?? [];
  if (letter === "W") {
    const monday = firstOfWeek(Number(year), Number(number));
    return { first: weekend ? monday + 5 : monday, end: monday + 7 };
  }
  if (letter !== "")
    return monthsFrom(
      Number(year),
      letter === "Q" ? Number(number) * 3 - 2 : Number(number) * 6 - 5,
      letter === "Q" ? 3 : 6,
    );
  const [, month = "", day] = /^(\d\d)(?:-(\d\d))?$/.exec(rest) ?? [];
  if (day === undefined) return month === "" ? null : monthsFrom(Number(year), Number(month), 1);
  const first = dayNumber(Number(year), Number(month), Number(day));
  return first === null ? null : { first, end: first + 1 };
}

/** Decades and centuries, which TIMEX3 writes with the digits that their years share. */
function longDaysOf(date: string): DayRange | null {
  if (!/^\d{2,3}$/.test(date)) return null;
  const years = 10 ** (4 - date.length);
  return yearsFrom(Number(date) * years, years);
}

function yearsFrom(year: number, count: number): DayRange | null {
  const first = dayNumber(year, 1, 1);
  const end = dayNumber(year + count, 1, 1);
  return first === null || end === null ? null : { first, end };
}

function monthsFrom(year: number, month: number, count: number): DayRange | null {
  const first = dayNumber(year, month, 1);
  return first === null ? null : { first, end: firstOfMonth(first, count) };
}

/** The hours that this program takes a part of the day for; the night ends on the next morning. */
const hoursOf: ReadonlyMap<string, readonly [from: number, to: number]> = new Map([
  ["MO", [0, 12]],
  ["AF", [12, 18]],
  ["EV", [18, 24]],
  ["NI", [18, 30]],
]);

function clockBounds(day: Day, clock: string): TimeBounds {
  const hours = hoursOf.get(clock);
  if (hours !== undefined) return { from: instant(day, hours[0] * 60), to: instant(day, hours[1] * 60) };
  const [, hour = "", minute = ""] = /^(\d\d):(\d\d)$/.exec(clock) ?? [];
  if (hour === "") return noBounds;
  const minutes = Number(hour) * 60 + Number(minute);
  return { from: instant(day, minutes), to: instant(day, minutes + 1) };
}

const minutesOfDay = 24 * 60;

function instant(day: Day, minutes: number): string {
  const within = minutes % minutesOfDay;
  const date = isoDay(day + Math.floor(minutes / minutesOfDay));
  return `${date}T${digits(Math.floor(within / 60), 2)}:${digits(within % 60, 2)}`;
}
