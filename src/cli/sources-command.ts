import { Command, Option } from "commander";
import type { Effects } from "../run/effects.js";
import { type FoundSource, findSources } from "../store/queries/sources.js";
import { openStoreForReading } from "../store/store.js";
import { counted } from "./counted.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";

interface SourcesOptions extends DatabaseOption {
  readonly json?: true;
}

/** `sitrep sources`: says whose articles the database has. */
export function sourcesCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  return new Command("sources")
    .summary("say whose articles the database has")
    .description(
      "Prints a line for each outlet: how many articles of it are kept, from when to when, and when the last came in.",
    )
    .addOption(new Option("--json", "print the answer as one JSON object"))
    .addOption(databaseOption())
    .action(async (options: SourcesOptions) => exit(await sources(options, effects)));
}

async function sources({ db, json }: SourcesOptions, effects: Effects): Promise<ExitStatus> {
  const store = openStoreForReading(db);
  try {
    const found = await findSources(store);
    const text = json ? JSON.stringify({ sources: found }, null, 2) : found.map(lineOf).join("\n");
    await effects.print(text === "" ? "Nothing was found.\n" : `${text}\n`);
    return 0;
  } finally {
    await store.close();
  }
}

function lineOf({ outlet, articles, edits, first, last, added }: FoundSource): string {
  const dates = first === null ? "dates unknown" : first === last ? first : `${first} to ${last}`;
  return [
    outlet ?? "(outlet unknown)",
    counted(articles, "article") + (edits === 0 ? "" : `, ${counted(edits, "later version")}`),
    dates,
    `last added ${added}`,
  ].join(" · ");
}
