import { Option } from "commander";

/** What every command that works on the database can be told. */
export interface DatabaseOption {
  readonly db: string;
}

export function databaseOption(): Option {
  return new Option("--db <file>", "the database: a file, or postgres://… for one in PostgreSQL")
    .env("SITREP_DB")
    .default("sitrep.db");
}
