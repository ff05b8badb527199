import { dayLength } from "../../../src/text/days.js";
import type { LaneMark } from "../../../src/view/lanes-view.js";
import { isMoment } from "../wall-clock.js";
import { instant } from "./time-axis.js";

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
  /** What is written beside it, or in it; `null` where there is no room. */
  readonly label: string | null;
  /** Where the label of a bar begins. */
  readonly labelX?: number;
}

/** What stands in a lane, and points for which there is no room: where, and how many. */
export interface LaneLayout {
  readonly bars: readonly PlacedMark[];
  readonly points: readonly PlacedMark[];
  readonly barRows: number;
  readonly pointRows: number;
  readonly hidden: readonly { readonly x: number; readonly count: number }[];
}

/** What of the axis is seen, and how its marks are called. */
interface Frame {
  readonly width: number;
  readonly until: number;
  /** Whose clocks the axis has. */
  readonly zone?: string;
  readonly labelOf?: (mark: LaneMark) => string;
}

/** A lane with more rows of points than that is a wall. */
const mostRows = 6;
const gap = 2;

/** A letter is about so wide. */
const letter = 6.1;
const boldLetter = 6.9;
const mostLetters = 26;
const mostWithin = 90;
const leastLetters = 4;

/** Numbers of hidden marks that are nearer than that would print over each other. */
const hiddenApart = 34;

/** The size of a point: it grows with independent origins, and stops where it would hide its neighbours. */
export function radiusOf({ told }: Pick<LaneMark, "told">): number {
  return Math.min(10, 4 + 2.4 * Math.sqrt(Math.max(0, told.origins - 1)));
}

/**
 * Places the marks of a lane. A point whose time of day nobody tells may stand anywhere within its day, so those of one day stand side by side, then in
 * rows; what is seen of the axis is `width` wide. Labels stand to the right of their points as long as no other point needs the room.
 *
 * @param x where an instant is on the axis
 */
export function layLane(marks: readonly LaneMark[], x: (at: number) => number, frame: Frame): LaneLayout {
  const bars = layBars(marks, x, frame);
  const { points, hidden } = layPoints(marks, x, frame);
  const rows = (placed: readonly PlacedMark[]): number => placed.reduce((most, { row }) => Math.max(most, row + 1), 0);
  return { bars, points, barRows: rows(bars), pointRows: rows(points), hidden };
}

function layBars(
  marks: readonly LaneMark[],
  x: (at: number) => number,
  { width, until, zone = "UTC", labelOf = () => "" }: Frame,
): readonly PlacedMark[] {
  const ends: number[] = [];
  return marks.flatMap((mark): readonly PlacedMark[] => {
    const from = mark.kind === "posture" ? instant(mark.from, zone) : null;
    if (from === null) return [];
    const to = mark.to === null ? null : instant(mark.to, zone);
    const [start, end] = [x(from), Math.max(x(from) + 10, x(Math.min(to ?? until, until)))];
    if (end < 0 || start > width) return [];
    const seen = Math.max(start, 0);
    const { label, labelX } = labelOfBar(labelOf(mark), seen, end, width);
    const taken = Math.max(end, label === null ? 0 : labelX + 8 + label.length * letter);
    const free = ends.findIndex((other) => other + gap <= start);
    const row = free === -1 ? ends.length : free;
    ends[row] = taken;
    const drawn = { x: Math.max(start, -4), x2: Math.min(end, width + 4) };
    return [{ mark, ...drawn, row, r: 0, open: to === null, label, labelX }];
  });
}

/** Within a bar that has the room, else to its right, or where more of it can be read. */
function labelOfBar(
  text: string,
  start: number,
  end: number,
  width: number,
): Required<Pick<PlacedMark, "label" | "labelX">> {
  // A bar has its row for itself: its label may be as long as it.
  const within = fitting(text, ((Math.min(end, width) - start - 12) * letter) / boldLetter, mostWithin);
  const beside = fitting(text, width - end - 8);
  const isWithin = within !== null && within.length >= (beside?.length ?? 0);
  return isWithin ? { label: within, labelX: start + 6 } : { label: beside, labelX: end + 4 };
}

/** The start of it that has so many pixels; `null` where that would be no word. */
function fitting(label: string, room: number, most = mostLetters): string | null {
  const letters = Math.min(most, Math.floor(room / letter));
  if (label === "" || letters < Math.min(leastLetters, label.length)) return null;
  return label.length <= letters ? label : `${label.slice(0, letters - 1).trimEnd()}…`;
}

/** How far a row is taken: by its last point, and by that and its label. */
interface Row {
  readonly dot: number;
  readonly label: number;
  /** The last point of the row, by its place among all. */
  readonly last: number;
}

function layPoints(
  marks: readonly LaneMark[],
  x: (at: number) => number,
  { width, zone = "UTC", labelOf = () => "" }: Frame,
): Pick<LaneLayout, "points" | "hidden"> {
  const rows: Row[] = [];
  const points: PlacedMark[] = [];
  const missed: number[] = [];
  for (const mark of marks) {
    const at = mark.kind === "posture" ? null : instant(mark.from, zone);
    if (at === null) continue;
    const r = radiusOf(mark);
    const span = extentOf(mark, at);
    const [first, last] = [x(span.start), x(span.end)];
    if (last < 0 || first > width) continue;
    const [low, high] = roomOf(mark, { first, last, r });
    const row = freeRow(rows, points, { low, high, r });
    if (row === null) {
      missed.push(Math.round((low + high) / 2));
      continue;
    }
    const { index, place, isOverLabel } = row;
    const before = rows[index];
    if (isOverLabel && before !== undefined) points[before.last] = { ...pointAt(points, before.last), label: null };
    const label = fitting(labelOf(mark), width - place - r - 6);
    points.push({ mark, x: place, x2: place, row: index, r, open: false, label });
    const end = place + r;
    rows[index] = { dot: end, label: label === null ? end : end + 8 + label.length * letter, last: points.length - 1 };
  }
  return { points, hidden: together(missed) };
}

function pointAt(points: readonly PlacedMark[], at: number): PlacedMark {
  const point = points[at];
  if (point === undefined) throw new Error(`A row ends with point ${at} of ${points.length}.`);
  return point;
}

/** The room that its day leaves a point; a moment has but one place. */
function roomOf(
  mark: LaneMark,
  { first, last, r }: { readonly first: number; readonly last: number; readonly r: number },
): readonly [low: number, high: number] {
  const start = Math.max(first, 0);
  return isMoment(mark.from) ? [start, start] : [start + r, Math.max(start + r, last - r)];
}

/** The first row with room behind the labels in it, else the one whose last label, of the fewest origins, has to go; `null` for none. */
function freeRow(
  rows: readonly Row[],
  points: readonly PlacedMark[],
  { low, high, r }: { readonly low: number; readonly high: number; readonly r: number },
): { readonly index: number; readonly place: number; readonly isOverLabel: boolean } | null {
  const behind = (end: number | undefined): number => Math.max(low, (end ?? Number.NEGATIVE_INFINITY) + r + gap);
  for (let index = 0; index < mostRows; index++) {
    const place = behind(rows[index]?.label);
    if (place <= high + 0.5) return { index, place, isOverLabel: false };
  }
  const [least] = rows
    .map(({ dot, last }, index) => ({ index, place: behind(dot), origins: points[last]?.mark.told.origins ?? 0 }))
    .filter(({ place }) => place <= high + 0.5)
    .sort((a, b) => a.origins - b.origins || a.index - b.index);
  return least === undefined ? null : { index: least.index, place: least.place, isOverLabel: true };
}

/** Numbers that would print over each other as one, where the first stands. */
function together(places: readonly number[]): LaneLayout["hidden"] {
  const sums: { x: number; count: number }[] = [];
  for (const x of places.toSorted((a, b) => a - b)) {
    const last = sums.at(-1);
    if (last !== undefined && x - last.x < hiddenApart) last.count++;
    else sums.push({ x, count: 1 });
  }
  return sums;
}

/** The time within which it was: what the line tells, a day, or a moment. A stretch longer than a day is shown where it starts. */
function extentOf(mark: LaneMark, at: number): { readonly start: number; readonly end: number } {
  if (!isMoment(mark.from)) return { start: at, end: at + dayLength };
  return { start: at, end: at };
}
