import type { Store } from "./store.js";

type Tables = Pick<Store, "tables">;

/** What a setting of the database says, `null` where it is not set. */
export async function readSetting({ tables }: Tables, name: string): Promise<string | null> {
  const row = await tables.selectFrom("setting").select("value").where("name", "=", name).executeTakeFirst();
  return row?.value ?? null;
}

/** Sets a setting, or sets it anew. */
export async function writeSetting({ tables }: Tables, name: string, value: string): Promise<void> {
  await tables
    .insertInto("setting")
    .values({ name, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
}

/** Unsets a setting. */
export async function removeSetting({ tables }: Tables, name: string): Promise<void> {
  await tables.deleteFrom("setting").where("name", "=", name).execute();
}
