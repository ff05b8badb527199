import { parseTable } from "../text/table.js";
import type { Effects } from "./effects.js";
import { readTable } from "./lexicon-files.js";

/** The ISO 3166-1 code of the country that somebody names by its code, a name or an adjective, in either case of letters; `null` for none. */
export async function countryCode(named: string, effects: Pick<Effects, "readFile">): Promise<string | null> {
  const asked = named.trim().toLowerCase();
  const rows = parseTable(await readTable("countries", effects));
  const found = rows.find(([code = "", name = "", others = "", adjectives = ""]) =>
    [code, name, ...others.split("|"), ...adjectives.split("|")].some(
      (one) => one !== "" && one.toLowerCase() === asked,
    ),
  );
  return found?.[0] ?? null;
}
