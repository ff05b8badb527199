import { parseTable } from "../../text/table.js";
import type { Gazetteer } from "./gazetteer.js";
import { nameKey } from "./name-key.js";

/** What is written down about places. Keys are as `nameKey` gives them. */
export interface PlaceLexicon {
  readonly gazetteer: Gazetteer;
  /** "Georgian", "Iraqis": the key of the country's name. */
  readonly demonyms: ReadonlyMap<string, string>;
}

/** The lexicon of a gazetteer and the table `data/countries.tsv`. An adjective that is the country's name as well ("US") is no demonym. */
export function placeLexicon(gazetteer: Gazetteer, countries: string): PlaceLexicon {
  const demonyms = new Map<string, string>();
  for (const [, name = "", others = "", adjectives = "", people = ""] of parseTable(countries)) {
    const own = new Set([name, ...others.split("|")].map(nameKey));
    for (const word of [...adjectives.split("|"), ...people.split("|")]) {
      const key = nameKey(word.replace(/^the /, ""));
      if (key !== "" && !own.has(key) && !demonyms.has(key)) demonyms.set(key, nameKey(name));
    }
  }
  return { gazetteer, demonyms };
}
