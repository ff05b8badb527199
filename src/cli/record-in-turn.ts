import type { Effects } from "../run/effects.js";
import { ownTables } from "../run/own-tables.js";
import {
  openStoreForReading,
  openStoreForWriting,
  recordExists,
  type Store,
  type WritableStore,
  type WritingOptions,
} from "../store/store.js";
import { StoreBusy, StoreError } from "../store/store-error.js";

/** Sees to it that there is a record, which in a zone or with an object store of its own may have to be noted. */
export async function makeRecord(
  db: string,
  { zone, bytes }: Pick<WritingOptions, "zone" | "bytes">,
  effects: Effects,
): Promise<void> {
  if (zone === undefined && bytes === undefined && (await recordExists(db))) return;
  const store = await openInTurn(db, { now: effects.now, zone, bytes, tables: ownTables() }, effects);
  await store.close();
}

/** In milliseconds, and how often: a linker lets others write every few seconds. */
const rest = 100;
const tries = 300;

/** The record, to read it; where there is none, or another process is just making it, once it is there. `null` where the process is asked to end before. */
export async function openOnceMade(
  db: string,
  { pause }: Pick<Effects, "pause">,
  stop: AbortSignal,
): Promise<Store | null> {
  for (let left = tries; !stop.aborted; ) {
    if (await recordExists(db)) {
      try {
        return await openStoreForReading(db);
      } catch (error) {
        if (!(error instanceof StoreError) || left <= 1) throw error;
        left -= 30;
      }
    }
    await pause(10 * rest, stop);
  }
  return null;
}

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
