import { Command } from "commander";
import type { Effects } from "../run/effects.js";
import { type TracedArticle, traceInputs } from "../run/trace-inputs.js";
import { analysisView } from "../view/analysis-view.js";
import { conlluOf } from "../view/conllu.js";
import type { ExitStatus } from "./exit-status.js";
import {
  allowPrivateOption,
  type KnownOptions,
  knownFacts,
  outletOption,
  publishedOption,
  webPolicy,
} from "./known-options.js";
import { renderAnalysis } from "./render-analysis.js";
import { pageWriter, renderingFor } from "./rendering.js";

interface ShowOptions extends KnownOptions {
  readonly conllu?: true;
}

/** `sitrep show`: prints the layers of an article's analysis. */
export function showCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  return new Command("show")
    .summary("print every layer of the analysis of an article")
    .description(
      "Prints what the program sees in an article on the way to its record: sentences, tokens, syntax, quotations, names, attributions, times and places.",
    )
    .argument("<input>", "one of the inputs of read: a file, a folder, an address, or - for articles on standard input")
    .option("--conllu", "print tokens, lemmas, tags, features, heads and relations as CoNLL-U")
    .addOption(publishedOption())
    .addOption(outletOption())
    .addOption(allowPrivateOption())
    .addHelpText("after", examples)
    .action(async (input: string, options: ShowOptions) => exit(await show(input, options, effects)));
}

const examples = `
Examples:
  sitrep show article.txt
  sitrep show article.txt --conllu > article.conllu

Exit status: 0 all read; 1 some inputs could not be read, each named on standard error; 2 wrong usage.`;

async function show(input: string, options: ShowOptions, effects: Effects): Promise<ExitStatus> {
  const write = writer(options, effects);
  let status: ExitStatus = 0;
  for await (const traced of traceInputs([input], knownFacts(options), effects, webPolicy(options))) {
    if (traced.kind === "traced") await effects.print(write(traced));
    else if (traced.kind === "note") effects.report(`sitrep: ${traced.input}: ${traced.note}\n`);
    else {
      effects.report(`sitrep: ${traced.input}: ${traced.reason}\n`);
      status = 1;
    }
  }
  return status;
}

function writer(options: ShowOptions, effects: Effects): (traced: TracedArticle) => string {
  if (options.conllu) return ({ article, document }) => conlluOf(article.id, document);
  const rendering = renderingFor(effects.output);
  return pageWriter(({ article, document, record }: TracedArticle) =>
    renderAnalysis(analysisView(article, document, record), rendering),
  );
}
