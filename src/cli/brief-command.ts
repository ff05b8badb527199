import { Command, Option } from "commander";
import type { BriefOptions } from "../ask/brief-question.js";
import { toldBrief } from "../ask/told-brief.js";
import type { Effects } from "../run/effects.js";
import type { BriefView } from "../view/brief-view.js";
import { printPeriod } from "./answer.js";
import { briefHtml } from "./brief-html.js";
import { briefMarkdown } from "./brief-markdown.js";
import { briefOptions } from "./brief-options.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import { renderBrief } from "./render-brief.js";
import { renderingFor } from "./rendering.js";

interface BriefCommandOptions extends BriefOptions, DatabaseOption {
  readonly format: "terminal" | "markdown" | "html";
  readonly json?: true;
}

/** `sitrep brief`: one page on what the articles of a period tell. */
export function briefCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  const command = new Command("brief")
    .summary("print one page on a period: what is new, who says so, what is disputed")
    .description(
      "Prints one page on a period, by story: postures, actions, disputes and statements, the most important first and what is new before the rest. Each line has its words, the number of independent origins, and its id. Without a period, it covers the last day that has articles.",
    )
    .addOption(
      new Option("--format <format>", "the form of the page")
        .choices(["terminal", "markdown", "html"])
        .default("terminal"),
    )
    .option("--reviewed", "only what a person confirmed")
    .addOption(new Option("--json", "print the page's content as one JSON object"))
    .addOption(databaseOption())
    .addHelpText("after", examples)
    .action(async (options: BriefCommandOptions) => exit(await brief(options, effects)));
  for (const option of briefOptions()) command.addOption(option);
  return command;
}

const examples = `
Examples:
  sitrep brief
  sitrep brief --reviewed --since 2031-03-01
  sitrep brief --since 2031-03-03 --country Tarvenia --format html > brief.html`;

function brief(options: BriefCommandOptions, effects: Effects): Promise<ExitStatus> {
  return printPeriod(
    options,
    {
      usual: "last_day",
      told: (store, asked) => toldBrief(store, asked, effects),
      page: (view) => pageOf(view, options.format, effects),
    },
    effects,
  );
}

function pageOf(view: BriefView, format: BriefCommandOptions["format"], { output }: Effects): string {
  switch (format) {
    case "terminal":
      return renderBrief(view, renderingFor(output));
    case "markdown":
      return briefMarkdown(view);
    case "html":
      return briefHtml(view);
  }
}
