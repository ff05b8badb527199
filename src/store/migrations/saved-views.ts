import { appendOnly } from "./append-only.js";
import type { Migration } from "./migrations.js";

/** Views of the desk that people gave a name. A view is what the latest row of its name says, and is gone where that has no address. */
export const savedViews: Migration = {
  name: "saved-views",
  sql: `
    create table saved_view (
      key integer primary key,
      at text not null,
      name text not null,
      address text,
      "by" text not null
    ) strict;
    create index saved_view_name on saved_view (name, key);
    ${appendOnly("saved_view")}`,
};
