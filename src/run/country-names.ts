import { parseTable } from "../text/table.js";
import type { Effects } from "./effects.js";
import { readTable } from "./lexicon-files.js";

/** What countries are called by their codes, as the tables have it, a person's own before the program's. */
export async function countryNames(effects: Pick<Effects, "readFile">): Promise<ReadonlyMap<string, string>> {
  const rows = parseTable(await readTable("countries", effects));
  return new Map(rows.map(([code = "", name = ""]) => [code, name]));
}
