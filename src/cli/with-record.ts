import type { Effects } from "../run/effects.js";
import { openStoreForReading, openStoreForWriting, type Store, type WritableStore } from "../store/store.js";
import type { ExitStatus } from "./exit-status.js";

/** Does something with the record, and closes it. */
export async function withRecord(db: string, act: (store: Store) => Promise<ExitStatus>): Promise<ExitStatus> {
  const store = await openStoreForReading(db);
  try {
    return await act(store);
  } finally {
    await store.close();
  }
}

/** The same with a record that it writes to; there has to be one already. */
export async function withWritableRecord(
  db: string,
  { now }: Pick<Effects, "now">,
  act: (store: WritableStore) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  const store = await openStoreForWriting(db, { now, existing: true });
  try {
    return await act(store);
  } finally {
    await store.close();
  }
}
