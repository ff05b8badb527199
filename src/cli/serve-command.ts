import { Command, InvalidArgumentError, Option } from "commander";
import { openAnswererThreads } from "../api/answering/answerer.js";
import type { AssistantDesk } from "../api/assistants.js";
import { ListenError, listen } from "../api/listen.js";
import { builtDocs, builtPages } from "../api/pages.js";
import { openServer } from "../api/server.js";
import { openWriterThread } from "../api/writing/writer.js";
import type { Effects } from "../run/effects.js";
import { type LogFormat, openLog, reportingTo } from "../run/log.js";
import { isAddress } from "../store/engine/engine-of.js";
import { openQueue } from "../store/queue.js";
import { openStoreForReading } from "../store/store.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import { allowPrivateOption, webPolicy } from "./known-options.js";
import { makeRecord } from "./record-in-turn.js";
import { logOption } from "./service-options.js";
import { zoneOption } from "./zone-option.js";

interface ServeOptions extends DatabaseOption {
  readonly host: string;
  readonly port: number;
  readonly zone?: string;
  readonly allowPrivate?: true;
  readonly assistantsCorrect?: true;
  readonly log: LogFormat;
}

/** `sitrep serve`: opens the record to a browser and to programs. */
export function serveCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  return new Command("serve")
    .summary("open the record in a browser, and to programs over HTTP")
    .description(
      "Opens the desk in a browser, with the docs at /docs, and answers programs under /api. Makes the database if there is none. Runs until Ctrl-C.",
    )
    .addOption(new Option("--host <address>", "the address to listen at").default("127.0.0.1"))
    .addOption(
      new Option("--port <number>", "the port to listen at; 0 for any that is free")
        .default(4311)
        .argParser(checkedPort),
    )
    .addOption(
      new Option("--assistants-correct", "let assistants at /mcp confirm, reject and undo, if their token may correct"),
    )
    .addOption(zoneOption())
    .addOption(allowPrivateOption())
    .addOption(logOption())
    .addOption(databaseOption())
    .action(async (options: ServeOptions) => exit(await serve(options, effects)));
}

function checkedPort(written: string): number {
  const port = Number(written);
  if (!/^\d{1,5}$/.test(written) || port > 65_535) throw new InvalidArgumentError("Expected a number from 0 to 65535.");
  return port;
}

async function serve(options: ServeOptions, given: Effects): Promise<ExitStatus> {
  const { db, host, port, zone } = options;
  const effects = options.log === "text" ? given : reportingTo(openLog(options.log, "serve", given), given);
  await makeRecord(db, { zone }, effects);
  const store = await openStoreForReading(db);
  const queue = isAddress(db) ? await openQueue(db).catch(() => null) : null;
  const [answerer, writer] = [openAnswererThreads(db), openWriterThread(db)];
  const assistants = { answerMessage: lazily(effects), mayCorrect: options.assistantsCorrect === true };
  const app = await openServer({
    ...{ store, answerer, writer, effects, host, pages: builtPages, docs: builtDocs, assistants, queue },
    ...webPolicy(options),
  });
  const stopped = effects.stopSignal();
  try {
    const address = await listen(app, { host, port });
    await effects.print(`Serving ${store.name} at ${address} (Ctrl-C ends it)\n`);
    await new Promise((resolve) => {
      if (stopped.aborted) resolve(null);
      else stopped.addEventListener("abort", resolve, { once: true });
    });
    return 0;
  } catch (error) {
    if (!(error instanceof ListenError)) throw error;
    effects.report(`sitrep: ${error.message}\n`);
    return 1;
  } finally {
    await app.close();
    await queue?.close();
  }
}

/** The protocol's library is loaded when the first assistant asks. */
function lazily({ report }: Effects): AssistantDesk {
  return async (message) => (await import("../mcp/answer-message.js")).answerMessage(message, report);
}
