import type { Migration } from "./migrations.js";

/** Fetched bytes are packed, and found again by their hash; every version says what it was read from. */
export const sourceBytes: Migration = {
  name: "source-bytes",
  sql: `
    alter table fetched add column coding text not null default 'identity';
    create index fetched_sha256 on fetched (sha256);
    alter table version add column source_sha256 text;`,
};
