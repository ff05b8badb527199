import type { Migration } from "./migrations.js";

/** A version says when its words were said in the recording that it is the transcript of. */
export const timecodes: Migration = {
  name: "timecodes",
  sql: "alter table version add column timecodes text;",
};
