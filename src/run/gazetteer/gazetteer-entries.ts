import { type Feature, namings, type PlaceNaming } from "../../extract/places/gazetteer.js";
import type { PlaceEntry } from "../../extract/places/gazetteer-file.js";
import { nameKey } from "../../extract/places/name-key.js";
import { parseTable } from "../../text/table.js";

/** The texts that the gazetteer is made of: tables of `data/`, and GeoNames' list of towns. */
export interface GazetteerSources {
  readonly countries: string;
  readonly countryPlaces: string;
  readonly regions: string;
  readonly regionNames: string;
  readonly areas: string;
  /** GeoNames' `cities500.txt`: 19 columns, as its readme lists them. */
  readonly cities: string;
}

interface Entry extends PlaceEntry {
  readonly keys: Map<string, PlaceNaming>;
}

/** Towns with fewer people are found by their own name alone: other names of so many small places would mostly be other words. */
const leastPopulationForBynames = 15_000;

/** Every place of the sources, those that hold others first, then by population. */
export function gazetteerEntries(sources: GazetteerSources): PlaceEntry[] {
  const entries: Entry[] = [];
  const numbers = new Map<string, number>();
  addCountries(sources, entries, numbers);
  addRegions(sources, entries, numbers);
  addAreas(sources.areas, entries, numbers);
  addTowns(sources.cities, entries, numbers);
  return entries;
}

function addCountries(
  { countries, countryPlaces }: GazetteerSources,
  entries: Entry[],
  numbers: Map<string, number>,
): void {
  const known = new Map(parseTable(countries).map(([code = "", name = "", others = ""]) => [code, { name, others }]));
  for (const [code = "", name = "", geonames = "", lat = "", lon = "", population = ""] of parseTable(countryPlaces)) {
    const names = known.get(code);
    numbers.set(code, entries.length);
    entries.push({
      ...pointOf(lat, lon, population, geonames),
      name: names?.name ?? name,
      feature: "country",
      country: code,
      parent: null,
      keys: keysOf({
        name: [names?.name ?? name, name],
        byname: [...listed(names?.others), ...withoutArticle(name)],
      }),
    });
  }
}

function addRegions({ regions, regionNames }: GazetteerSources, entries: Entry[], numbers: Map<string, number>): void {
  const more = new Map(
    parseTable(regionNames).map(([code = "", others = "", short = ""]) => [
      code,
      { others: listed(others), short: listed(short) },
    ]),
  );
  for (const [code = "", name = "", lat = "", lon = "", population = "", geonames = ""] of parseTable(regions)) {
    const names = more.get(code);
    numbers.set(code, entries.length);
    entries.push({
      ...pointOf(lat, lon, population, geonames),
      name,
      feature: code.split(".").length > 2 ? "county" : "region",
      country: code.slice(0, 2),
      parent: numbers.get(code.slice(0, code.lastIndexOf("."))) ?? numbers.get(code.slice(0, 2)) ?? null,
      keys: keysOf({
        name: [name],
        byname: names?.others ?? [],
        bare: bareNames(name),
        abbreviation: names?.short ?? [],
      }),
    });
  }
}

/** The kinds of `areas.tsv`. */
const featureOf: Readonly<Record<string, Feature>> = {
  water: "water",
  region: "area",
  other: "landform",
  capital: "capital",
  town: "town",
};

function addAreas(areas: string, entries: Entry[], numbers: Map<string, number>): void {
  for (const [name = "", others = "", kind = "", code = "", lat = "", lon = "", geonames = ""] of parseTable(areas)) {
    const feature = featureOf[kind];
    if (feature === undefined) {
      throw new Error(
        `Found the kind "${kind}" of ${name} in areas.tsv; expected ${Object.keys(featureOf).join(", ")}.`,
      );
    }
    entries.push({
      ...pointOf(lat, lon, "", geonames),
      name,
      feature,
      country: code.slice(0, 2) || null,
      parent: numbers.get(code) ?? numbers.get(code.slice(0, 2)) ?? null,
      keys: keysOf({ name: [name], byname: listed(others) }),
    });
  }
}

/** Their names come first in GeoNames' own order of columns; a town's parent is the smallest region that has its codes. */
function addTowns(cities: string, entries: Entry[], numbers: ReadonlyMap<string, number>): void {
  const towns: Entry[] = [];
  for (const line of cities.split("\n")) {
    const [
      id = "",
      name = "",
      ascii = "",
      others = "",
      lat = "",
      lon = "",
      ,
      code = "",
      country = "",
      ,
      first = "",
      second = "",
      ,
      ,
      people = "",
    ] = line.split("\t");
    if (name === "") continue;
    const feature = townFeature(code);
    const point = pointOf(lat, lon, people, id);
    const known = point.population >= leastPopulationForBynames || feature === "capital" || feature === "seat";
    const parents = [`${country}.${first}.${second}`, `${country}.${first}`, country];
    towns.push({
      ...point,
      name,
      feature,
      country,
      parent: parents.map((parent) => numbers.get(parent)).find((number) => number !== undefined) ?? null,
      keys: keysOf({ name: [name, ascii], byname: known ? bynamesOf(others) : [] }),
    });
  }
  towns.sort((a, b) => b.population - a.population || (a.geonames ?? 0) - (b.geonames ?? 0));
  for (const town of towns) entries.push(town);
}

function townFeature(code: string): Feature {
  if (code === "PPLC") return "capital";
  if (code === "PPLA") return "seat";
  return code === "PPLX" ? "quarter" : "town";
}

/** Other names in Latin letters, without codes of airports ("LON"); "L.A." is one. */
function bynamesOf(others: string): readonly string[] {
  return others
    .split(",")
    .filter((name) => /^(?:\p{Lu}\.){2,}$|^(?=.*\p{Ll})[\p{Script=Latin}\p{M}\s.'’`-]{3,}$/u.test(name));
}

/** What a region is called without its kind: "Laurel" for "Laurel County", "Anbar" for "Al Anbar Governorate". */
function bareNames(name: string): readonly string[] {
  const bare = name.replace(
    / (?:County|Parish|Borough|Census Area|Province|Region|Oblast|Krai|Raion|Governorate|District|Department|Prefecture|Canton|State|Municipality|Division|Emirate|Islands?|Republic|City)$/i,
    "",
  );
  return [bare, bare.replace(/^(?:Al|An|Ar|As|Ash|At|Az|Ad|El)[ -]/, "")].filter((other) => other !== name);
}

function withoutArticle(name: string): readonly string[] {
  return name.startsWith("The ") ? [name.slice(4)] : [];
}

function listed(values: string | undefined): readonly string[] {
  return (values ?? "").split("|").filter((value) => value !== "");
}

/** The first naming of a key stays: a place's own name is not its byname as well. */
function keysOf(lists: Readonly<Partial<Record<PlaceNaming, readonly string[]>>>): Map<string, PlaceNaming> {
  const keys = new Map<string, PlaceNaming>();
  for (const naming of namings) {
    for (const key of (lists[naming] ?? []).map(nameKey)) if (key !== "" && !keys.has(key)) keys.set(key, naming);
  }
  return keys;
}

function pointOf(lat: string, lon: string, population: string, geonames: string) {
  return {
    lat: Number(lat),
    lon: Number(lon),
    population: Number(population),
    geonames: geonames === "" ? null : Number(geonames),
  };
}
