import { type Command, Option } from "commander";
import { firstOf } from "../ask/first-of.js";
import { askedDays } from "../ask/period-of.js";
import { toldHistories } from "../ask/told-links.js";
import { countryCode } from "../run/country-code.js";
import type { Effects } from "../run/effects.js";
import { findHistories, type HistoryQuestion } from "../store/queries/events.js";
import type { Store } from "../store/store.js";
import { type Answer, printAnswer } from "./answer.js";
import type { ExitStatus } from "./exit-status.js";
import { type LinesCommand, type LinesOptions, linesCommand, printLines } from "./lines-commands.js";
import { renderHistory } from "./render-links.js";

interface PosturesOptions extends LinesOptions {
  readonly history?: true;
  readonly country?: string;
}

const asTold: LinesCommand = {
  kind: "posture",
  summary: "which institution was put in which state",
  by: "only where whoever set it has these words",
  about: "only where the institution, its state, or the sentence that tells of it has these words",
};

/** `sitrep postures`: prints postures as articles tell them, or the history of each institution. */
export function posturesCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  const command = linesCommand(asTold)(effects, exit);
  return command
    .addOption(new Option("--history", "print histories instead: the dated states of each institution"))
    .addOption(
      new Option(
        "--country <name>",
        "with --history: only histories with an institution, a place or somebody of this country",
      ),
    )
    .action(async (options: PosturesOptions) => {
      if (options.country !== undefined && !options.history)
        command.error("error: --country works only with --history");
      exit(await (options.history ? printHistories(options, effects) : printLines(asTold, options, effects)));
    });
}

async function printHistories(options: PosturesOptions, effects: Effects): Promise<ExitStatus> {
  const question = { ...(await questionOf(options, effects)), limit: options.limit + 1 };
  const ask = async (store: Store): Promise<Answer> => {
    const { items, more } = firstOf(
      await findHistories(store, { ...question, ...(await askedDays(options, store)) }),
      options.limit,
    );
    const histories = await toldHistories(store, items, options.json ? Number.POSITIVE_INFINITY : undefined);
    const page: Answer["page"] = (rendering) =>
      histories.map((history) => `${renderHistory(history, rendering)}\n`).join("\n");
    return { data: { histories, more }, page, more };
  };
  return printAnswer(options, ask, effects);
}

/** A country that the tables do not have can still be looked for by its name. */
async function questionOf({ country, ...options }: PosturesOptions, effects: Effects): Promise<HistoryQuestion> {
  if (country === undefined) return options;
  const code = await countryCode(country, effects);
  if (code !== null) return { ...options, country: code };
  return { ...options, about: [options.about, `"${country.replaceAll('"', "")}"`].join(" ").trim() };
}
