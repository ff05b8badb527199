import { openStoreForReading, type Store } from "../../store/store.js";

/** The record as it is now and as it was, for any number of readers. */
export interface RecordReader {
  readonly path: string;
  /** As it is now. */
  readonly now: Store;
  /** Gives `work` the record as if no version with a higher key had come in. */
  readonly asOf: <Result>(upTo: number, work: (store: Store) => Promise<Result>) => Promise<Result>;
  readonly close: () => Promise<void>;
}

/** Connections to the past that are kept open at once: whoever turns pages has one. */
const mostKept = 8;

interface Kept {
  readonly store: Store;
  /** Those who read from it now. */
  users: number;
}

/** Opens the database at `path`. @throws {StoreError} as `openStoreForReading` */
export async function openRecordReader(path: string): Promise<RecordReader> {
  const now = await openStoreForReading(path);
  // The one that was used last is last.
  const kept = new Map<number, Kept>();
  const make = async (upTo: number): Promise<Kept> => {
    const [idle] = [...kept].filter(([, { users }]) => users === 0);
    if (kept.size >= mostKept && idle !== undefined) {
      kept.delete(idle[0]);
      await idle[1].store.close();
    }
    return { store: await openStoreForReading(path, { upTo }), users: 0 };
  };
  return {
    path,
    now,
    asOf: async (upTo, work) => {
      const one = kept.get(upTo) ?? (await make(upTo));
      kept.delete(upTo);
      kept.set(upTo, one);
      one.users += 1;
      try {
        return await work(one.store);
      } finally {
        one.users -= 1;
      }
    },
    close: async () => {
      for (const { store } of kept.values()) await store.close();
      kept.clear();
      await now.close();
    },
  };
}
