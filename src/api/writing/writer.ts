import { Worker } from "node:worker_threads";
import type { Effects } from "../../run/effects.js";
import { endStatements, newThreadEnd, type ThreadEnd } from "../../store/thread-end.js";
import type { AddProgress, Task, TaskOutcome } from "./task.js";
import { openTasks, type Tasks } from "./tasks.js";

/** Writes to a database, one task after another. */
export interface Writer {
  /** What came of the task. Never rejects. */
  readonly write: (task: Task, tell?: (progress: AddProgress) => void) => Promise<TaskOutcome>;
  readonly close: () => Promise<void>;
}

/** A writer on the thread that calls it: for tests, which hand in their effects. */
export function openWriterHere(path: string, effects: Effects): Writer {
  return inTurn(openTasks(path, effects).perform, async () => undefined);
}

/** What the thread is given when it starts. */
export interface WriterGiven {
  readonly path: string;
  readonly end: ThreadEnd;
}

/** What it is sent, and what it sends back: with the number of the task. */
export interface WriterTask {
  readonly number: number;
  readonly task: Task;
}
export type WriterReply = { readonly number: number } & (
  | { readonly kind: "progress"; readonly progress: AddProgress }
  | { readonly kind: "outcome"; readonly outcome: TaskOutcome }
);

interface Waiting {
  readonly tell: (progress: AddProgress) => void;
  readonly settle: (outcome: TaskOutcome) => void;
}

/** A writer on a thread of its own, so that reading goes on while it links; the thread starts with the first task. */
export function openWriterThread(path: string): Writer {
  let thread: Worker | null = null;
  let end: ThreadEnd | null = null;
  let sent = 0;
  const waiting = new Map<number, Waiting>();
  const settle = (number: number, outcome: TaskOutcome): void => {
    waiting.get(number)?.settle(outcome);
    waiting.delete(number);
  };
  const start = (): Worker => {
    const given: WriterGiven = { path, end: newThreadEnd() };
    const worker = new Worker(new URL(threadFile, import.meta.url), { workerData: given });
    end = given.end;
    worker.on("message", (reply: WriterReply) => {
      if (reply.kind === "progress") waiting.get(reply.number)?.tell(reply.progress);
      else settle(reply.number, reply.outcome);
    });
    const lost = (reason: string): void => {
      if (thread === worker) thread = null;
      for (const number of waiting.keys()) settle(number, { kind: "failed", reason });
    };
    worker.on("error", (error) => lost(error.stack ?? error.message));
    worker.on("exit", (code) => lost(`the writing thread stopped with status ${code}`));
    return worker;
  };
  const perform = (task: Task, tell: (progress: AddProgress) => void): Promise<TaskOutcome> => {
    thread ??= start();
    sent += 1;
    const message: WriterTask = { number: sent, task };
    thread.postMessage(message);
    return new Promise((resolve) => waiting.set(message.number, { tell, settle: resolve }));
  };
  return inTurn(perform, async () => {
    if (end !== null) await endStatements(end);
    await thread?.terminate();
  });
}

/** Beside this file in `dist/`. Run from source the thread is TypeScript, which it has to be taught anew. */
const threadFile = import.meta.url.endsWith(".ts") ? "./writing-thread-from-source.mjs" : "./writing-thread.js";

/** What reads articles in takes turns with its like, and all else too: nobody waits with a correction until a feed has come in. */
function inTurn(perform: Tasks["perform"], close: () => Promise<void>): Writer {
  const last = new Map<"add" | "other", Promise<unknown>>();
  return {
    write: (task, tell = () => undefined) => {
      const queue = task.kind === "add" ? "add" : "other";
      const outcome = (last.get(queue) ?? Promise.resolve()).then(() => perform(task, tell));
      last.set(queue, outcome);
      return outcome;
    },
    close,
  };
}
