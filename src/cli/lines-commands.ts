import { Command, Option } from "commander";
import type { Effects } from "../run/effects.js";
import { findActions } from "../store/queries/actions.js";
import type { FoundLines, LineQuestion } from "../store/queries/find-lines.js";
import { findPostures } from "../store/queries/postures.js";
import { findStatements } from "../store/queries/statements.js";
import type { Store } from "../store/store.js";
import { lineView } from "../view/line-view.js";
import { printAnswer } from "./answer.js";
import type { ExitStatus } from "./exit-status.js";
import { type QuestionOptions, questionOptions } from "./question-options.js";
import { renderLines } from "./render-lines.js";

interface LinesOptions extends QuestionOptions {
  readonly by?: string;
  readonly about?: string;
}

/** A question whose answer is lines of one kind. */
interface LinesCommand {
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
  by: "words for the speaker: a name, a title, or how the article puts it",
  about: "words of what was said",
  find: findStatements,
});

/** `sitrep actions`. */
export const actionsCommand = linesCommand({
  name: "actions",
  summary: "who did what to whom",
  by: "words for the actor",
  about: "words for the recipient, or of the sentence that tells of it",
  find: findActions,
});

/** `sitrep postures`. */
export const posturesCommand = linesCommand({
  name: "postures",
  summary: "which institution was put in which state",
  by: "words for who set it",
  about: "words for the institution or its state, or of the sentence that tells of it",
  find: findPostures,
});

function linesCommand({ name, summary, by, about, find }: LinesCommand) {
  return (effects: Effects, exit: (status: ExitStatus) => void): Command => {
    const command = new Command(name)
      .summary(`ask the database ${summary}`)
      .description(`Prints ${summary}, from the articles in the database, the newest article first.`)
      .addOption(new Option("--by <words>", by))
      .addOption(new Option("--about <words>", about))
      .action(async (options: LinesOptions) =>
        exit(await printAnswer(options, (store) => answer(store, options), effects)),
      );
    for (const option of questionOptions()) command.addOption(option);
    const answer = async (store: Store, question: LinesOptions) => {
      const found = await find(store, question);
      const lines = found.lines.map(lineView);
      const { more } = found;
      return {
        data: { lines, more },
        page: (rendering: Parameters<typeof renderLines>[1]) => renderLines(lines, rendering),
        more,
      };
    };
    return command;
  };
}
