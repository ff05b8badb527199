import { groupedBy } from "../../link/grouped-by.js";
import { compareText } from "../../link/link-input.js";
import { lineId } from "../line-id.js";
import type { Store } from "../store.js";
import type { FoundLine } from "./find-lines.js";
import { inPeriod, type LineFilter, lineAnswers, lookedUp, ofStory, type Period } from "./line-filter.js";
import { type Bounded, linesOf } from "./told-in-period.js";

/** The lines of a period by where they are placed. */
export interface PlacedLines {
  /** Places with coordinates, those of the most independent origins first. */
  readonly sites: Bounded<LinesAtPlace & { readonly site: Site }>;
  /** Names that no gazetteer has, in the same order. */
  readonly unknown: Bounded<LinesAtPlace>;
  /** Lines that name no place. */
  readonly nowhere: number;
  /** All actions, statements and postures of the period. */
  readonly total: number;
  /** The lines that are shown, by id. */
  readonly lines: ReadonlyMap<string, FoundLine>;
}

export interface LinesAtPlace {
  readonly name: string;
  /** Where that is; `null` where nobody knows. */
  readonly site: Site | null;
  readonly count: number;
  readonly origins: number;
  readonly articles: number;
  /** Of the lines, by their ids in the whole database, the latest of each origin; so many at most. */
  readonly shown: readonly string[];
}

/** Coordinates, and what they stand for. One place with coordinates of two precisions is two. */
export interface Site {
  readonly lat: number;
  readonly lon: number;
  readonly precision: string;
  readonly kind: string;
  readonly country: string | null;
  readonly geonames: number | null;
}

export interface PlaceLimits {
  readonly sites: number;
  readonly unknown: number;
  /** Lines of each. */
  readonly lines: number;
}

/** The actions, statements and postures of a period by where their words place them. */
export async function placedLines(
  store: Store,
  period: Period,
  asked: LineFilter,
  most: PlaceLimits,
): Promise<PlacedLines> {
  const filter = await lookedUp(store, period, asked);
  const { total, placed } = await linesIn(store, period, filter)
    .select(({ fn }) => [fn.countAll<number>().as("total"), fn.count<number>("line.place").as("placed")])
    .executeTakeFirstOrThrow();
  const rows = await withPlaces(store, period, filter)
    .select(["version.id as version", "line.id as line", "trace.origin"])
    .select([
      "place.name",
      "place.lat",
      "place.lon",
      "place.precision",
      "place.kind",
      "place.country",
      "place.geonames",
    ])
    .orderBy("trace.day", "desc")
    .orderBy("trace.time", "desc")
    .orderBy("version.id")
    .orderBy("trace.line")
    .execute();
  const keyed = groupedBy(rows, ({ name, lat, lon, precision }) =>
    lat === null || lon === null ? name.toLowerCase() : `${lat} ${lon} ${precision}`,
  );
  const places = [...keyed.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [placeOf([first, ...others], most.lines)],
  );
  const sorted = places.toSorted((a, b) => b.origins - a.origins || b.count - a.count || compareText(a.name, b.name));
  const sites = sorted.flatMap(({ site, ...rest }) => (site === null ? [] : [{ ...rest, site }]));
  const unknown = sorted.filter(({ site }) => site === null);
  const [shownSites, shownUnknown] = [sites.slice(0, most.sites), unknown.slice(0, most.unknown)];
  return {
    sites: { items: shownSites, total: sites.length },
    unknown: { items: shownUnknown, total: unknown.length },
    nowhere: total - placed,
    total,
    lines: await linesOf(
      store,
      [...shownSites, ...shownUnknown].flatMap(({ shown }) => shown),
    ),
  };
}

/** A place of {@link placedLines}: its coordinates, or its name where nobody knows any. */
export type PlaceKey = Pick<Site, "lat" | "lon" | "precision"> | { readonly name: string };

/** The ids of the lines of a period at one place, the latest first; so many behind so many. */
export async function linesAt(
  store: Store,
  period: Period,
  asked: LineFilter,
  place: PlaceKey,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<readonly string[]> {
  const filter = await lookedUp(store, period, asked);
  const rows = await withPlaces(store, period, filter)
    .select(["version.id as version", "line.id as line"])
    .where(({ and, eb }) =>
      "lat" in place
        ? and([
            eb("place.lat", "=", place.lat),
            eb("place.lon", "=", place.lon),
            eb("place.precision", "=", place.precision),
          ])
        : and([eb(eb.fn("lower", ["place.name"]), "=", place.name.toLowerCase()), eb("place.lat", "is", null)]),
    )
    .orderBy("trace.day", "desc")
    .orderBy("trace.time", "desc")
    .orderBy("version.id")
    .orderBy("trace.line")
    .offset(offset)
    .limit(limit)
    .execute();
  return rows.map(({ version, line }) => lineId(version, line));
}

interface PlaceRow extends Omit<Site, "lat" | "lon" | "precision"> {
  readonly version: string;
  readonly line: string;
  readonly origin: string;
  readonly name: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly precision: string | null;
}

/** @param rows the latest first */
function placeOf(rows: readonly [PlaceRow, ...PlaceRow[]], most: number): LinesAtPlace {
  const [{ name, lat, lon, precision, kind, country, geonames }] = rows;
  const known = lat === null || lon === null || precision === null ? null : { lat, lon, precision };
  const origins = groupedBy(rows, ({ origin }) => origin);
  return {
    name,
    site: known && { ...known, kind, country, geonames },
    count: rows.length,
    origins: origins.size,
    articles: new Set(rows.map(({ version }) => version)).size,
    shown: [...origins.values()]
      .flatMap(([first]) => (first === undefined ? [] : [lineId(first.version, first.line)]))
      .slice(0, most),
  };
}

function withPlaces(store: Store, period: Period, filter: LineFilter) {
  return linesIn(store, period, filter)
    .innerJoin("place", (join) =>
      join.onRef("place.version", "=", "trace.version").onRef("place.id", "=", "line.place"),
    )
    .innerJoin("version", "version.key", "trace.version");
}

function linesIn({ tables }: Store, { since, until }: Period, { words, story }: LineFilter) {
  return tables
    .selectFrom("trace")
    .innerJoin("line", "line.key", "trace.line")
    .where(lineAnswers("trace.line", words))
    .where(ofStory("trace.version", story))
    .where(inPeriod("trace.day", { since, until }));
}
