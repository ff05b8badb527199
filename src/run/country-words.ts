import type { CountryWords } from "../store/queries/line-filter.js";
import { parseTable } from "../text/table.js";
import type { Effects } from "./effects.js";
import { readTable } from "./lexicon-files.js";

/** What a country goes by in the news, asked for by its code or by any of its names; one that no table knows goes by that name alone. */
export async function countryWords(asked: string, effects: Pick<Effects, "readFile">): Promise<CountryWords> {
  const wanted = asked.trim().toLowerCase();
  for (const [code = "", name = "", others = "", ...rest] of parseTable(await readTable("countries", effects))) {
    const names = [name, ...severalOf(others)];
    if (code.toLowerCase() === wanted || names.some((one) => one.toLowerCase() === wanted)) {
      return { code, name, words: [...names, ...rest.flatMap(severalOf)] };
    }
  }
  return { code: null, name: asked.trim(), words: [] };
}

function severalOf(column: string): readonly string[] {
  return column.split("|").filter((one) => one !== "");
}
