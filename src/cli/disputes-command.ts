import { Command, Option } from "commander";
import { firstOf } from "../ask/first-of.js";
import { askedDays } from "../ask/period-of.js";
import { toldDisputes } from "../ask/told-links.js";
import { withoutRepeats } from "../link/disputes/one-quarrel.js";
import type { Effects } from "../run/effects.js";
import { findDisputes } from "../store/queries/disputes.js";
import type { Store } from "../store/store.js";
import { type Answer, printAnswer } from "./answer.js";
import type { ExitStatus } from "./exit-status.js";
import { type QuestionOptions, questionOptions } from "./question-options.js";
import { renderDispute } from "./render-links.js";

interface DisputesOptions extends QuestionOptions {
  readonly story?: string;
}

/** `sitrep disputes`: prints what articles do not agree on. */
export function disputesCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  const command = new Command("disputes")
    .summary("print what is disputed, and who says so")
    .description(
      "Prints what articles, or those whom they quote, disagree on: an event that is reported and denied, a statement that somebody denies, figures that cannot both be right. Each side has its voices and their words; the dispute with the latest addition comes first.",
    )
    .addOption(new Option("--story <id>", "only disputes of this story; `sitrep story` prints the ids"))
    .action(async (options: DisputesOptions) =>
      exit(await printAnswer(options, (store) => answer(store, options), effects)),
    );
  for (const option of questionOptions("disputes")) command.addOption(option);
  return command;
}

async function answer(store: Store, options: DisputesOptions): Promise<Answer> {
  const question = { ...options, ...(await askedDays(options, store)), limit: options.limit + 1 };
  const { items, more } = firstOf(await findDisputes(store, question), options.limit);
  const disputes = await toldDisputes(store, withoutRepeats(items));
  return {
    data: { disputes, more },
    page: (rendering) => disputes.map((dispute) => `${renderDispute(dispute, rendering)}\n`).join("\n"),
    more,
  };
}
