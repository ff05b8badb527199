import { Command, Option } from "commander";
import type { Effects } from "../run/effects.js";
import { openStoreForReading } from "../store/store.js";
import { storedRecords } from "../store/stored-records.js";
import { csvHeader, csvLines } from "../view/csv.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import { dateRangeOptions } from "./question-options.js";

interface ExportOptions extends DatabaseOption {
  readonly format: "jsonl" | "csv";
  readonly since?: string;
  readonly until?: string;
  readonly allVersions?: true;
}

/** `sitrep export`: prints what the database has, for other programs. */
export function exportCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  const command = new Command("export")
    .summary("print the whole database, for other programs")
    .description(
      "Prints every record, one JSON object a line, or every statement, action, posture and stance as a row of CSV.",
    )
    .addOption(new Option("--format <format>", "what to print").choices(["jsonl", "csv"]).default("jsonl"))
    .option("--all-versions", "with the versions of articles that later ones replace")
    .addOption(databaseOption())
    .addHelpText(
      "after",
      "\nExamples:\n  sitrep export > records.jsonl\n  sitrep export --format csv --since 2031-03-04 > lines.csv",
    )
    .action(async (options: ExportOptions) => exit(await exportAll(options, effects)));
  for (const option of dateRangeOptions()) command.addOption(option);
  return command;
}

async function exportAll(
  { db, format, since, until, allVersions }: ExportOptions,
  effects: Effects,
): Promise<ExitStatus> {
  const store = openStoreForReading(db);
  try {
    if (format === "csv") await effects.print(csvHeader);
    for await (const stored of storedRecords(store, { since, until })) {
      if (!stored.newest && !allVersions) continue;
      await effects.print(format === "csv" ? csvLines(stored) : `${JSON.stringify(stored.record)}\n`);
    }
    return 0;
  } finally {
    await store.close();
  }
}
