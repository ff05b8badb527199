import type { LaneMark } from "../../../src/view/lanes-view.js";
import { day, instant, isMoment } from "./time-axis.js";

/** Where a mark stands: a bar from `x` to `x2` for a state, else a point around `x`. Rows are counted from the top. */
export interface PlacedMark {
  readonly mark: LaneMark;
  readonly x: number;
  readonly x2: number;
  readonly row: number;
  /** Of a point: half its width. */
  readonly r: number;
  /** A bar that goes on beyond the days drawn. */
  readonly open: boolean;
}

/** What stands in a lane, and points for which there is no room: where, and how many. */
export interface LaneLayout {
  readonly bars: readonly PlacedMark[];
  readonly points: readonly PlacedMark[];
  readonly barRows: number;
  readonly pointRows: number;
  readonly hidden: readonly { readonly x: number; readonly count: number }[];
}

/** A lane with more rows of points than that is a wall. */
const mostRows = 6;
const gap = 2;

/** The size of a point: it grows with independent origins, and stops where it would hide its neighbours. */
export function radiusOf({ told }: Pick<LaneMark, "told">): number {
  return Math.min(10, 4 + 2.4 * Math.sqrt(Math.max(0, told.origins - 1)));
}

/**
 * Places the marks of a lane. A point whose time of day nobody tells may stand anywhere within its day, so those of one day stand side by side, then in
 * rows; what is seen of the axis is `width` wide.
 *
 * @param x where an instant is on the axis
 * @param zone whose clocks the axis has
 */
export function layLane(
  marks: readonly LaneMark[],
  x: (at: number) => number,
  { width, until, zone = "UTC" }: { readonly width: number; readonly until: number; readonly zone?: string },
): LaneLayout {
  const bars = layBars(marks, x, { width, until, zone });
  const { points, hidden } = layPoints(marks, x, { width, zone });
  const rows = (placed: readonly PlacedMark[]): number => placed.reduce((most, { row }) => Math.max(most, row + 1), 0);
  return { bars, points, barRows: rows(bars), pointRows: rows(points), hidden };
}

function layBars(
  marks: readonly LaneMark[],
  x: (at: number) => number,
  { width, until, zone }: { readonly width: number; readonly until: number; readonly zone: string },
): readonly PlacedMark[] {
  const ends: number[] = [];
  return marks.flatMap((mark): readonly PlacedMark[] => {
    const from = mark.kind === "posture" ? instant(mark.from, zone) : null;
    if (from === null) return [];
    const to = mark.to === null ? null : instant(mark.to, zone);
    const [start, end] = [x(from), Math.max(x(from) + 10, x(Math.min(to ?? until, until)))];
    if (end < 0 || start > width) return [];
    const free = ends.findIndex((taken) => taken + gap <= start);
    const row = free === -1 ? ends.length : free;
    ends[row] = end;
    return [{ mark, x: Math.max(start, -4), x2: Math.min(end, width + 4), row, r: 0, open: to === null }];
  });
}

function layPoints(
  marks: readonly LaneMark[],
  x: (at: number) => number,
  { width, zone }: { readonly width: number; readonly zone: string },
) {
  const rows: number[] = [];
  const missed = new Map<number, number>();
  const points = marks.flatMap((mark): readonly PlacedMark[] => {
    const at = mark.kind === "posture" ? null : instant(mark.from, zone);
    if (at === null) return [];
    const r = radiusOf(mark);
    const span = extentOf(mark, at);
    const [first, last] = [x(span.start), x(span.end)];
    if (last < 0 || first > width) return [];
    // The room that its day leaves it; a moment has but one place.
    const [low, high] = isMoment(mark.from)
      ? [Math.max(first, 0), Math.max(first, 0)]
      : [Math.max(first, 0) + r, Math.max(Math.max(first, 0) + r, last - r)];
    for (let row = 0; row < mostRows; row++) {
      const place = Math.max(low, (rows[row] ?? Number.NEGATIVE_INFINITY) + r + gap);
      if (place > high + 0.5) continue;
      rows[row] = place + r;
      return [{ mark, x: place, x2: place, row, r, open: false }];
    }
    const where = Math.round((low + high) / 2);
    missed.set(where, (missed.get(where) ?? 0) + 1);
    return [];
  });
  return { points, hidden: [...missed].map(([at, count]) => ({ x: at, count })) };
}

/** The time within which it was: what the line tells, a day, or a moment. A stretch longer than a day is shown where it starts. */
function extentOf(mark: LaneMark, at: number): { readonly start: number; readonly end: number } {
  if (!isMoment(mark.from)) return { start: at, end: at + day };
  return { start: at, end: at };
}
