import { dayLength } from "./days.js";

/** The zone of days where nobody names another. */
export const utc = "UTC";

/** The zone as its list writes it ("asia/tokyo" is `Asia/Tokyo`); `null` for what is no zone of the IANA time zone database. */
export function knownZone(written: string): string | null {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(written)) return null;
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: written }).resolvedOptions();
    // An old name may stand for a new one, and stays what the reader knows.
    return timeZone.toLowerCase() === written.toLowerCase() ? timeZone : written;
  } catch {
    return null;
  }
}

/** The day on which an instant, in milliseconds, lies in a zone. */
export function dayIn(instant: number, zone: string): string {
  return new Date(wallTime(instant, zone)).toISOString().slice(0, 10);
}

/** What the clocks of a zone show at an instant, in milliseconds: "18:05". */
export function timeIn(instant: number, zone: string): string {
  return new Date(wallTime(instant, zone)).toISOString().slice(11, 16);
}

/** The first instant of a day in a zone, in milliseconds: midnight, or what follows where the clocks leave that out. `null` for what is no day. */
export function startOfDay(day: string, zone: string): number | null {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(midnight) ? null : instantOfWallTime(midnight, zone);
}

/**
 * An ISO 8601 date-time in milliseconds. One without an offset is told by the clocks of `zone`, of two hours of one name the first. `null` for what is none.
 */
export function instantIn(written: string, zone: string): number | null {
  const isZoned = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(written);
  const time = Date.parse(isZoned ? written : `${written}Z`);
  if (Number.isNaN(time)) return null;
  return isZoned ? time : instantOfWallTime(time, zone);
}

/** What the clocks of the zone show at an instant, as if it were UTC. */
function wallTime(instant: number, zone: string): number {
  if (zone === utc) return instant;
  const parts = new Map<string, number>();
  for (const { type, value } of formatOf(zone).formatToParts(instant)) parts.set(type, Number(value));
  const of = (type: string): number => parts.get(type) ?? 0;
  const shown = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
  return shown + (((instant % 1_000) + 1_000) % 1_000);
}

/** The first instant at which the clocks of the zone show that much or more: an offset holds within a day on either side. */
function instantOfWallTime(shown: number, zone: string): number {
  if (zone === utc) return shown;
  const candidates = [-dayLength, dayLength].map((away) => {
    const near = shown + away;
    return shown - (wallTime(near, zone) - near);
  });
  return Math.min(...candidates.filter((one) => wallTime(one, zone) >= shown), Math.max(...candidates));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes longer than all that it is asked. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const numeric = "numeric";
  const format = new Intl.DateTimeFormat("en-US", {
    ...{ timeZone, year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric },
    hourCycle: "h23",
  });
  formats.set(timeZone, format);
  return format;
}
