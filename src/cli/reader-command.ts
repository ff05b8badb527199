import { Command, InvalidArgumentError, Option } from "commander";
import { Registry } from "prom-client";
import { ListenError } from "../api/listen.js";
import { readerMeters } from "../api/metrics.js";
import { buildArticle, nothingElse } from "../read/build-article.js";
import { nothingKnown } from "../read/known-facts.js";
import { openAnalyser, usableCores } from "../run/analyse.js";
import type { Effects } from "../run/effects.js";
import { type Log, openLog } from "../run/log.js";
import { type ReaderEvent, readWork, WorkHangs } from "../run/queue/read-work.js";
import { type Failure, mostResults } from "../store/engine/queue.js";
import { openQueue } from "../store/queue.js";
import { recordExists } from "../store/store.js";
import { counted } from "./counted.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import { openOnceMade } from "./record-in-turn.js";
import { listenForProbes, logOption, metricsOption, type ServiceOptions } from "./service-options.js";

interface ReaderOptions extends DatabaseOption, ServiceOptions {
  readonly threads?: number;
}

/** `sitrep reader`: reads what was given out. */
export function readerCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  return new Command("reader")
    .summary("read articles that `sitrep add --queue` gives out")
    .description(
      `Takes articles, pages and stretches of web archives out of the queue of a record in PostgreSQL, reads them, and hands in what they tell. Any number of readers can run, on any machine that reaches the database. While ${mostResults} articles wait to be written, readers take nothing new. At Ctrl-C or SIGTERM it ends; what it had in work goes back.`,
    )
    .addOption(
      new Option("--threads <number>", "how many articles to read at once; one for each core if not given").argParser(
        checkedThreads,
      ),
    )
    .addOption(metricsOption())
    .addOption(logOption())
    .addOption(databaseOption())
    .addHelpText("after", examples)
    .action(async (options: ReaderOptions) => exit(await reader(options, effects)));
}

const examples = `
Examples:
  sitrep reader --db postgres://ana@db.example.org/news
  sitrep reader --threads 2 --metrics 4312 --log json

Exit status: 0 it was asked to end; 1 it could not start, or had to give up work that hung.`;

function checkedThreads(written: string): number {
  const threads = Number(written);
  if (!/^\d{1,2}$/.test(written) || threads < 1 || threads > 64) throw new InvalidArgumentError("Expected 1 to 64.");
  return threads;
}

async function reader({ db, threads, metrics, log: format }: ReaderOptions, effects: Effects): Promise<ExitStatus> {
  const log = openLog(format, "reader", effects);
  const stop = effects.stopSignal();
  const queue = await openQueue(db);
  try {
    if (!(await recordExists(db)))
      log.note("there is no record yet; waiting until `sitrep linker` or `sitrep add` makes it");
    const store = await openOnceMade(db, effects, stop);
    if (store === null) return 0;
    const analyser = await openAnalyser({ many: true, threads: threads ?? usableCores() }, effects);
    const registry = new Registry();
    const meter = readerMeters(registry);
    const close = await listenForProbes(metrics, queue, registry, log);
    try {
      // One that cannot read at all must not call every article bad.
      const trial = "The port of Vell is closed, Mayor Ana Roth said.";
      await analyser.analyse(await buildArticle({ ...nothingElse, text: trial }, nothingKnown));
      log.note(`reading for ${store.name}`, { threads: analyser.parallel });
      await readWork({ queue, store, analyser, effects, stop }, (event) => {
        meter(event);
        tell(event, log);
      });
      log.note("ended; what was in work went back");
      return 0;
    } finally {
      await close();
      await analyser.close();
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof ListenError || error instanceof WorkHangs)) throw error;
    log.warn(error.message);
    // Threads that hang cannot be ended by themselves.
    if (error instanceof WorkHangs) process.exit(1);
    return 1;
  } finally {
    await queue.close();
  }
}

function tell(event: ReaderEvent, log: Log): void {
  switch (event.kind) {
    case "read": {
      const { input, articles, known, seconds } = event;
      const what = [counted(articles, "article"), ...(known === 0 ? [] : [`${known} known`])].join(", ");
      log.note(`${input}: ${what}`, { event: "read", input, articles, known, seconds });
      return;
    }
    case "unreadable":
      log.warn(`${event.input}: ${event.reason}`, { event: "unreadable", input: event.input });
      return;
    case "failed": {
      const { input, reason, outcome } = event;
      log.warn(`${input}: ${reason}; ${failureWords[outcome]}`, { event: "failed", input, outcome });
      return;
    }
    case "full":
      log.note(event.isFull ? `resting: ${mostResults} articles wait to be written` : "reading on", {
        event: "full",
        full: event.isFull,
      });
      return;
    case "lost":
      log.warn(event.reason, { event: "lost" });
      return;
  }
}

const failureWords = {
  again: "it is tried again, alone",
  "set aside": "it is set aside (`sitrep dead list`)",
  gone: "another reader has done it",
} as const satisfies Record<Failure, string>;
