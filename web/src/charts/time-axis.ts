import { wallClock } from "../wall-clock.js";

/** A stretch of the axis, in milliseconds. */
export interface AxisStretch {
  readonly start: number;
  readonly end: number;
}

const hour = 3_600_000;

/** The nearest that one can look at the axis. */
export const shortest = 6 * hour;

/** Where a day or moment stands on the axis, in milliseconds: as the clocks of the zone show it. What has no offset is told by them already. `null` for what is neither. */
export function instant(at: string, zone = "UTC"): number | null {
  const isShown = !/T.*(?:Z|[+-]\d\d:?\d\d)$/.test(at);
  const time = Date.parse(isShown && at.includes("T") ? `${at}Z` : at);
  if (Number.isNaN(time)) return null;
  return isShown ? time : wallClock(new Date(time), zone).getTime();
}

function keptStretch({ start, end }: AxisStretch, all: AxisStretch): AxisStretch {
  const length = Math.min(end - start, all.end - all.start);
  const first = Math.min(Math.max(start, all.start), all.end - length);
  return { start: first, end: first + length };
}

/** As the address bar has it: two moments to the minute; `null` for all of it. */
export function writtenStretch({ start, end }: AxisStretch, all: AxisStretch): string | null {
  if (end - start >= (all.end - all.start) * 0.999) return null;
  return [start, end].map((at) => new Date(at).toISOString().slice(0, 16)).join(",");
}

/** What {@link writtenStretch} wrote, within `all`; all of it for whatever else. */
export function readStretch(written: string | null, all: AxisStretch): AxisStretch {
  const [start, end] = (written ?? "").split(",").map((at) => instant(at));
  if (start == null || end == null || end <= start || end <= all.start || start >= all.end) return all;
  const length = Math.min(all.end - all.start, Math.max(shortest, end - start));
  return keptStretch({ start, end: start + length }, all);
}
