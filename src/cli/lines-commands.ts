import { Command, Option } from "commander";
import { askedDays } from "../ask/period-of.js";
import type { Effects } from "../run/effects.js";
import { findActions } from "../store/queries/actions.js";
import type { FoundLines, LineQuestion } from "../store/queries/find-lines.js";
import { findStatements } from "../store/queries/statements.js";
import type { Store } from "../store/store.js";
import { lineView } from "../view/line-view.js";
import { type Answer, printAnswer } from "./answer.js";
import type { ExitStatus } from "./exit-status.js";
import { type QuestionOptions, questionOptions } from "./question-options.js";
import { renderLines } from "./render-lines.js";

/** What narrows a question about lines down. */
export interface LinesOptions extends QuestionOptions {
  readonly by?: string;
  readonly about?: string;
}

/** A question whose answer is lines of one kind. */
export interface LinesCommand {
  readonly name: string;
  readonly summary: string;
  readonly by: string;
  readonly about: string;
  readonly find: (store: Store, question: LineQuestion) => Promise<FoundLines>;
}

/** `sitrep statements`. */
export const statementsCommand = linesCommand({
  name: "statements",
  summary: "who said what",
  by: "only by speakers with these words in their name or title, or as the article calls them",
  about: "only where what was said has these words",
  find: findStatements,
});

/** `sitrep actions`. */
export const actionsCommand = linesCommand({
  name: "actions",
  summary: "who did what to whom",
  by: "only by actors with these words",
  about: "only where the recipient, or the sentence that tells of it, has these words",
  find: findActions,
});

/** A command that asks such a question. */
export function linesCommand(lines: LinesCommand) {
  const { name, summary, by, about } = lines;
  return (effects: Effects, exit: (status: ExitStatus) => void): Command => {
    const command = new Command(name)
      .summary(`print ${summary}, from the database`)
      .description(`Prints ${summary}, from the articles in the database, the newest article first.`)
      .addOption(new Option("--by <words>", by))
      .addOption(new Option("--about <words>", about))
      .action(async (options: LinesOptions) => exit(await printLines(lines, options, effects)));
    for (const option of questionOptions()) command.addOption(option);
    return command;
  };
}

/** Prints the lines that answer the question. */
export function printLines(
  { find }: Pick<LinesCommand, "find">,
  options: LinesOptions,
  effects: Effects,
): Promise<ExitStatus> {
  const ask = async (store: Store): Promise<Answer> => {
    const { lines: found, more } = await find(store, { ...options, ...(await askedDays(options, store)) });
    const lines = found.map(lineView);
    return { data: { lines, more }, page: (rendering) => renderLines(lines, rendering), more };
  };
  return printAnswer(options, ask, effects);
}
