import type { StoreEngine } from "./engine/engine.js";
import { engineOf } from "./engine/engine-of.js";
import { readSetting, removeSetting, writeSetting } from "./setting.js";

/** The setting that has the folder of the tables of their own with which somebody made a database; where it has none, it was made without. */
const tablesSetting = "tables";

/** Notes with which tables of their own somebody reads and links the database, `null` for none. */
export async function noteTables(engine: StoreEngine, folder: string | null): Promise<void> {
  if (folder === (await readSetting(engine, tablesSetting))) return;
  if (folder === null) await removeSetting(engine, tablesSetting);
  else await writeSetting(engine, tablesSetting, folder);
}

/** The folder of the tables that a database with articles goes by, `null` for none of its own; nothing where there is no such database or it has no articles yet. */
export async function databaseTables(path: string): Promise<{ readonly folder: string | null } | null> {
  const kind = await engineOf(path);
  let engine: StoreEngine | null = null;
  try {
    if (!(await kind.exists(path))) return null;
    engine = await kind.openForReading(path, null);
    const filled = await engine.tables.selectFrom("version").select("key").limit(1).executeTakeFirst();
    return filled === undefined ? null : { folder: await readSetting(engine, tablesSetting) };
  } catch {
    // What is wrong with it, whoever opens it to work on it says.
    return null;
  } finally {
    await engine?.close();
  }
}
