import { Command, Option } from "commander";
import type { BriefOptions } from "../ask/brief-question.js";
import { toldBrief } from "../ask/told-brief.js";
import type { Effects } from "../run/effects.js";
import { noMailServer } from "../run/send-mail.js";
import type { BriefView } from "../view/brief-view.js";
import { printPeriod } from "./answer.js";
import { briefHtml } from "./brief-html.js";
import { briefMarkdown } from "./brief-markdown.js";
import { briefOptions } from "./brief-options.js";
import { briefTitle } from "./brief-words.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import { checkedAddress, inMail, type MailOptions, mailOptions, mailSender } from "./mail-options.js";
import { renderBrief } from "./render-brief.js";
import { renderingFor } from "./rendering.js";

interface BriefCommandOptions extends BriefOptions, DatabaseOption, MailOptions {
  readonly mailTo?: readonly string[];
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
    .addOption(
      new Option("--mail-to <address...>", "send it by mail instead of printing it").argParser(
        (written: string, before: readonly string[] = []) => [...before, checkedAddress(written)],
      ),
    )
    .addOption(new Option("--json", "print the page's content as one JSON object"))
    .addOption(databaseOption())
    .addHelpText("after", examples)
    .action(async (options: BriefCommandOptions) => exit(await brief(options, effects)));
  for (const option of [...mailOptions("--mail-to"), ...briefOptions()]) command.addOption(option);
  return command;
}

const examples = `
Examples:
  sitrep brief
  sitrep brief --reviewed --since 2031-03-01
  sitrep brief --since 2031-03-03 --country Tarvenia --format html > brief.html
  SITREP_MAIL_PASSWORD=… sitrep brief --mail-to duty@desk.example --mail-server smtps://sitrep%40desk.example@mail.desk.example

Exit status: 0 printed, or all sent; 1 the mail server did not take it.`;

function brief(options: BriefCommandOptions, effects: Effects): Promise<ExitStatus> {
  return printPeriod(
    options,
    {
      usual: "last_day",
      told: (store, asked) => toldBrief(store, asked, effects),
      page: (view) => pageOf(view, options.format, effects),
      deliver: options.mailTo === undefined ? undefined : (view) => mailed(view, options, effects),
    },
    effects,
  );
}

/** Sends the page to each person by itself, as text and as HTML. */
async function mailed(view: BriefView, options: BriefCommandOptions, effects: Effects): Promise<ExitStatus> {
  const [subject, text, html] = [briefTitle(view), renderBrief(view, inMail), briefHtml(view)];
  const sender = mailSender(options);
  let status: ExitStatus = 0;
  for (const to of options.mailTo ?? []) {
    const failure =
      sender === null
        ? noMailServer
        : await effects.sendMail({ from: sender.from, to, subject, text, html }, sender.server);
    effects.report(`sitrep: mail:${to}: ${failure === null ? "sent" : `not sent, ${failure}`}\n`);
    if (failure !== null) status = 1;
  }
  return status;
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
