import { parentPort, workerData } from "node:worker_threads";
import { filesReadOnce } from "../../run/files-read-once.js";
import { endableBy } from "../../store/thread-end.js";
import { exportResource } from "../export.js";
import { Refusal } from "../refusal.js";
import { resources } from "../resources.js";
import { answerTo } from "./answer-to.js";
import type { AnsweringGiven, AnsweringReply, AnsweringTask } from "./answerer.js";
import { openRecordReader } from "./record-reader.js";

// Answers one question after another for the server.
// What `openAnswererThreads` gave it.
const { path, end } = workerData as AnsweringGiven;
endableBy(end);
const reader = await openRecordReader(path);
const effects = filesReadOnce();

async function answer({ resource: path, request }: AnsweringTask): Promise<AnsweringReply> {
  try {
    const resource = [...resources, exportResource].find((one) => one.path === path);
    if (resource === undefined) throw new RangeError(`Found no resource ${path}.`);
    return { kind: "answer", json: await answerTo(resource, request, reader, effects) };
  } catch (error) {
    if (error instanceof Refusal) {
      return { kind: "refused", code: error.code, message: error.message, field: error.field };
    }
    return { kind: "failed", reason: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on("message", async (task: AnsweringTask) => parentPort?.postMessage(await answer(task)));
