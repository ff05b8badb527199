import { join, resolve } from "node:path";
import type { Gazetteer, KnownPlace } from "../extract/places/gazetteer.js";
import { encodeGazetteer, openGazetteer } from "../extract/places/gazetteer-file.js";
import { nameKey } from "../extract/places/name-key.js";
import { withOwnPlaces } from "../extract/places/own-places.js";
import { parseTable } from "../text/table.js";
import type { Effects } from "./effects.js";
import { gazetteerEntries } from "./gazetteer/gazetteer-entries.js";
import { isOwnTable } from "./own-table-columns.js";

/** The folder of a person's own tables, whose rows go before those of the program's; `null` where the environment's `SITREP_TABLES` names none. */
export function ownTables(): string | null {
  const folder = process.env.SITREP_TABLES;
  return folder === undefined || folder === "" ? null : resolve(folder);
}

/** Makes the process, and the threads that it starts, go by the tables in this folder; by none where it is `null`. */
export function takeOwnTables(folder: string | null): void {
  if (folder === null) delete process.env.SITREP_TABLES;
  else process.env.SITREP_TABLES = folder;
}

/** The rows of a person's own table, "" where there is no such table. */
export async function readOwnTable(name: string, { readFile }: Pick<Effects, "readFile">): Promise<string> {
  const folder = ownTables();
  if (folder === null || !isOwnTable(name)) return "";
  try {
    return new TextDecoder().decode(await readFile(join(folder, `${name}.tsv`)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}

/** A table with a person's own rows before its own, of which those with the same first field are left out. */
export function withOwnRows(shipped: string, own: string): string {
  if (own === "") return shipped;
  const known = new Set(parseTable(own).map(([first]) => first));
  const others = shipped.split("\n").filter((line) => !known.has(line.split("\t")[0]?.trim()));
  return `${own}\n${others.join("\n")}`;
}

/**
 * The gazetteer with the countries, regions, towns and waters of a person's own tables.
 *
 * @param countries the table of all countries, the person's own among them
 */
export async function withPlacesOfOwnTables(
  shipped: Gazetteer,
  countries: string,
  effects: Pick<Effects, "readFile">,
): Promise<Gazetteer> {
  const own = (name: string) => readOwnTable(name, effects);
  const entries = gazetteerEntries({
    countries,
    countryPlaces: await own("country-places"),
    regions: await own("regions"),
    regionNames: await own("region-names"),
    areas: await own("areas"),
    cities: "",
  });
  if (entries.length === 0) return shipped;
  const names = new Map(parseTable(countries).map(([code = "", name = ""]) => [code, name]));
  const countryOf = (code: string): KnownPlace | null =>
    shipped.find(nameKey(names.get(code) ?? "")).find(({ place }) => place.feature === "country")?.place ?? null;
  return withOwnPlaces(shipped, openGazetteer(encodeGazetteer(entries)), countryOf);
}
