import { sql } from "kysely";
import { itemsOf, joinInOrder } from "../engine/expressions.js";
import { parseLineId } from "../line-id.js";
import { readShown, type ShownLine } from "../shown-line.js";
import type { Store } from "../store.js";
import { linesOfVersion } from "./lines-of-version.js";

/** The lines with these ids as a page shows them, by id; those that are hidden are not among them. */
export async function shownLines({ tables }: Store, ids: readonly string[]): Promise<ReadonlyMap<string, ShownLine>> {
  const asked = [...new Set(ids)].flatMap((id) => {
    const parsed = parseLineId(id);
    return parsed === null ? [] : [[parsed.version, parsed.line]];
  });
  const { rows } = await sql<Parameters<typeof readShown>[0]>`
    select version.id as article, line.published, dated.day, line.id as line, line.kind, line.type, line.status,
      case when line.kind = 'statement' then line.what else '' end as what, line.shown
    from (select value ->> 0 as version, value ->> 1 as line from ${itemsOf(JSON.stringify(asked))}) as asked
    ${joinInOrder} version on version.id = asked.version
    ${joinInOrder} dated on dated.version = version.key
    ${joinInOrder} line on ${linesOfVersion} and line.id = asked.line`.execute(tables);
  return new Map(rows.map((row) => [`${row.article}/${row.line}`, readShown(row)]));
}
