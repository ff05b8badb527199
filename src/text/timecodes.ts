import type { Span } from "./span.js";

/** Where words of a recording begin in its transcript, and the second of the recording at which they begin. */
export type Timecode = readonly [start: number, second: number];

/** The second at which the earliest of the spans was said, `null` where none is known. `timecodes` are in text order. */
export function secondOf(timecodes: readonly Timecode[], spans: readonly Span[]): number | null {
  const first = Math.min(...spans.map(([start]) => start));
  return timecodes.findLast(([start]) => start <= first)?.[1] ?? null;
}
