import { utc } from "../text/time-zone.js";
import type { SqliteFile } from "./sqlite-file.js";
import { StoreError } from "./store-error.js";

/** The setting that has the zone of a database; where it has none, that is UTC. */
export const zoneSetting = "zone";

/** Gives a database its zone, as long as it has no articles. @throws {StoreError} where it has articles, whose days are those of another zone */
export function settleZone(file: SqliteFile, path: string, zone: string): void {
  const [row] = file.rows(
    `select (select value from setting where name = '${zoneSetting}') as zone, exists (select 1 from version) as filled`,
  );
  const { zone: known, filled } = row as { readonly zone: string | null; readonly filled: number };
  if ((known ?? utc) === zone) return;
  if (filled === 1) {
    throw new StoreError(
      `The days of ${path} are those of ${known ?? utc}. \`sitrep zone ${zone}\` makes them those of ${zone}.`,
    );
  }
  file.prepare("insert or replace into setting values (?, ?)").run([zoneSetting, zone]);
}
