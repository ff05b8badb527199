import { Command, Option } from "commander";
import { type BriefOptions, briefQuestion } from "../ask/brief-question.js";
import { toldBrief } from "../ask/told-brief.js";
import type { Effects } from "../run/effects.js";
import { openStoreForReading } from "../store/store.js";
import type { BriefView } from "../view/brief-view.js";
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
    .summary("print one page on what the articles of a period tell")
    .description(
      "Prints one page: what changed in the period, the postures in force, actions, statements and disputes, the most important first, each with its words, how many independent origins tell it, and its id. Without a period it is the last day that the database has articles of.",
    )
    .addOption(
      new Option("--format <format>", "how the page is written")
        .choices(["terminal", "markdown", "html"])
        .default("terminal"),
    )
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
  sitrep brief --since 2031-03-03 --country Tarvenia --format html > brief.html`;

async function brief(options: BriefCommandOptions, effects: Effects): Promise<ExitStatus> {
  const store = openStoreForReading(options.db);
  try {
    const question = await briefQuestion(options, store, effects);
    if (question.kind === "refused") {
      effects.report(`sitrep: ${question.reason}\n`);
      return 2;
    }
    const view = await toldBrief(store, question, effects);
    await effects.print(options.json ? `${JSON.stringify(view, null, 2)}\n` : pageOf(view, options.format, effects));
    return 0;
  } finally {
    await store.close();
  }
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
