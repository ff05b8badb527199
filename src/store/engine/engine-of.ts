import type { EngineKind } from "./engine.js";
import { sqlite } from "./sqlite/sqlite-engine.js";

/** The engine of the record that `--db` names: PostgreSQL for an address that begins with `postgres://`, else SQLite. */
export async function engineOf(place: string): Promise<EngineKind> {
  if (!isAddress(place)) return sqlite;
  // Its driver is loaded by those alone who use it.
  const { postgres } = await import("./postgres/postgres-engine.js");
  return postgres;
}

/** Whether it is the address of a server and not the path of a file. */
export function isAddress(place: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(place);
}
