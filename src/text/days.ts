/** Milliseconds in a day. */
export const dayLength = 86_400_000;

/** So many days after a day, or before it where the number is negative; what is no day as it is. */
export function dayAfter(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? day : new Date(time + days * dayLength).toISOString().slice(0, 10);
}

/** How many days lie between two. */
export function wholeDays(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
}

/** Whether a TIMEX3 value is a part of the calendar: neither a span of time, nor a weekday of no known week. */
export function isPlainDate(value: string): boolean {
  return /^\d{3,4}(?:-|T|$)/.test(value) && !value.includes("X");
}
