import type { Feature, Gazetteer } from "../src/extract/places/gazetteer.js";
import { encodeGazetteer, openGazetteer } from "../src/extract/places/gazetteer-file.js";
import { nameKey } from "../src/extract/places/name-key.js";

type Row = readonly [
  name: string,
  feature: Feature,
  country: string,
  population: number,
  lat: number,
  lon: number,
  parent?: string,
  short?: string,
];

/** An invented world, small enough to look at. A parent is named where its name is not the country's. */
const rows: readonly Row[] = [
  ["Norland", "country", "NL", 9_000_000, 60, 10],
  ["Tarvenia", "country", "TV", 30_000_000, 35, 45],
  ["Westmark", "region", "NL", 900_000, 61, 5, "Norland", "Wm."],
  ["Eastmark", "region", "NL", 800_000, 61, 15, "Norland"],
  ["Tarvenia State", "region", "NL", 700_000, 62, 9, "Norland"],
  ["Halverstad", "capital", "NL", 700_000, 59, 10, "Norland"],
  ["Belmar", "town", "NL", 20_000, 61.2, 5.1, "Westmark"],
  ["Belmar", "town", "NL", 90_000, 61.1, 15.1, "Eastmark"],
  ["Orsen", "town", "NL", 15_000, 61.3, 5.2, "Westmark"],
  ["Fenwick", "town", "NL", 20_000, 61.2, 5, "Westmark"],
  ["Fenwick", "town", "TV", 25_000, 34, 44, "Tarvenia"],
  ["Karsk", "seat", "NL", 60_000, 61, 15, "Eastmark"],
  ["Belmar", "capital", "TV", 4_000_000, 35.2, 45.1, "Tarvenia"],
  ["Sea of Tarven", "water", "TV", 0, 36, 46, "Tarvenia"],
];

/** A gazetteer of invented places, for tests that should not depend on the one that is built. */
export function smallGazetteer(): Gazetteer {
  return openGazetteer(
    encodeGazetteer(
      rows.map(([name, feature, country, population, lat, lon, parent, short], index) => ({
        name,
        feature,
        country,
        population,
        lat,
        lon,
        geonames: 1000 + index,
        parent: parent === undefined ? null : rows.findIndex(([other]) => other === parent),
        keys: new Map([
          [nameKey(name), "name" as const],
          ...(short === undefined ? [] : [[nameKey(short), "abbreviation" as const] as const]),
        ]),
      })),
    ),
  );
}

/** The table of countries of that world, in the columns of `data/countries.tsv`. */
export const smallCountries =
  "NL\tNorland\t\tNorlandish\tNorlanders\tHalverstad\nTV\tTarvenia\t\tTarvenian\tTarvenians\tBelmar\n";
