import { sql } from "kysely";
import type { Store } from "../store.js";

/** The outlets of these versions that have one, by the ids of the versions. */
export async function outletsOf(
  { tables }: Pick<Store, "tables">,
  versions: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tables
    .selectFrom("version")
    .select(["id", "outlet"])
    .where("outlet", "is not", null)
    .where(sql<boolean>`id in (select value from json_each(${JSON.stringify([...new Set(versions)])}))`)
    .execute();
  return new Map(rows.flatMap(({ id, outlet }) => (outlet === null ? [] : [[id, outlet] as const])));
}
