/** What kind of thing a place of the gazetteer is. The order is that of the numbers in the file. */
export const features = [
  "country",
  "region",
  "county",
  "capital",
  "seat",
  "town",
  "quarter",
  "water",
  "area",
  "landform",
] as const;

/**
 * `region` is of a country's first level, `county` of its second; `seat` is the town that a region is governed from; `area` lies across such
 * borders ("the Middle East").
 */
export type Feature = (typeof features)[number];

/**
 * How a name stands for a place: as the one that it is listed by, as another, without the word for what it is ("Laurel" for Laurel County), or
 * short for it ("Ky.").
 */
export const namings = ["name", "byname", "bare", "abbreviation"] as const;

export type PlaceNaming = (typeof namings)[number];

/** A place that the gazetteer knows. */
export interface KnownPlace {
  /** Its number in the gazetteer; places are told apart by it. */
  readonly index: number;
  readonly name: string;
  readonly feature: Feature;
  /** ISO 3166-1 alpha-2, `null` where it lies in several countries or in none. */
  readonly country: string | null;
  readonly lat: number;
  readonly lon: number;
  /** 0 where it is not known. */
  readonly population: number;
  readonly geonames: number | null;
}

/** A place that bears a name. */
export interface NamedPlace {
  readonly place: KnownPlace;
  readonly naming: PlaceNaming;
}

/** Names of places and the places that bear them. */
export interface Gazetteer {
  /** Every place with that name, as `nameKey` gives it; empty where there is none. */
  find(key: string): readonly NamedPlace[];
  /** Whether `inner` lies in `outer`: a town in its county, its region and its country. No place lies in itself. */
  isWithin(inner: KnownPlace, outer: KnownPlace): boolean;
  /** The country, region or county that holds the place, the smallest first. */
  around(place: KnownPlace): readonly KnownPlace[];
}
