import { Worker } from "node:worker_threads";
import type { FileToRead, ReadReply } from "./reading-thread.js";

/** What became of a file: also that its thread ended, or had to be ended. */
export type Outcome = ReadReply | { readonly kind: "crashed"; readonly error: string } | { readonly kind: "hung" };

export interface Reader {
  readonly read: (file: FileToRead) => Promise<Outcome>;
  readonly close: () => Promise<void>;
}

/** Reads files on a thread of its own, one after the other; one that takes longer than `patience` milliseconds or more than 1 GB ends the thread, and the next has a new one. */
export function openReader(patience: number): Reader {
  let worker: Worker | null = null;
  const start = (): Worker =>
    new Worker(new URL("./reading-thread-from-source.mjs", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
      execArgv: [],
    });
  const read = async (file: FileToRead): Promise<Outcome> => {
    const thread = worker ?? start();
    worker = thread;
    const outcome = await new Promise<Outcome>((settle) => {
      const watchdog = setTimeout(() => settle({ kind: "hung" }), patience);
      const end = (found: Outcome): void => {
        clearTimeout(watchdog);
        settle(found);
      };
      thread.removeAllListeners("message");
      thread.once("message", (reply: ReadReply) => end(reply));
      thread.once("error", (error) => end({ kind: "crashed", error: error.stack ?? error.message }));
      thread.once("exit", (code) => end({ kind: "crashed", error: `the thread ended with status ${code}` }));
      thread.postMessage(file);
    });
    thread.removeAllListeners("error").removeAllListeners("exit");
    if (outcome.kind === "hung" || outcome.kind === "crashed") {
      worker = null;
      await thread.terminate();
    }
    return outcome;
  };
  return { read, close: async () => void (await worker?.terminate()) };
}
