import type { Migration } from "./migrations.js";

/** A version says where the pages of its document begin in its text. */
export const pages: Migration = {
  name: "pages",
  sql: "alter table version add column pages text;",
};
