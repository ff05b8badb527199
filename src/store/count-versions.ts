import type { Store } from "./store.js";

/** How many versions of articles the ground holds. */
export async function countVersions({ tables }: Store): Promise<number> {
  const { count } = await tables
    .selectFrom("version")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}
