import { Command, Option } from "commander";
import type { FieldMap } from "../read/entries/field-names.js";
import type { ArticleRecord } from "../record/record.js";
import { openAnalyser } from "../run/analyse.js";
import type { Effects } from "../run/effects.js";
import { countInputs } from "../run/open-inputs.js";
import { readRecords } from "../run/read-records.js";
import type { ExitStatus } from "./exit-status.js";
import {
  allowPrivateOption,
  type KnownOptions,
  knownFacts,
  mapOption,
  outletOption,
  publishedOption,
  webPolicy,
} from "./known-options.js";
import { openProgress } from "./progress.js";
import { renderRecord } from "./render-record.js";
import { pageWriter, renderingFor } from "./rendering.js";

interface ReadOptions extends KnownOptions {
  readonly json?: true;
  readonly jsonl?: true;
  readonly map?: FieldMap;
}

/** `sitrep read`: prints the record of each input. */
export function readCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  return new Command("read")
    .summary("print who said and did what in each article")
    .description(
      "Reads news articles and prints what they tell: postures, actions, and each statement with its speaker, its words, whom it was told to, and how the article hedges it.",
    )
    .argument(
      "<input...>",
      "text and HTML files, web archives, feeds, folders, addresses, or - for articles on standard input, one JSON object a line",
    )
    .addOption(new Option("--json", "print the whole record, indented").conflicts("jsonl"))
    .addOption(new Option("--jsonl", "print the whole record, one line an article"))
    .addOption(publishedOption())
    .addOption(outletOption())
    .addOption(mapOption())
    .addOption(allowPrivateOption())
    .addHelpText("after", examples)
    .action(async (inputs: string[], options: ReadOptions) => exit(await read(inputs, options, effects)));
}

const examples = `
Examples:
  sitrep read article.txt
  sitrep read page.html --outlet "The Harbour Times" --published 2031-03-04
  sitrep read reports/ --jsonl > records.jsonl
  sitrep read news.warc.gz --jsonl > records.jsonl
  sitrep read https://news.example/quay
  sitrep read - --jsonl < articles.jsonl

Each line of standard input is {"id", "text", "title"?, "published"?, "url"?, "outlet"?}.
Exit status: 0 all read; 1 some inputs could not be read, each named on standard error; 2 wrong usage.`;

async function read(inputs: readonly string[], options: ReadOptions, effects: Effects): Promise<ExitStatus> {
  const request = { inputs, known: knownFacts(options), fieldMap: options.map, ...webPolicy(options) };
  const write = writer(options, effects);
  const total = await countInputs(inputs, effects);
  const progress = openProgress(total, effects);
  const analyser = await openAnalyser({ many: total !== 1 }, effects);
  let status: ExitStatus = 0;
  try {
    for await (const outcome of readRecords(request, analyser, effects)) {
      progress.clear();
      if (outcome.kind === "record") await effects.print(write(outcome.record));
      else if (outcome.kind === "note") {
        effects.report(`sitrep: ${outcome.input}: ${outcome.note}\n`);
        continue;
      } else {
        effects.report(`sitrep: ${outcome.input}: ${outcome.reason}\n`);
        status = 1;
      }
      progress.advance();
    }
  } finally {
    progress.clear();
    await analyser.close();
  }
  return status;
}

function writer(options: ReadOptions, effects: Effects): (record: ArticleRecord) => string {
  if (options.jsonl) return (record) => `${JSON.stringify(record)}\n`;
  if (options.json) return (record) => `${JSON.stringify(record, null, 2)}\n`;
  const rendering = renderingFor(effects.output);
  return pageWriter((record: ArticleRecord) => renderRecord(record, rendering));
}
