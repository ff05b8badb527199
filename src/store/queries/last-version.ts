import type { Store } from "../store.js";

/** The key of the version that was added last, 0 where there is none. */
export async function lastVersion({ tables }: Store): Promise<number> {
  const row = await tables.selectFrom("version").select("key").orderBy("key", "desc").limit(1).executeTakeFirst();
  return row?.key ?? 0;
}

/** When the version that was added last was, `null` where there is none. */
export async function lastAdded(store: Store): Promise<string | null> {
  return (await addedBy(store, await lastVersion(store))) || null;
}

/** The key of the last version that was added by a moment, an ISO 8601 date-time in UTC as the database writes it; 0 where there was none. */
export async function lastVersionBy(store: Store, moment: string): Promise<number> {
  // Keys rise with time, and no index has the time.
  let [none, some] = [0, await lastVersion(store)];
  while (none < some) {
    const middle = Math.ceil((none + some) / 2);
    if ((await addedBy(store, middle)) <= moment) none = middle;
    else some = middle - 1;
  }
  return none;
}

/** When the last version up to a key was added. */
async function addedBy({ tables }: Store, key: number): Promise<string> {
  const row = await tables
    .selectFrom("version")
    .select("added")
    .where("key", "<=", key)
    .orderBy("key", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.added ?? "";
}
