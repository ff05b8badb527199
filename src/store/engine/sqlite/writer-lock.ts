import { existsSync } from "node:fs";
import { StoreBusy, StoreError, StoreReadOnly } from "../../store-error.js";
import { openSqliteFile, type SqliteFile } from "./sqlite-file.js";

/**
 * Makes this process the only writer of the database at `path` until the function that comes back is called. The lock is a file beside the
 * database that stays empty: an exclusive transaction on it, which the system ends with the process, however that ends. So no lock outlives
 * its holder, and readers are not held up.
 *
 * @throws {StoreBusy} where another process writes.
 * @throws {StoreReadOnly} where the database is there and no file can be made beside it.
 */
export function lockForWriting(path: string): () => void {
  const lock = openLock(path);
  try {
    // In memory, because a journal beside the lock would be one more file to explain.
    lock.exec("pragma journal_mode = memory; begin exclusive");
  } catch (error) {
    lock.close();
    if (error instanceof StoreError) throw error;
    throw new StoreBusy(
      `Another sitrep is writing to ${path}. One at a time can: wait until it has ended, or end it. Reading goes on meanwhile.`,
      { cause: error },
    );
  }
  return () => lock.close();
}

function openLock(path: string): SqliteFile {
  try {
    return openSqliteFile(`${path}-writer`, { patience: 0 });
  } catch (error) {
    throw existsSync(path) ? new StoreReadOnly(path, error) : error;
  }
}
