import { dayLength } from "../../text/days.js";

/** A day of the Gregorian calendar as its number since 1970-01-01, so that days add and compare as numbers. */
export type Day = number;

/** Day `day` of `month` (1 to 12), or `null` where no calendar has it. */
export function dayNumber(year: number, month: number, day: number): Day | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.getTime() / dayLength;
}

/** The day that an ISO date or date-time starts with, or `null` where it starts with none. */
export function dayOfIso(iso: string): Day | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  return dayNumber(Number(year), Number(month), Number(day));
}

/** The day as `1989-11-02`. */
export function isoDay(day: Day): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

export function yearOfDay(day: Day): number {
  return new Date(day * dayLength).getUTCFullYear();
}

/** 1 to 12. */
export function monthOf(day: Day): number {
  return new Date(day * dayLength).getUTCMonth() + 1;
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the day's week. */
export function mondayOf(day: Day): Day {
  return day - weekdayOf(day) + 1;
}

/** The day's week as `1989-W44`; ISO 8601 counts it to the year that its Thursday lies in. */
export function isoWeek(day: Day): string {
  const thursday = mondayOf(day) + 3;
  const year = yearOfDay(thursday);
  const week = Math.floor((thursday - (dayNumber(year, 1, 1) ?? thursday)) / 7) + 1;
  return `${digits(year, 4)}-W${digits(week, 2)}`;
}

/** The Monday that ISO week `week` of `year` starts with; the 4th of January lies in week 1. */
export function firstOfWeek(year: number, week: number): Day {
  return mondayOf(dayNumber(year, 1, 4) ?? 0) + (week - 1) * 7;
}

/** The first day of the month that lies `months` after the day's own. */
export function firstOfMonth(day: Day, months = 0): Day {
  const count = yearOfDay(day) * 12 + monthOf(day) - 1 + months;
  return dayNumber(Math.floor(count / 12), (count % 12) + 1, 1) ?? day;
}

/** The same day of the month `months` later; the last one of a month that is too short. */
export function addMonths(day: Day, months: number): Day {
  const first = firstOfMonth(day, months);
  const last = firstOfMonth(day, months + 1) - 1;
  return Math.min(first + day - firstOfMonth(day), last);
}

/** The number with zeros before it. */
export function digits(number: number, width: number): string {
  return String(number).padStart(width, "0");
}
