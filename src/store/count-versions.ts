import type { Store } from "./store.js";

/** How many versions of articles the ground holds. */
export async function countVersions({ tables }: Store): Promise<number> {
  const { count } = await tables
    .selectFrom("version")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** How many of them are in the links of their days. */
export async function countLinked({ tables }: Store): Promise<number> {
  const { count } = await tables
    .selectFrom("day_size")
    .select(({ fn }) => fn.sum<number | null>("articles").as("count"))
    .executeTakeFirstOrThrow();
  return count ?? 0;
}
