import type { Migration } from "./migrations.js";

/** The versions that replace others are found without looking through all. */
export const laterVersions: Migration = {
  name: "later-versions",
  sql: "create index version_later on version (article, number) where number > 1;",
};
