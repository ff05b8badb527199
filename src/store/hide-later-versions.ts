import { lineKeysOf } from "./line-id.js";
import type { SqliteFile } from "./sqlite-file.js";

/**
 * Makes this connection see the database as if no version with a higher key had come in: views of its own stand before the tables, under their names.
 * Keys rise in the order in which versions were added, and every row but a correction belongs to one. What links and corrections say of the versions
 * that are left is what they say now.
 */
export function hideLaterVersions(file: SqliteFile, upTo: number): void {
  const last = Math.trunc(upTo);
  const { end } = lineKeysOf(last);
  for (const table of byVersion) {
    file.exec(`create temp view "${table}" as select * from main."${table}" where version <= ${last}`);
  }
  file.exec(`
    create temp view version as select * from main.version where key <= ${last};
    create temp view line as select * from main.line where key < ${end};
    create temp view trace as select * from main.trace where line < ${end};
    create temp view telling as select * from main.telling where line < ${end};
    create temp view history_day as
      select history, day, lead(day) over (partition by history order by day) as next, null as content
      from (select distinct history, day from main.telling where history is not null and line < ${end});
    create temp view article as
      select * from main.article where key in (select article from main.version where key <= ${last});
    create temp view story as
      select id, day, iif(central <= ${last}, central, (
        select max(version) from main.linked where linked.story = one.id and version <= ${last}
      )) as central, terms, within
      from main.story as one
      where exists (select 1 from main.linked where linked.story = one.id and version <= ${last})`);
}

/** Tables whose rows name the version that they belong to. */
const byVersion = [
  "record",
  "corrected",
  "removed",
  "entity",
  "place",
  "time",
  "dated",
  "linked",
  "copy",
  "member",
  "dispute_end",
];
