import { lineKeysOf } from "../line-id.js";

/**
 * Statements that make a connection see the database as if no version with a higher key had come in: views of its own stand before the tables, under
 * their names. Keys rise in the order in which versions were added, and every row but a correction belongs to one. What links and corrections say of
 * the versions that are left is what they say now.
 *
 * @param schema where the tables are
 */
export function laterVersionsHidden(upTo: number, schema: string): string {
  const last = Math.trunc(upTo);
  const { end } = lineKeysOf(last);
  const views = byVersion.map(
    (table) => `create temp view "${table}" as select * from ${schema}."${table}" where version <= ${last};`,
  );
  return `
    ${views.join("\n    ")}
    create temp view version as select * from ${schema}.version where key <= ${last};
    create temp view line as select * from ${schema}.line where key < ${end};
    create temp view trace as select * from ${schema}.trace where line < ${end};
    create temp view telling as select * from ${schema}.telling where line < ${end};
    create temp view history_day as
      select history, day, lead(day) over (partition by history order by day) as next, cast(null as text) as content
      from (select distinct history, day from ${schema}.telling where history is not null and line < ${end}) as told;
    create temp view article as
      select * from ${schema}.article where key in (select article from ${schema}.version where key <= ${last});
    create temp view story as
      select id, day, case when central <= ${last} then central else (
        select max(version) from ${schema}.linked where linked.story = one.id and version <= ${last}
      ) end as central, terms, within
      from ${schema}.story as one
      where exists (select 1 from ${schema}.linked where linked.story = one.id and version <= ${last})`;
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
