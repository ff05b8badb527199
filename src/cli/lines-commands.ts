import { Command, Option } from "commander";
import { askedDays } from "../ask/period-of.js";
import type { Effects } from "../run/effects.js";
import type { LineKind } from "../store/lines-of-record.js";
import { findLines } from "../store/queries/find-lines.js";
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
  readonly kind: LineKind;
  readonly summary: string;
  readonly by: string;
  readonly about: string;
}

/** `sitrep statements`. */
export const statementsCommand = linesCommand({
  kind: "statement",
  summary: "who said what",
  by: "only by speakers with these words in their name or title, or as the article calls them",
  about: "only where what was said has these words",
});

/** `sitrep actions`. */
export const actionsCommand = linesCommand({
  kind: "action",
  summary: "who did what to whom",
  by: "only by actors with these words",
  about: "only where the recipient, or the sentence that tells of it, has these words",
});

/** A command that asks such a question. */
export function linesCommand(lines: LinesCommand) {
  const { kind, summary, by, about } = lines;
  return (effects: Effects, exit: (status: ExitStatus) => void): Command => {
    const command = new Command(`${kind}s`)
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
  { kind }: Pick<LinesCommand, "kind">,
  options: LinesOptions,
  effects: Effects,
): Promise<ExitStatus> {
  const ask = async (store: Store): Promise<Answer> => {
    const { lines: found, more } = await findLines(store, [kind], { ...options, ...(await askedDays(options, store)) });
    const lines = found.map(lineView);
    return { data: { lines, more }, page: (rendering) => renderLines(lines, rendering), more };
  };
  return printAnswer(options, ask, effects);
}
