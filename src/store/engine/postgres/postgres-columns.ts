import { derivedLayoutStatements } from "../../derived-tables.js";
import { migrations } from "../../migrations/migrations.js";
import { columnsOf } from "./postgres-layout.js";

/** The columns of all tables of a record. */
export function postgresColumns(): ReturnType<typeof columnsOf> {
  known ??= columnsOf([...migrations.map(({ sql }) => sql), derivedLayoutStatements].join("\n"));
  return known;
}

let known: ReturnType<typeof columnsOf> | null = null;
