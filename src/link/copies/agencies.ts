import { parseTable } from "../../text/table.js";

/** News agencies by their names and abbreviations. */
export interface Agencies {
  /** The agency's chief name, `null` where the words are no agency's name. */
  readonly named: (words: string) => string | null;
}

/** The agencies of the table `data/agencies.tsv`. */
export function agenciesOf(table: string): Agencies {
  const names = new Map<string, string>();
  for (const [name = "", others = ""] of parseTable(table)) {
    for (const one of [name, ...others.split("|")]) if (one !== "") names.set(key(one), name);
  }
  return { named: (words) => names.get(key(words)) ?? null };
}

function key(words: string): string {
  return words.trim().toLowerCase().replace(/^the /, "");
}
