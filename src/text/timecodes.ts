import type { Span } from "./span.js";

/** Where words of a recording begin in its transcript, and the second of the recording at which they begin. */
export type Timecode = readonly [start: number, second: number];

/** The second at which the earliest of the spans was said, `null` where none is known. `timecodes` are in text order. */
export function secondOf(timecodes: readonly Timecode[], spans: readonly Span[]): number | null {
  const first = Math.min(...spans.map(([start]) => start));
  return timecodes.findLast(([start]) => start <= first)?.[1] ?? null;
}

/** "1:02:05" of 3725 seconds. */
export function clockOf(second: number): string {
  const [hours, minutes, seconds] = [second / 3600, (second / 60) % 60, second % 60].map(Math.floor);
  return `${hours}:${String(minutes).padStart(2, "0")}:${String(seconds).padStart(2, "0")}`;
}
