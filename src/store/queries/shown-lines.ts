import { sql } from "kysely";
import { joinInOrder } from "../engine/expressions.js";
import { readShown, type ShownLine } from "../shown-line.js";
import type { Store } from "../store.js";
import { linesWithIds } from "./lines-of-version.js";

/** The lines with these ids as a page shows them, by id; those that are hidden are not among them. */
export async function shownLines({ tables }: Store, ids: readonly string[]): Promise<ReadonlyMap<string, ShownLine>> {
  const { rows } = await sql<Parameters<typeof readShown>[0]>`
    select version.id as article, line.published, dated.day, line.id as line, line.kind, line.type, line.status,
      case when line.kind = 'statement' then line.what else '' end as what, line.shown
    from ${linesWithIds(ids)} ${joinInOrder} dated on dated.version = version.key`.execute(tables);
  return new Map(rows.map((row) => [`${row.article}/${row.line}`, readShown(row)]));
}
