import { Option } from "commander";
import type { Queue } from "../store/engine/queue.js";
import { openQueue } from "../store/queue.js";
import { StoreBusy } from "../store/store-error.js";

export function queueOption(): Option {
  return new Option(
    "--queue",
    "give articles out to `sitrep reader`, of which there can be many, instead of reading them here; needs a record in PostgreSQL",
  );
}

/** The queue, for a process of which there can be one. @throws {StoreBusy} where there is another */
export async function openQueueAlone(db: string, task: "watch"): Promise<Queue> {
  const queue = await openQueue(db);
  if (await queue.holdAlone(task)) return queue;
  await queue.close();
  throw new StoreBusy("Another `sitrep watch --queue` is running for this record. One at a time can.");
}
