import { Command, Option } from "commander";
import { toldOrigins } from "../ask/told-origins.js";
import type { Effects } from "../run/effects.js";
import type { Store } from "../store/store.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import { printById } from "./print-by-id.js";
import { limitOption } from "./question-options.js";
import { renderOrigins } from "./render-origins.js";
import type { Rendering } from "./rendering.js";

interface OriginsOptions extends DatabaseOption {
  readonly limit: number;
  readonly json?: true;
}

/** `sitrep origins`: prints where a claim entered the news. */
export function originsCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  return new Command("origins")
    .summary("print where the claim of a line entered the news")
    .description(
      "Prints who told whom, from the origin of a claim to the article that has it; the event that the line tells of, with its independent voices (copies, and all who quote one speaker, are one voice); and the other lines with the same origin.",
    )
    .argument("<line>", "a line of the database, as art_5c34f14789777e74/st_3")
    .addOption(limitOption("other lines with the same origin", 10))
    .addOption(new Option("--json", "print the answer as one JSON object"))
    .addOption(databaseOption())
    .action(async (line: string, options: OriginsOptions) => exit(await origins(line, options, effects)));
}

function origins(line: string, options: OriginsOptions, effects: Effects): Promise<ExitStatus> {
  const ask = async (store: Store) => {
    const data = await toldOrigins(store, line, options.limit);
    return data === null ? null : { data, page: (rendering: Rendering) => renderOrigins(data, rendering) };
  };
  const missing = `The database knows no origin of ${line}. Statements, actions and postures of the newest version of an article have one.`;
  return printById(options, ask, missing, effects);
}
