import { Option } from "commander";
import { periodOptions } from "./question-options.js";

/** `--since`, `--until`, `--added-after`, `--country`, `--who`, `--story` and `--watch`. */
export function briefOptions(): readonly Option[] {
  return [
    ...periodOptions(),
    new Option("--country <name...>", "only lines that name a country, its people or its officials, as IR or Iran"),
    new Option("--who <name...>", "only lines that name this person or body"),
    new Option("--story <id>", "only articles of this story, as sy_5c34f14789777e74"),
    new Option("--watch <name>", "only what this watch asks for; `sitrep watchlist list` has the names"),
  ];
}
