import { type Kysely, PostgresAdapter, type Transaction } from "kysely";
import type { StoreTables } from "../tables.js";

export type Tables = Kysely<StoreTables> | Transaction<StoreTables>;

/** Whether these are tables in PostgreSQL. */
export function isPostgres(tables: Tables): boolean {
  return tables.getExecutor().adapter instanceof PostgresAdapter;
}
