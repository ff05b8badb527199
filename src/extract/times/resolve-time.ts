import {
  addMonths,
  type Day,
  digits,
  firstOfMonth,
  isoDay,
  isoWeek,
  monthOf,
  weekdayOf,
  yearOfDay,
} from "./calendar.js";
import { durationValue } from "./duration-value.js";
import { type DateOrder, type NumericMeaning, partOfNumbers } from "./numeric-date.js";
import { boundsOf, type DayRange, dayBounds, daysOfDate, noBounds, type TimeBounds } from "./time-bounds.js";
import type { CalendarUnit, Direction, TimeAnchor, TimeMeaning, TimexType } from "./time-meaning.js";

/** What a relative time is told from. */
export interface TimeReference {
  /** The day of publication. */
  readonly published: Day | null;
  /** The TIMEX3 value of the date that the article told last. */
  readonly told: string | null;
  /** The quarter that it told last: what a report on a company's results keeps comparing with. */
  readonly quarter: string | null;
  /** The day that the same sentence told last, which a time of day without its own belongs to. */
  readonly dayHere: string | null;
  /** How the article writes dates in numbers. */
  readonly order: DateOrder | null;
}

/** A time as TIMEX3 has it, with the bounds of what it covers. `value` is `null` where nothing anchors it. */
export interface ResolvedTime extends TimeBounds {
  readonly type: TimexType;
  readonly value: string | null;
}

type DateMeaning = Extract<TimeMeaning, { kind: "date" }>;
type ShiftMeaning = Extract<TimeMeaning, { kind: "shift" }>;
type WeekdayMeaning = Extract<TimeMeaning, { kind: "weekday" }>;
type ClockMeaning = Extract<TimeMeaning, { kind: "clock" }>;
type DayOfMonthMeaning = Extract<TimeMeaning, { kind: "dayOfMonth" }>;
type MovedMeaning = Extract<TimeMeaning, { kind: "moved" }>;
type NthMeaning = Extract<TimeMeaning, { kind: "nth" }>;
type DurationMeaning = Extract<TimeMeaning, { kind: "duration" }>;

/** The time that an expression stands for, seen from the reference. */
export function resolveTime(meaning: TimeMeaning, reference: TimeReference): ResolvedTime {
  switch (meaning.kind) {
    case "date":
      return timeOf("DATE", dateValue(meaning, reference));
    case "numeric":
      return timeOf("DATE", numericValue(meaning, reference));
    case "weekday":
      return timeOf("DATE", weekdayValue(meaning, reference));
    case "shift":
      return timeOf("DATE", shiftValue(meaning, reference));
    case "nth":
      return timeOf("DATE", nthWeekday(meaning, reference));
    case "dayOfMonth":
      return timeOf("DATE", dayOfMonthValue(meaning, reference));
    case "moved":
      return timeOf("DATE", movedValue(meaning, reference));
    case "clock":
      return timeOf("TIME", clockValue(meaning, reference));
    case "duration":
      return { type: "DURATION", value: durationValue(meaning), ...durationBounds(meaning, reference) };
    case "set":
      return { type: "SET", value: meaning.value, ...noBounds };
    case "fixed":
      return timeOf(meaning.type, meaning.value);
  }
}

function timeOf(type: TimexType, value: string | null): ResolvedTime {
  return { type, value, ...(value === null ? noBounds : boundsOf(value)) };
}

function movedValue({ unit, amount, of }: MovedMeaning, reference: TimeReference): string | null {
  const { value } = resolveTime(of, reference);
  const days = value === null ? null : daysOfDate(value);
  return days === null ? null : isoDay(moved(days.first, unit, amount));
}

/** The day of that number on the side that the tense says which is nearest to the day or month told before, or else to the day of publication. */
function dayOfMonthValue({ day, direction }: DayOfMonthMeaning, { published, told }: TimeReference): string | null {
  const base = told !== null && /^\d{4}-\d\d(?:-\d\d)?$/.test(told) ? daysOfDate(told)?.first : undefined;
  for (const near of [base, published]) {
    if (near === undefined || near === null) continue;
    const days = [-1, 0, 1].flatMap((months) => {
      const [first, next] = [firstOfMonth(near, months), firstOfMonth(near, months + 1)];
      return first + day - 1 < next ? [first + day - 1] : [];
    });
    const fitting = days.filter((one) => published === null || (one - published) * direction >= 0);
    const [nearest] = fitting.sort((one, other) => Math.abs(one - near) - Math.abs(other - near));
    if (nearest !== undefined) return isoDay(nearest);
  }
  return null;
}

/** The day from which a date or a day of the week is counted. */
function anchorDay(anchor: TimeAnchor | undefined, { published, told }: TimeReference): Day | null {
  const days = anchor === "told" && told !== null ? daysOfDate(told) : null;
  return days?.first ?? published;
}

/** The day of the second Friday of a month; `null` where the month is not known or has no fifth one. */
function nthWeekday({ weekday, nth, month }: NthMeaning, reference: TimeReference): string | null {
  const { value } = resolveTime(month, reference);
  const days = value === null ? null : daysOfDate(value);
  if (days === null) return null;
  const ahead = days.first + ((weekday - weekdayOf(days.first) + 7) % 7);
  const last = days.end - 1 - ((weekdayOf(days.end - 1) - weekday + 7) % 7);
  const day = nth === -1 ? last : ahead + 7 * (nth - 1);
  return day < days.end ? isoDay(day) : null;
}

function dateValue({ year, part, direction, strict, anchor }: DateMeaning, reference: TimeReference): string | null {
  const published = anchorDay(anchor, reference);
  const behind = part === null ? "" : `-${part}`;
  if (typeof year === "number") return `${digits(year, 4)}${behind}`;
  if (published === null) return part === null ? null : `XXXX${behind}`;
  if (year !== null) return `${yearOfDay(published) + year.shift}${behind}`;
  return part === null
    ? null
    : `${strict ? yearBeside(part, published, direction) : yearNear(part, published, direction)}${behind}`;
}

/** Of a date that may be read in two ways only the year is known. */
function numericValue(meaning: NumericMeaning, reference: TimeReference): string | null {
  const { year, direction } = meaning;
  const part = partOfNumbers(meaning, reference.order);
  if (part !== null) return dateValue({ kind: "date", year, part, direction }, reference);
  return year === null ? null : `${digits(year, 4)}-XX-XX`;
}

/** A day or month told without its year lies this near on one side, or the tense says on which. */
const nearDays = 60;
const halfYear = 183;

/** The year whose part lies near the day, or else on the side that the tense says; without a tense, the nearer one. */
function yearNear(part: string, published: Day, direction: Direction): number {
  const days = rangeOf(part, yearOfDay(published));
  if (days === null) return yearOfDay(published);
  const nearest = nearestYear(days.first, published, yearOfDay(published));
  const near = rangeOf(part, nearest);
  const isNear = near !== null && near.first - published < nearDays && published - near.end < nearDays;
  return direction === 0 || isNear ? nearest : yearBeside(part, published, direction);
}

/** The year whose part is the last one begun, or the next one that is not over. */
function yearBeside(part: string, published: Day, direction: Direction): number {
  const year = yearOfDay(published);
  const days = rangeOf(part, year);
  if (days === null) return year;
  if (direction === -1) return days.first <= published ? year : year - 1;
  return days.end > published ? year : year + 1;
}

function nearestYear(day: Day, published: Day, year: number): number {
  if (day - published > halfYear) return year - 1;
  return published - day > halfYear ? year + 1 : year;
}

/** The months that a season is taken to begin in, only to tell which year's season is meant. */
const seasonMonths: ReadonlyMap<string, string> = new Map([
  ["WI", "01"],
  ["SP", "03"],
  ["SU", "06"],
  ["FA", "09"],
]);

function rangeOf(part: string, year: number): DayRange | null {
  // A leap day has no date in most years; the day before it orders the years alike.
  return (
    daysOfDate(`${digits(year, 4)}-${seasonMonths.get(part) ?? part}`) ??
    daysOfDate(`${digits(year, 4)}-${part.replace("02-29", "02-28")}`)
  );
}

function weekdayValue({ weekday, direction, strict, anchor }: WeekdayMeaning, reference: TimeReference): string {
  const published = anchorDay(anchor, reference);
  if (published === null) return `XXXX-WXX-${weekday}`;
  const ahead = (weekday - weekdayOf(published) + 7) % 7;
  if (ahead === 0) return isoDay(strict ? published + 7 * direction : published);
  return isoDay(direction === 1 ? published + ahead : published + ahead - 7);
}

function shiftValue(meaning: ShiftMeaning, reference: TimeReference): string | null {
  const { unit, amount, anchor } = meaning;
  if (anchor === "told") return toldShiftValue(meaning, reference);
  return reference.published === null ? null : unitValue(moved(reference.published, unit, amount), unit);
}

/** "A year earlier" keeps the day, month or quarter that it is told from; without one, only the year is known, and of shorter units nothing. */
function toldShiftValue(
  { unit, amount, whole }: ShiftMeaning,
  { published, told, quarter }: TimeReference,
): string | null {
  if (unit === "Q" && amount === 0) return quarter ?? lastQuarter(published);
  const base = unit === "Y" && amount === -1 ? (quarter ?? told) : told;
  if (unit === "Y" && !whole && base !== null && /^\d{4}-/.test(base)) {
    return `${digits(Number(base.slice(0, 4)) + amount, 4)}${base.slice(4)}`;
  }
  const from = told === null ? null : daysOfDate(told);
  if (from !== null) return unitValue(moved(from.first, unit, amount), unit);
  // "A day earlier" in an article that told no date before is told from the day of the article.
  return published === null || (amount >= 0 && unit !== "Y") ? null : unitValue(moved(published, unit, amount), unit);
}

/** The last quarter that was over on the day: what an article calls "the quarter" where it has named none. */
function lastQuarter(day: Day | null): string | null {
  return day === null ? null : unitValue(moved(day, "Q", -1), "Q");
}

/** The day moved by so many units, rounded to whole days or months. */
function moved(day: Day, unit: CalendarUnit, amount: number): Day {
  const months = monthsOf(unit);
  return months === null
    ? day + Math.round(amount * (unit === "D" ? 1 : 7))
    : addMonths(day, Math.round(amount * months));
}

function monthsOf(unit: CalendarUnit): number | null {
  switch (unit) {
    case "M":
      return 1;
    case "Q":
      return 3;
    case "Y":
      return 12;
    case "DE":
      return 120;
    case "CE":
      return 1200;
    default:
      return null;
  }
}

/** The day, week, … that the day lies in, as a TIMEX3 value. */
function unitValue(day: Day, unit: CalendarUnit): string {
  const year = digits(yearOfDay(day), 4);
  switch (unit) {
    case "D":
      return isoDay(day);
    case "W":
      return isoWeek(day);
    case "WE":
      return `${isoWeek(day)}-WE`;
    case "M":
      return `${year}-${digits(monthOf(day), 2)}`;
    case "Q":
      return `${year}-Q${Math.ceil(monthOf(day) / 3)}`;
    case "Y":
      return year;
    case "DE":
      return year.slice(0, 3);
    case "CE":
      return year.slice(0, 2);
  }
}

function clockValue({ clock, date }: ClockMeaning, reference: TimeReference): string {
  const today = reference.published === null ? null : isoDay(reference.published);
  const day = date === null ? (reference.dayHere ?? today) : resolveTime(date, reference).value;
  return `${day ?? "XXXX-XX-XX"}${clock}`;
}

/** "The past two weeks" end with the day of publication, "the next two" begin with it. */
function durationBounds({ amount, unit, direction }: DurationMeaning, { published }: TimeReference): TimeBounds {
  if (published === null || amount === null || direction === 0) return noBounds;
  if (unit === "TS" || unit === "TM" || unit === "TH") return noBounds;
  const other = moved(published, unit, amount * direction);
  return dayBounds(direction === -1 ? { first: other, end: published } : { first: published, end: other });
}
