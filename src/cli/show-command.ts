import { Command } from "commander";
import { nothingKnown } from "../read/known-facts.js";
import type { Effects } from "../run/effects.js";
import { openInputs } from "../run/open-inputs.js";
import { showLayers } from "../run/show-layers.js";
import type { ExitStatus } from "./exit-status.js";
import { type KnownOptions, outletOption, publishedOption } from "./known-options.js";

interface ShowOptions extends KnownOptions {
  readonly conllu?: true;
}

/** `sitrep show`: prints the layers of an article's analysis. */
export function showCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  return new Command("show")
    .summary("print every layer of the analysis of an article")
    .description(
      "Prints what the program sees in an article on the way to its record: tokens, sentences, syntax, names, quotations, attributions.",
    )
    .argument(
      "<input>",
      "a text or HTML file, a folder of them, or - for articles on standard input, one JSON object a line",
    )
    .option("--conllu", "print tokens, lemmas, tags, features, heads and relations as CoNLL-U")
    .addOption(publishedOption())
    .addOption(outletOption())
    .addHelpText("after", examples)
    .action(async (input: string, options: ShowOptions) => exit(await show(input, options, effects)));
}

const examples = `
Examples:
  sitrep show article.txt
  sitrep show article.txt --conllu > article.conllu

Exit status: 0 all read; 1 some inputs could not be read, each named on standard error; 2 wrong usage.`;

async function show(input: string, options: ShowOptions, effects: Effects): Promise<ExitStatus> {
  const known = { ...nothingKnown, published: options.published ?? null, outlet: options.outlet ?? null };
  let status: ExitStatus = 0;
  for await (const reading of openInputs([input], known, effects)) {
    if (reading.kind === "article") {
      await effects.print(await showLayers(reading.article, options.conllu ? "conllu" : "readable"));
    } else {
      effects.report(`sitrep: ${reading.input}: ${reading.reason}\n`);
      status = 1;
    }
  }
  return status;
}
