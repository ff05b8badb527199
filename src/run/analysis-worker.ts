import { readFile } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import type { Article } from "../doc/article.js";
import { openEngine } from "./engine.js";
import type { WorkerGiven, WorkerMessage, WorkerReply } from "./worker-pool.js";

// One of several analysers: takes an article at a time from the pool and sends its record back. One thread each, so that
// as many articles are read at once as there are cores.
// What `startWorker` (worker-pool.ts) gave it.
const { gazetteer } = workerData as WorkerGiven;
const engine = openEngine({ readFile: (path) => readFile(path) }, { threads: 1, gazetteer });

async function answer(article: Article): Promise<WorkerReply> {
  try {
    return { kind: "record", record: await (await engine).analyse(article) };
  } catch (error) {
    return { kind: "failed", reason: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

const ready: WorkerMessage = { kind: "ready" };
// One whose engine does not open is ready to say so of each article.
void engine.then(
  () => parentPort?.postMessage(ready),
  () => parentPort?.postMessage(ready),
);
parentPort?.on("message", async (article: Article) => parentPort?.postMessage(await answer(article)));
