import { wallClock } from "./wall-clock.js";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "12 Mar 2031" of a day, or of a moment in that zone; the words themselves where they are no date. */
export function plainDay(at: string, brief = false, zone = "UTC"): string {
  const day = dayOf(at, zone);
  const [, year = "", month = "", date = ""] = /^(\d{4})-(\d\d)-(\d\d)/.exec(day) ?? [];
  const name = months[Number(month) - 1];
  if (name === undefined) return at;
  return `${Number(date)} ${name}${brief ? "" : ` ${year}`}`;
}

/** ", 20:00 UTC", ", 05:00 Asia/Tokyo" of a moment, ", 20:00" of one that is told by clocks nobody names; nothing of a day. */
export function timeOfDay(at: string, zone = "UTC"): string {
  const date = momentOf(at);
  if (date === null && isMoment(at)) return `, ${at.slice(11, 16)}`;
  return date === null ? "" : `, ${wallClock(date, zone).toISOString().slice(11, 16)} ${zone}`;
}

/** The moment as the reader's own clock has it, `null` of a day. */
export function localTime(at: string): string | null {
  const date = momentOf(at);
  if (date === null) return null;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return `${date.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" })}, ${zone}`;
}

/** "Wednesday, 12 March 2031". */
export function longDay(day: string): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return date.toLocaleDateString("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}

/** The day so many days later. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return Number.isNaN(date.getTime()) ? day : date.toISOString().slice(0, 10);
}

function dayOf(at: string, zone: string): string {
  const date = momentOf(at);
  return date === null ? at : wallClock(date, zone).toISOString();
}

function isMoment(at: string): boolean {
  return /T\d\d:\d\d/.test(at);
}

/** `null` where no time of day is told, or by clocks that nobody names. */
function momentOf(at: string): Date | null {
  if (!isMoment(at) || !/(?:Z|[+-]\d\d:?\d\d)$/.test(at)) return null;
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? null : date;
}
