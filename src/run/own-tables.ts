import { join } from "node:path";
import { encodeGazetteer, openGazetteer } from "../extract/places/gazetteer-file.js";
import type { Gazetteer, KnownPlace } from "../extract/places/gazetteer.js";
import { nameKey } from "../extract/places/name-key.js";
import { withOwnPlaces } from "../extract/places/own-places.js";
import { parseTable } from "../text/table.js";
import type { Effects } from "./effects.js";
import { gazetteerEntries } from "./gazetteer/gazetteer-entries.js";

/** The folder of a person's own tables, whose rows stand behind those of the program's; `null` where the environment's `SITREP_TABLES` names none. */
export function ownTables(): string | null {
  return process.env.SITREP_TABLES || null;
}

/** The rows of a person's own table, "" where there is no such table. */
export async function readOwnTable(name: string, { readFile }: Pick<Effects, "readFile">): Promise<string> {
  const folder = ownTables();
  if (folder === null) return "";
  try {
    return new TextDecoder().decode(await readFile(join(folder, `${name}.tsv`)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}

/** The gazetteer with the countries, regions, towns and waters of a person's own tables. */
export async function withPlacesOfOwnTables(
  shipped: Gazetteer,
  countries: string,
  effects: Pick<Effects, "readFile">,
): Promise<Gazetteer> {
  const own = (name: string) => readOwnTable(name, effects);
  const tables = {
    countries,
    countryPlaces: await own("country-places"),
    regions: await own("regions"),
    regionNames: await own("region-names"),
    areas: await own("areas"),
    cities: "",
  };
  const entries = gazetteerEntries(tables);
  if (entries.length === 0) return shipped;
  const names = new Map(parseTable(countries).map(([code = "", name = ""]) => [code, name]));
  const countryOf = (code: string): KnownPlace | null =>
    shipped.find(nameKey(names.get(code) ?? "")).find(({ place }) => place.feature === "country")?.place ?? null;
  return withOwnPlaces(shipped, openGazetteer(encodeGazetteer(entries)), countryOf);
}
