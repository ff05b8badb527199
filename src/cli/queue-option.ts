import { Option } from "commander";
import type { Effects } from "../run/effects.js";
import { ownTables } from "../run/own-tables.js";
import type { Queue } from "../store/engine/queue.js";
import { openQueue } from "../store/queue.js";
import { openStoreForWriting, recordExists, type WritableStore, type WritingOptions } from "../store/store.js";
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

/** Sees to it that there is a record, which in a zone of its own may have to be noted. */
export async function makeRecord(db: string, zone: string | undefined, effects: Effects): Promise<void> {
  if (zone === undefined && (await recordExists(db))) return;
  const store = await openInTurn(db, { now: effects.now, zone, tables: ownTables() }, effects);
  await store.close();
}

/** In milliseconds, and how often: a linker lets others write every few seconds. */
const rest = 100;
const tries = 300;

/** The record, once no other process writes to it. @throws {StoreBusy} where that lasts */
export async function openInTurn(
  db: string,
  options: WritingOptions,
  { pause }: Pick<Effects, "pause">,
): Promise<WritableStore> {
  for (let left = tries; ; left--) {
    try {
      return await openStoreForWriting(db, options);
    } catch (error) {
      if (!(error instanceof StoreBusy) || left <= 1) throw error;
      await pause(rest, new AbortController().signal);
    }
  }
}
