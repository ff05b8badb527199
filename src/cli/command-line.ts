import { Command, CommanderError } from "commander";
import type { Effects } from "../run/effects.js";
import { ModelMissing } from "../run/model-files.js";
import { version } from "../run/version.js";
import { evalCommand } from "./eval-command.js";
import type { ExitStatus } from "./exit-status.js";
import { explainCommand } from "./explain-command.js";
import { readCommand } from "./read-command.js";
import { showCommand } from "./show-command.js";

/** Runs one command line, without the program's own name, and gives back the exit status. */
export async function runCommandLine(words: readonly string[], effects: Effects): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const program = commandTree(effects, (result) => {
    status = result;
  });
  try {
    await program.parseAsync(words, { from: "user" });
    return status;
  } catch (error) {
    if (error instanceof ModelMissing) {
      effects.report(`sitrep: ${error.message}\n`);
      return 1;
    }
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
}

/** The program with all its commands; the docs test walks over it. */
export function commandTree(effects: Effects, exit: (status: ExitStatus) => void): Command {
  const program = new Command("sitrep")
    .description("Reads news articles and says who said what, each line traced to the article's own words.")
    .version(version)
    .addCommand(readCommand(effects, exit))
    .addCommand(showCommand(effects, exit))
    .addCommand(explainCommand(effects, exit))
    .addCommand(evalCommand(effects, exit))
    .addHelpText("after", "\nStart here:\n  sitrep read article.txt\n  sitrep help read");
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .showHelpAfterError("(--help says how it is used)")
      .configureOutput({
        writeOut: (text) => void effects.print(text),
        writeErr: effects.report,
        getOutHelpWidth: () => Math.min(effects.output.columns, 100),
        getErrHelpWidth: () => Math.min(effects.errors.columns, 100),
        getOutHasColors: () => effects.output.colours,
        getErrHasColors: () => effects.errors.colours,
      });
  }
  return program;
}
