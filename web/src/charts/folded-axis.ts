import { scaleLinear } from "d3-scale";
import { dayLength } from "../../../src/text/days.js";
import { shortDay } from "../../../src/view/plain-dates.js";
import type { AxisStretch } from "./time-axis.js";

/** An axis of time, counted in days, on which long stretches without news take no more room than a day. */
export interface FoldedAxis {
  readonly all: AxisStretch;
  /** So many days wide. */
  readonly length: number;
  /** How many days from its start an instant is. */
  readonly at: (instant: number) => number;
  /** The instant so many days from its start. */
  readonly instantAt: (days: number) => number;
  readonly folds: readonly AxisStretch[];
}

/** Shorter stretches are left as they are. */
const shortestFold = 2 * dayLength;

/** The room of a fold, in days. */
const foldWidth = 1;

/** @param busy days of news: instants at which each begins */
export function foldedAxis(all: AxisStretch, busy: Iterable<number>): FoldedAxis {
  const folds = quietStretches(all, busy);
  const domain = [all.start, ...folds.flatMap(({ start, end }) => [start, end]), all.end];
  let width = 0;
  const range = domain.map((at, index) => {
    const length = at - (domain[index - 1] ?? at);
    // Every second stretch is a fold.
    width += index > 0 && index % 2 === 0 ? foldWidth : length / dayLength;
    return width;
  });
  const scale = scaleLinear().domain(domain).range(range).clamp(true);
  const length = width;
  return {
    ...{ all, length, folds },
    // Before its start and behind its end a day is a day.
    at: (instant) =>
      scale(instant) + Math.min(0, instant - all.start) / dayLength + Math.max(0, instant - all.end) / dayLength,
    instantAt: (days) => scale.invert(days) + Math.min(0, days) * dayLength + Math.max(0, days - length) * dayLength,
  };
}

/** Stretches of more than two days within `all` on which nothing is told, in order. */
function quietStretches(all: AxisStretch, busy: Iterable<number>): readonly AxisStretch[] {
  const days = [...new Set(busy)].filter((at) => at >= all.start && at < all.end).sort((a, b) => a - b);
  const ends = [...days, all.end];
  return ends.flatMap((end, index) => {
    const start = index === 0 ? all.start : (days[index - 1] ?? 0) + dayLength;
    return end - start > shortestFold ? [{ start, end }] : [];
  });
}

/**
 * Where the stretch of that length ends that is looked at first: the latest one with at least half as many marks as the fullest has, so that the latest days come
 * first unless next to nothing is told on them. `null` where there are no marks. @param places of the marks on the axis
 */
export function latestFull(places: readonly number[], length: number): number | null {
  const sorted = [...places].sort((a, b) => a - b);
  let first = 0;
  const counts = sorted.map((end, at) => {
    while ((sorted[first] ?? end) < end - length) first += 1;
    return at - first + 1;
  });
  const enough = Math.max(...counts) / 2;
  return sorted[counts.findLastIndex((count) => count >= enough)] ?? null;
}

/** A line across the axis, with its words where there is room for them. */
export interface Tick {
  readonly at: number;
  readonly x: number;
  readonly words: string | null;
}

/** Hours have labels where each has so much room, that of a day's label too; and a letter takes about so much. */
const hourWidth = 72;
const letter = 6.2;

/**
 * Days, and where one looks closely hours, by a clock of 24. The year stands at the first label and wherever it changes.
 *
 * @param x where an instant is on the axis, in pixels
 * @param dayWidth how many pixels a day has
 * @param timed whether any mark tells a time of day: hours over marks that tell none would say when they were
 */
export function ticksOf(
  axis: FoldedAxis,
  seen: AxisStretch,
  x: (instant: number) => number,
  { dayWidth, width, timed = true }: { readonly dayWidth: number; readonly width: number; readonly timed?: boolean },
): readonly Tick[] {
  const ticks: Tick[] = [];
  let free = Number.NEGATIVE_INFINITY;
  let year: string | null = null;
  for (const at of daysIn(axis, seen)) {
    const place = x(at);
    if (place > width) break;
    const written = new Date(at).toISOString().slice(0, 10);
    const room = place >= free && place >= 0;
    const words = room ? shortDay(written, year) : null;
    if (room || dayWidth >= 14) ticks.push({ at, x: place, words });
    if (words !== null) {
      free = place + words.length * letter + 14;
      year = written.slice(0, 4);
    }
    const hours = timed ? hoursShown(dayWidth) : null;
    for (let hour = hours ?? 24; hour < 24; hour += hours ?? 24) {
      const point = x(at + (hour / 24) * dayLength);
      if (point < 0 || point > width) continue;
      const clock = point >= free ? `${String(hour).padStart(2, "0")}:00` : null;
      if (clock !== null) free = point + 44;
      ticks.push({ at: at + (hour / 24) * dayLength, x: point, words: clock });
    }
  }
  return ticks;
}

/** So many hours lie between two lines; `null` where days alone have them. */
function hoursShown(dayWidth: number): number | null {
  return [1, 3, 6, 12].find((hours) => (dayWidth * hours) / 24 >= hourWidth) ?? null;
}

/** The days in sight that are not folded, by the instant at which each begins. */
function* daysIn({ all, folds }: FoldedAxis, { start, end }: AxisStretch): Generator<number> {
  for (let at = Math.max(all.start, Math.floor(start / dayLength) * dayLength); at <= end && at < all.end; ) {
    const fold = folds.find((one) => one.start <= at && at < one.end);
    if (fold === undefined) yield at;
    at = fold === undefined ? at + dayLength : Math.ceil(fold.end / dayLength) * dayLength;
  }
}
