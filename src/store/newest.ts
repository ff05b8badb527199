import { sql } from "kysely";

/**
 * 1 for a version of an article that no later one replaces and that nobody took out, else 0. Those that one replaces are few, so they are listed once for a query and none is
 * looked up: a version holds its text, and reading ten thousand of them takes longer than all else.
 */
export function isNewest(version: "version.key" | "line.version" | "dated.version" = "version.key") {
  const replaced = sql`
    select earlier.key from version as later
    join version as earlier on earlier.article = later.article and earlier.number < later.number
    where later.number > 1`;
  const key = sql.ref(version);
  return sql<0 | 1>`(${key} not in (${replaced}) and ${key} not in (select version from removed))`;
}
