import { parentPort, workerData } from "node:worker_threads";
import { processEffects } from "../../run/process-effects.js";
import { endableBy } from "../../store/thread-end.js";
import { openTasks } from "./tasks.js";
import type { WriterGiven, WriterReply, WriterTask } from "./writer.js";

// Does one task after another for the server, which answers readers meanwhile.
// What `openWriterThread` gave it.
const { path, end } = workerData as WriterGiven;
endableBy(end);
const tasks = openTasks(path, processEffects());
const reply = (message: WriterReply): void => parentPort?.postMessage(message);

parentPort?.on("message", async ({ number, task }: WriterTask) => {
  const outcome = await tasks.perform(task, (progress) => reply({ number, kind: "progress", progress }));
  reply({ number, kind: "outcome", outcome });
});
