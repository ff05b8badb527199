import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Effects } from "../../run/effects.js";
import { endStatements, newThreadEnd, type ThreadEnd } from "../../store/thread-end.js";
import { Refusal, type RefusalCode } from "../refusal.js";
import type { Resource } from "../resource.js";
import { answerTo, type Request } from "./answer-to.js";
import { openRecordReader } from "./record-reader.js";

/** Asks the record. */
export interface Answerer {
  /**
   * The answer as JSON.
   *
   * @param isGone whether nobody waits for it any more: then it is not begun
   * @throws {Refusal} where the request is wrong, where there is no such thing, and where too many wait
   */
  readonly answer: (resource: Resource, request: Request, isGone: () => boolean) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** An answerer on the thread that calls it: for tests, which hand in their effects. */
export async function openAnswererHere(path: string, effects: Pick<Effects, "readFile">): Promise<Answerer> {
  const reader = await openRecordReader(path);
  return { answer: (resource, request) => answerTo(resource, request, reader, effects), close: reader.close };
}

/** What a thread is given when it starts. */
export interface AnsweringGiven {
  readonly path: string;
  readonly end: ThreadEnd;
}

/** What it is sent: the path of a resource and the request; and what it sends back. */
export interface AnsweringTask {
  readonly resource: string;
  readonly request: Request;
}
export type AnsweringReply =
  | { readonly kind: "answer"; readonly json: string }
  | { readonly kind: "refused"; readonly code: RefusalCode; readonly message: string; readonly field: string | null }
  | { readonly kind: "failed"; readonly reason: string };

interface Waiting {
  readonly task: AnsweringTask;
  readonly isGone: () => boolean;
  readonly settle: (reply: AnsweringReply) => void;
}

/** More questions than this at once are refused: whoever comes last would wait longer than they do. */
const mostWaiting = 1_000;

const ending = "The server is ending.";

/** More threads than this wait for the disk, and each holds a connection and what it has prepared. */
const mostThreads = 4;

/** Answerers on threads of their own, a connection each: a question that takes long holds up neither what is kept nor the stream of changes. */
export function openAnswererThreads(path: string): Answerer {
  const size = Math.min(availableParallelism(), mostThreads);
  const idle: Worker[] = [];
  const busy = new Map<Worker, Waiting>();
  const queue: Waiting[] = [];
  const ends = new Map<Worker, ThreadEnd>();
  let closing = false;

  const start = (): Worker => {
    const given: AnsweringGiven = { path, end: newThreadEnd() };
    const worker = new Worker(new URL(threadFile, import.meta.url), { workerData: given });
    ends.set(worker, given.end);
    const settle = (reply: AnsweringReply): void => {
      const one = busy.get(worker);
      busy.delete(worker);
      one?.settle(reply);
    };
    let failure = "the answering thread stopped";
    worker.on("message", (reply: AnsweringReply) => {
      settle(reply);
      idle.push(worker);
      next();
    });
    worker.on("error", (error) => {
      failure = error.stack ?? error.message;
    });
    worker.on("exit", () => {
      ends.delete(worker);
      const at = idle.indexOf(worker);
      if (at >= 0) idle.splice(at, 1);
      settle({ kind: "failed", reason: failure });
      next();
    });
    return worker;
  };
  const next = (): void => {
    while (!closing && queue.length > 0 && (idle.length > 0 || busy.size < size)) {
      const one = queue.shift();
      if (one === undefined) return;
      if (one.isGone()) {
        one.settle({ kind: "refused", code: "busy", message: "Nobody waited for this any more.", field: null });
        continue;
      }
      const worker = idle.pop() ?? start();
      busy.set(worker, one);
      worker.postMessage(one.task);
    }
  };
  // The first is there before anybody asks.
  idle.push(start());
  return {
    answer: async (resource, request, isGone) => {
      if (queue.length >= mostWaiting) throw new Refusal("busy", `More than ${mostWaiting} questions wait already.`);
      const reply = await new Promise<AnsweringReply>((settle) => {
        queue.push({ task: { resource: resource.path, request }, isGone, settle });
        next();
      });
      if (reply.kind === "answer") return reply.json;
      if (reply.kind === "refused") throw new Refusal(reply.code, reply.message, reply.field);
      throw new Error(reply.reason);
    },
    close: async () => {
      closing = true;
      for (const { settle } of queue.splice(0)) settle({ kind: "refused", code: "busy", message: ending, field: null });
      await Promise.all(
        [...ends].map(async ([worker, end]) => {
          await endStatements(end);
          await worker.terminate();
        }),
      );
    },
  };
}

/** Beside this file in `dist/`. Run from source the thread is TypeScript, which it has to be taught anew. */
const threadFile = import.meta.url.endsWith(".ts") ? "./answering-thread-from-source.mjs" : "./answering-thread.js";
