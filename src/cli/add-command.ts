import { Command } from "commander";
import type { FieldMap } from "../read/entries/field-names.js";
import { addInputs } from "../run/add-inputs.js";
import { lazyAnalyser } from "../run/analyse.js";
import type { Effects } from "../run/effects.js";
import { countInputs } from "../run/open-inputs.js";
import { ownTables } from "../run/own-tables.js";
import { giveOutInputs } from "../run/queue/give-out.js";
import { openQueue } from "../store/queue.js";
import { openStoreForWriting } from "../store/store.js";
import { type AdditionCounts, addedLine, countOf, reasonOf } from "./added-line.js";
import { bytesOption } from "./bytes-option.js";
import { counted } from "./counted.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
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
import { queueOption } from "./queue-option.js";
import { makeRecord } from "./record-in-turn.js";
import { zoneOption } from "./zone-option.js";

interface AddOptions extends KnownOptions, DatabaseOption {
  readonly map?: FieldMap;
  readonly zone?: string;
  readonly bytes?: string;
  readonly queue?: true;
}

/** `sitrep add`: keeps articles and their records in the database. */
export function addCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  return new Command("add")
    .summary("keep articles in a database, and link them")
    .description(
      "Reads news articles, keeps them and their records in a database, and links them with what is there. An article that is already there is not added twice; if its text has changed, it is kept as a new version beside the old one.",
    )
    .argument(
      "<source...>",
      "text and HTML files, web archives, feeds, folders, addresses, or - for articles on standard input, one JSON object a line",
    )
    .addOption(databaseOption())
    .addOption(publishedOption())
    .addOption(outletOption())
    .addOption(mapOption())
    .addOption(zoneOption())
    .addOption(bytesOption())
    .addOption(allowPrivateOption())
    .addOption(queueOption())
    .addHelpText("after", examples)
    .action(async (sources: string[], options: AddOptions) =>
      exit(await (options.queue === true ? giveOut : add)(sources, options, effects)),
    );
}

const examples = `
Examples:
  sitrep add reports/
  sitrep add page.html --outlet "The Harbour Times" --db harbour.db
  sitrep add news.warc.gz https://news.example/feed.xml
  sitrep add - < articles.jsonl

A line is printed for each article once it is safely on the disk; with --queue, \`sitrep linker\` prints it.
Exit status: 0 all added or already there; 1 some could not be added, each named on standard error; 2 wrong usage.`;

async function add(inputs: readonly string[], options: AddOptions, effects: Effects): Promise<ExitStatus> {
  const request = { inputs, known: knownFacts(options), fieldMap: options.map, ...webPolicy(options) };
  const total = await countInputs(inputs, effects);
  const store = await openStoreForWriting(options.db, {
    now: effects.now,
    zone: options.zone,
    bytes: options.bytes,
    tables: ownTables(),
  });
  const progress = openProgress(total, effects, { verb: "done" });
  const analyser = lazyAnalyser({ many: total !== 1 }, effects);
  const counts: AdditionCounts = { added: 0, newVersions: 0, known: 0, failed: 0 };
  try {
    for await (const addition of addInputs(request, store, analyser, effects)) {
      progress.clear();
      if (addition.kind === "note") {
        effects.report(`sitrep: ${addition.input}: ${addition.note}\n`);
        continue;
      }
      counts[countOf(addition)] += 1;
      if ("reason" in addition) effects.report(`sitrep: ${addition.input}: ${reasonOf(addition)}\n`);
      else if (addition.kind === "added") await effects.print(addedLine(addition));
      progress.advance();
    }
  } finally {
    progress.clear();
    await analyser.close();
    await store.close();
  }
  await effects.print(
    `${counts.added} added, ${counted(counts.newVersions, "new version")}, ${counts.known} known, ${counts.failed} failed\n`,
  );
  return counts.failed === 0 ? 0 : 1;
}

/** `--queue`: other processes read the articles and add them. */
async function giveOut(inputs: readonly string[], options: AddOptions, effects: Effects): Promise<ExitStatus> {
  const request = { inputs, known: knownFacts(options), fieldMap: options.map, ...webPolicy(options) };
  const queue = await openQueue(options.db);
  let [given, failed] = [0, 0];
  try {
    await makeRecord(options.db, options, effects);
    const progress = openProgress(null, effects, { verb: "given out", silentOutput: true });
    try {
      for await (const one of giveOutInputs(request, queue, effects)) {
        if (one.kind === "given") {
          given += 1;
          progress.advance();
          continue;
        }
        if (one.kind === "unreadable") failed += 1;
        progress.clear();
        effects.report(`sitrep: ${one.input}: ${one.kind === "note" ? one.note : one.reason}\n`);
      }
    } finally {
      progress.clear();
    }
  } finally {
    await queue.close();
  }
  await effects.print(`${given} given out, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}
