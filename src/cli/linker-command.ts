import { Command } from "commander";
import { Registry } from "prom-client";
import { ListenError } from "../api/listen.js";
import { linkerMeters } from "../api/metrics.js";
import type { Effects } from "../run/effects.js";
import { lazyLinkLexicons } from "../run/link-lexicons.js";
import { type Log, openLog } from "../run/log.js";
import { ownTables } from "../run/own-tables.js";
import { type LinkerEvent, linkWork } from "../run/queue/link-work.js";
import { openQueue } from "../store/queue.js";
import { openStoreForWriting } from "../store/store.js";
import { addedLine, reasonOf } from "./added-line.js";
import { bytesOption } from "./bytes-option.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import { makeRecord } from "./record-in-turn.js";
import { listenForProbes, logOption, metricsOption, type ServiceOptions } from "./service-options.js";
import { zoneOption } from "./zone-option.js";

interface LinkerOptions extends DatabaseOption, ServiceOptions {
  readonly zone?: string;
  readonly bytes?: string;
}

/** `sitrep linker`: writes what was read, and links it. */
export function linkerCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  return new Command("linker")
    .summary("add and link what readers hand in")
    .description(
      "Adds what readers hand in to a record in PostgreSQL, in the order in which it was given out, and links it. One linker does so; others stand by and take over when it ends, whatever ends it. Corrections are let in between. At Ctrl-C or SIGTERM it ends behind the transaction at hand.",
    )
    .addOption(zoneOption())
    .addOption(bytesOption())
    .addOption(metricsOption())
    .addOption(logOption())
    .addOption(databaseOption())
    .addHelpText("after", examples)
    .action(async (options: LinkerOptions) => exit(await linker(options, effects)));
}

const examples = `
Examples:
  sitrep linker --db postgres://ana@db.example.org/news
  sitrep linker --metrics 4313 --log json

A line is printed for each article once it is safely on the disk; with --log json it is one of the log.
Exit status: 0 it was asked to end; 1 it could not start.`;

async function linker({ db, zone, bytes, metrics, log: format }: LinkerOptions, effects: Effects): Promise<ExitStatus> {
  const log = openLog(format, "linker", effects);
  const stop = effects.stopSignal();
  const queue = await openQueue(db);
  try {
    await makeRecord(db, { zone, bytes }, effects);
    const registry = new Registry();
    const meter = linkerMeters(registry);
    const close = await listenForProbes(metrics, queue, registry, log);
    try {
      const open = () => openStoreForWriting(db, { now: effects.now, existing: true, tables: ownTables() });
      await linkWork({ queue, open, lexicons: lazyLinkLexicons(effects), effects, stop }, (event) => {
        meter(event);
        tell(event, format === "text" ? effects.print : null, log);
      });
      log.note("ended");
      return 0;
    } finally {
      await close();
    }
  } catch (error) {
    if (!(error instanceof ListenError)) throw error;
    log.warn(error.message);
    return 1;
  } finally {
    await queue.close();
  }
}

/** Tells what happens; articles that are added to `print`, where there is one. */
function tell(event: LinkerEvent, print: Effects["print"] | null, log: Log): void {
  switch (event.kind) {
    case "turn":
      log.note(event.links ? "linking" : "standing by: another linker is at work", {
        event: "turn",
        links: event.links,
      });
      return;
    case "article": {
      const { addition } = event;
      if ("reason" in addition) {
        log.warn(`${addition.input}: ${reasonOf(addition)}`, { event: addition.kind });
        return;
      }
      if (addition.kind === "known") return;
      if (print !== null) {
        void print(addedLine(addition));
        return;
      }
      const { id, number } = addition.version;
      log.note(addedLine(addition).trimEnd(), { event: "added", article: id, version: number });
      return;
    }
    case "linked":
      if (print === null) log.note(`linked ${event.day}`, { event: "linked", day: event.day, seconds: event.seconds });
      return;
    case "caught-up":
      if (print === null) log.note("all that was handed in is linked", { event: "caught-up", lag: event.lag });
      return;
    case "orphan": {
      const then = event.isSetAside ? "it is set aside (`sitrep dead list`)" : "it is tried again, alone";
      log.warn(`${event.input}: its reader came to an end; ${then}`, { event: "orphan", input: event.input });
      return;
    }
    case "busy":
      log.note(event.isBusy ? "waiting: another process writes to the record" : "writing on", { event: "busy" });
      return;
    case "lost":
      log.warn(event.reason, { event: "lost" });
      return;
  }
}
