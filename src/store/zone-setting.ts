import { utc } from "../text/time-zone.js";
import type { StoreEngine } from "./engine/engine.js";
import { readSetting, writeSetting } from "./setting.js";
import { StoreError } from "./store-error.js";

/** The setting that has the zone of a database; where it has none, that is UTC. */
export const zoneSetting = "zone";

/** Gives a database its zone, as long as it has no articles. @throws {StoreError} where it has articles, whose days are those of another zone */
export async function settleZone(engine: StoreEngine, zone: string): Promise<void> {
  const known = await readSetting(engine, zoneSetting);
  if ((known ?? utc) === zone) return;
  const filled = await engine.tables.selectFrom("version").select("key").limit(1).executeTakeFirst();
  if (filled !== undefined) {
    throw new StoreError(
      `The days of ${engine.name} are those of ${known ?? utc}. \`sitrep zone ${zone}\` makes them those of ${zone}.`,
    );
  }
  await writeSetting(engine, zoneSetting, zone);
}
