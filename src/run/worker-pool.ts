import "./no-telemetry.js";
import { Worker } from "node:worker_threads";
import type { Article } from "../doc/article.js";
import type { ArticleRecord } from "../record/record.js";
import type { Analyser } from "./analyse.js";

/** What a worker starts with. The gazetteer lies in memory that all share. */
export interface WorkerGiven {
  readonly gazetteer: Uint8Array<SharedArrayBuffer>;
}

/** What a worker sends back: first that it has loaded what it works with, then a reply to each article. */
export type WorkerMessage = { readonly kind: "ready" } | WorkerReply;

export type WorkerReply =
  | { readonly kind: "record"; readonly record: ArticleRecord }
  | { readonly kind: "failed"; readonly reason: string };

interface Member {
  readonly worker: Worker;
  settle: ((reply: WorkerReply) => void) | null;
  /** Resolves when the worker neither loads nor works on anything: one that is ended before takes the whole process with it. */
  quiet: Promise<unknown>;
}

/**
 * Analysers on `size` threads of their own, each with its own model. A worker that dies fails its article alone and is replaced when the
 * next one comes.
 */
export function openWorkerPool(size: number, given: WorkerGiven): Analyser {
  const idle: Member[] = [];
  const waiting: ((member: Member) => void)[] = [];
  const members = new Set<Member>();
  let closing = false;

  const start = (): Member => {
    const worker = startWorker(given);
    const ready = new Promise<void>((resolve) => {
      worker.once("message", () => resolve());
      worker.once("exit", () => resolve());
    });
    const member: Member = { worker, settle: null, quiet: ready };
    members.add(member);
    const settle = (reply: WorkerReply): void => {
      const settled = member.settle;
      member.settle = null;
      settled?.(reply);
    };
    member.worker.on("message", (message: WorkerMessage) => {
      if (message.kind !== "ready") settle(message);
    });
    member.worker.on("error", (error) => settle({ kind: "failed", reason: error.stack ?? error.message }));
    member.worker.on("exit", (code) => {
      members.delete(member);
      const index = idle.indexOf(member);
      if (index >= 0) idle.splice(index, 1);
      settle({ kind: "failed", reason: `the worker stopped with status ${code}` });
    });
    return member;
  };

  const acquire = (): Promise<Member> => {
    const free = idle.pop();
    if (free) return Promise.resolve(free);
    if (members.size < size) return Promise.resolve(start());
    return new Promise((resolve) => waiting.push(resolve));
  };

  const release = (member: Member): void => {
    if (closing) return;
    const alive = members.has(member) ? member : null;
    const next = waiting.shift();
    if (next) next(alive ?? start());
    else if (alive) idle.push(alive);
  };

  // The first loads its model while the first article is still being read.
  idle.push(start());

  const analyse = async (article: Article): Promise<ArticleRecord> => {
    const member = await acquire();
    const replying = new Promise<WorkerReply>((resolve) => {
      member.settle = resolve;
      member.worker.postMessage(article);
    });
    member.quiet = replying;
    const reply = await replying;
    release(member);
    if (reply.kind === "failed") throw new Error(reply.reason);
    return reply.record;
  };

  const close = async (): Promise<void> => {
    closing = true;
    const ending = [...members].map(async ({ worker, quiet }) => {
      await quiet;
      await worker.terminate();
    });
    await Promise.all(ending);
  };
  return { analyse, parallel: size, close };
}

/** Beside this file in `dist/`. Run from source (in tests) the worker is TypeScript, which each thread has to be taught anew. */
const workerFile = import.meta.url.endsWith(".ts") ? "./analysis-worker-from-source.mjs" : "./analysis-worker.js";

function startWorker(given: WorkerGiven): Worker {
  return new Worker(new URL(workerFile, import.meta.url), { workerData: given });
}
