import { placeOfLine } from "../link/place-of-line.js";
import type { FoundLine } from "../store/queries/find-lines.js";
import type { LinesAtPlace, PlacedLines, Site } from "../store/queries/placed-lines.js";
import type { DrawnView } from "./drawn-view.js";
import { type LineView, lineView } from "./line-view.js";

/** Where things are told to have been done, said or put in force. */
export interface MapView {
  readonly drawn: DrawnView;
  /** Told of by the most independent origins first. */
  readonly marks: readonly MapMark[];
  /** Places with coordinates that are left out. */
  readonly moreMarks: number;
  /** Places that the articles name and no gazetteer has. */
  readonly unknown: readonly PlaceView[];
  readonly moreUnknown: number;
  /** Lines that name no place, and lines in all. */
  readonly nowhere: number;
  readonly lines: number;
}

/** A place that lines name. */
export interface PlaceView {
  readonly name: string;
  readonly origins: number;
  readonly articles: number;
  readonly lines: number;
  /** Some of its lines, the latest of each origin. */
  readonly shown: readonly PlacedLine[];
}

/** A place on the map; `precision` is what its coordinates stand for: `country`, `region`, `city` or `site`. */
export interface MapMark extends PlaceView, Site {}

/** A line, with the words of its article that placed it. */
export interface PlacedLine {
  readonly line: LineView;
  readonly phrase: string;
}

export function mapView({ sites, unknown, nowhere, total, lines }: PlacedLines, drawn: DrawnView): MapView {
  const marks = sites.items.map((one) => ({ ...placeView(one, lines), ...one.site }));
  return {
    drawn,
    // No mark without words: a place whose lines are not at hand is none.
    marks: marks.filter(({ shown }) => shown.length > 0),
    moreMarks: sites.total - sites.items.length,
    unknown: unknown.items.map((one) => placeView(one, lines)),
    moreUnknown: unknown.total - unknown.items.length,
    nowhere,
    lines: total,
  };
}

function placeView({ name, origins, articles, count, shown }: LinesAtPlace, lines: PlacedLines["lines"]): PlaceView {
  const found = shown.flatMap((id) => placedLine(lines.get(id)) ?? []);
  return { name, origins, articles, lines: count, shown: found };
}

/** `null` where the line or its place is not at hand. */
export function placedLine(found: FoundLine | undefined): PlacedLine | null {
  const place = found && placeOfLine(found.stored.record, found.id);
  return found === undefined || place == null ? null : { line: lineView(found), phrase: place.text };
}
