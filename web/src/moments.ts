import { plainDay, shortDay } from "../../src/view/plain-dates.js";
import { isMoment, wallClock } from "./wall-clock.js";

/** "12 Mar 2031" of a day, or of a moment in that zone; with `brief` the year only where it is not this one. The words themselves where they are no date. */
export function shownDay(at: string, brief = false, zone = "UTC", now = new Date()): string {
  const day = dayOf(at, zone);
  return shortDay(day, brief ? dayOf(now.toISOString(), zone).slice(0, 4) : null);
}

/** ", 20:00 UTC", ", 05:00 Asia/Tokyo" of a moment, ", 20:00" of one that is told by clocks nobody names; nothing of a day. */
export function timeOfDay(at: string, zone = "UTC"): string {
  const date = momentOf(at);
  if (date === null && isMoment(at)) return `, ${at.slice(11, 16)}`;
  return date === null ? "" : `, ${wallClock(date, zone).toISOString().slice(11, 16)} ${zone}`;
}

/**
 * All that is known of it, for pointing at it: a moment by the record's clocks, in UTC and by the reader's, each once; of a day its weekday and whose day it
 * is.
 */
export function wholeMoment(at: string, zone = "UTC"): string {
  const date = momentOf(at);
  if (date === null) return isMoment(at) ? `${longDay(at)}${timeOfDay(at)}` : `${longDay(at)} (${zone})`;
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [...new Set([zone, "UTC", own])].map((one) => `${shownDay(at, false, one)}${timeOfDay(at, one)}`).join(" · ");
}

/** "Wednesday, 12 March 2031". */
export function longDay(day: string): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return `${weekdays[date.getUTCDay()]}, ${plainDay(day)}`;
}

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

function dayOf(at: string, zone: string): string {
  const date = momentOf(at);
  return date === null ? at : wallClock(date, zone).toISOString();
}

/** `null` where no time of day is told, or by clocks that nobody names. */
function momentOf(at: string): Date | null {
  if (!isMoment(at) || !/(?:Z|[+-]\d\d:?\d\d)$/.test(at)) return null;
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? null : date;
}
