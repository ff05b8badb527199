import { Command, Option } from "commander";
import { toldById } from "../ask/told-by-id.js";
import type { ArticleRecord } from "../record/record.js";
import type { Effects } from "../run/effects.js";
import { type TracedArticle, traceInputs } from "../run/trace-inputs.js";
import type { Store } from "../store/store.js";
import { idsOf } from "../view/explained-line.js";
import { explanationView } from "../view/explanation-view.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import {
  allowPrivateOption,
  type KnownOptions,
  knownFacts,
  outletOption,
  publishedOption,
  webPolicy,
} from "./known-options.js";
import { printById } from "./print-by-id.js";
import { renderExplanation } from "./render-explanation.js";
import { renderStored } from "./render-stored.js";
import { type Rendering, renderingFor } from "./rendering.js";

interface ExplainOptions extends KnownOptions, DatabaseOption {
  readonly json?: true;
}

/** `sitrep explain`: prints why a line of an article's record is there. */
export function explainCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  return new Command("explain")
    .summary("print why a line is there, or all that an id stands for")
    .description(
      "With an input and an id, prints why that line of the article's record is there: its words in their paragraph, the words behind each field, the rule that made it, and the scores of the analysis. With an id alone, asks the database about a line, article, story, event, dispute, history, origin, person or body, and prints all that stands behind it: words, article, who told whom, other tellings, disputes.",
    )
    .argument(
      "<input>",
      "a text or HTML file, an address, or - for one article on standard input; or an id of the database",
    )
    .argument("[id]", "a line of the article's record, as st_1 or ac_2; `sitrep read` prints the ids")
    .addOption(new Option("--json", "print the explanation as JSON"))
    .addOption(databaseOption())
    .addOption(publishedOption())
    .addOption(outletOption())
    .addOption(allowPrivateOption())
    .addHelpText("after", examples)
    .action(async (input: string, id: string | undefined, options: ExplainOptions) =>
      exit(await (id === undefined ? explainStored(input, options, effects) : explain(input, id, options, effects))),
    );
}

const examples = `
Examples:
  sitrep explain article.txt st_1
  sitrep explain article.txt ac_3 --json
  sitrep explain art_5c34f14789777e74/st_3
  sitrep explain di_1ccdff37ae09d6a8

Exit status: 0 explained; 1 the input could not be read; 2 wrong usage, or an id that the record does not have.`;

function explainStored(id: string, options: ExplainOptions, effects: Effects): Promise<ExitStatus> {
  const ask = async (store: Store) => {
    const data = await toldById(store, id, effects);
    return data === null ? null : { data, page: (rendering: Rendering) => renderStored(data, rendering) };
  };
  const missing = `The database has nothing with the id ${id}. To explain a line of an article that is not in it, name both: sitrep explain FILE ID.`;
  return printById(options, ask, missing, effects);
}

async function explain(input: string, id: string, options: ExplainOptions, effects: Effects): Promise<ExitStatus> {
  let traced: TracedArticle | null = null;
  for await (const one of traceInputs([input], knownFacts(options), effects, webPolicy(options))) {
    if (one.kind === "note") {
      effects.report(`sitrep: ${one.input}: ${one.note}\n`);
      continue;
    }
    if (one.kind === "unreadable") {
      effects.report(`sitrep: ${one.input}: ${one.reason}\n`);
      return 1;
    }
    if (traced !== null) {
      effects.report(
        `sitrep: ${input}: it holds more than one article, and ids are unique only within one. Name a single file.\n`,
      );
      return 2;
    }
    traced = one;
  }
  if (traced === null) {
    effects.report(`sitrep: ${input}: it holds no article\n`);
    return 1;
  }
  const view = explanationView(traced, id);
  if (view === null) {
    effects.report(`sitrep: ${input}: the record has no line ${id}. It has ${existing(traced.record)}.\n`);
    return 2;
  }
  await effects.print(
    options.json ? `${JSON.stringify(view, null, 2)}\n` : renderExplanation(view, renderingFor(effects.output)),
  );
  return 0;
}

/** "16 statements (st_1 to st_16), 1 action (ac_1) and no postures". */
function existing(record: ArticleRecord): string {
  const told = idsOf(record).map(({ kind, ids }) => {
    const [first] = ids;
    const plural = kind === "entity" ? "entities" : `${kind}s`;
    if (first === undefined) return `no ${plural}`;
    return ids.length === 1 ? `1 ${kind} (${first})` : `${ids.length} ${plural} (${first} to ${ids.at(-1)})`;
  });
  return `${told.slice(0, -1).join(", ")} and ${told.at(-1)}`;
}
