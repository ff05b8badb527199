import { Argument, Command } from "commander";
import type { Effects } from "../run/effects.js";
import { GoldMissing } from "../run/evaluate/gold.js";
import { evaluationTasks } from "../run/evaluation.js";
import type { ExitStatus } from "./exit-status.js";

interface EvalOptions {
  readonly gold: string;
  readonly model?: string;
  readonly misses?: boolean;
}

const listing = evaluationTasks.filter(({ listsMisses }) => listsMisses).map(({ name }) => name);

/** `sitrep eval`: scores the program against gold data. */
export function evalCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  const widest = Math.max(...evaluationTasks.map(({ name }) => name.length));
  const tasks = evaluationTasks.map(({ name, summary }) => `  ${name.padEnd(widest + 2)}${summary}`).join("\n");
  const command = new Command("eval");
  return command
    .summary("score a task against gold data")
    .description("Scores one task against gold data, and prints precision, recall and F1 with the counts behind them.")
    .addArgument(new Argument("<task>", "what to score").choices(evaluationTasks.map(({ name }) => name)))
    .requiredOption("--gold <folder>", "the folder with the gold data, which does not come with the program")
    .option("--model <folder>", "score another model than the one that ships")
    .option("--misses", `list what is missed and what is wrong (${listing.join(", ")})`)
    .addHelpText("after", `\nTasks:\n${tasks}\n\nExample:\n  sitrep eval attribution --gold ../gold`)
    .action(async (task: string, options: EvalOptions) => {
      if (options.misses && !listing.includes(task))
        command.error(`error: --misses works only with ${listing.join(", ")}`);
      exit(await evaluate(task, options, effects));
    });
}

async function evaluate(name: string, { gold, model, misses }: EvalOptions, effects: Effects): Promise<ExitStatus> {
  const task = evaluationTasks.find((one) => one.name === name);
  if (task === undefined) return 2;
  try {
    await effects.print(await task.score({ gold, model, misses }, effects));
    return 0;
  } catch (error) {
    if (!(error instanceof GoldMissing)) throw error;
    effects.report(`sitrep: ${error.message}\n`);
    return 1;
  }
}
