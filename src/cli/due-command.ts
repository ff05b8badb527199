import { Command, Option } from "commander";
import type { BriefOptions } from "../ask/brief-question.js";
import { toldDue } from "../ask/told-due.js";
import type { Effects } from "../run/effects.js";
import { printPeriod } from "./answer.js";
import { briefOptions } from "./brief-options.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import { checkedDay, limitOption } from "./question-options.js";
import { renderDue } from "./render-due.js";
import { renderingFor } from "./rendering.js";

interface DueOptions extends BriefOptions, DatabaseOption {
  readonly on?: string;
  readonly limit: number;
  readonly json?: true;
}

/** `sitrep due`: what is due, and what passed without a report. */
export function dueCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  const command = new Command("due")
    .summary("print what is due, and what passed without a report")
    .description(
      "Prints deadlines, and acts and states that are announced, possible or demanded for a day, the next first. Then come those of the last two weeks that passed without a report, were done, or were called off. Each line has its words, its source and its id.",
    )
    .addOption(
      new Option(
        "--on <date>",
        "what was known on this day, as 2019-05-16; by default the last day with articles",
      ).argParser(checkedDay),
    )
    .addOption(limitOption("lines"))
    .addOption(new Option("--json", "print the list as one JSON object"))
    .addOption(databaseOption())
    .addHelpText("after", examples)
    .action(async (options: DueOptions) => exit(await due(options, effects)));
  for (const option of briefOptions()) command.addOption(option);
  return command;
}

const examples = `
Examples:
  sitrep due
  sitrep due --on 2031-03-09 --country Norland`;

function due(options: DueOptions, effects: Effects): Promise<ExitStatus> {
  return printPeriod(
    options,
    {
      usual: "all",
      told: (store, asked) => toldDue(store, asked, options),
      page: (view) => renderDue(view, renderingFor(effects.output)),
    },
    effects,
  );
}
