import { sql } from "kysely";
import { inChunks } from "../in-chunks.js";
import { lineKeysOf } from "../line-id.js";
import type { Store } from "../store.js";

/**
 * Who says that lines are not so without telling of the same act or state: the origins of those who deny the statement that a line is told by. By the ids of the
 * lines in the whole database; a line that nobody contradicts is not in it.
 */
export async function deniedClaims(
  { tables }: Pick<Store, "tables">,
  lines: readonly { readonly article: string; readonly line: string }[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { first: perVersion } = lineKeysOf(1);
  const found = new Map<string, string[]>();
  const some = await tables
    .selectFrom("dispute_end")
    .select("dispute")
    .where("kind", "=", "statement")
    .limit(1)
    .execute();
  if (some.length === 0) return found;
  for (const chunk of inChunks(lines)) {
    const asked = JSON.stringify(chunk.map(({ article, line }) => [article, line]));
    const { rows } = await sql<{ readonly id: string; readonly origin: string }>`
      select distinct version.id || '/' || own.id as id, coalesce(trace.origin, linked.text_of) as origin
      from (select value ->> 0 as version, value ->> 1 as line from json_each(${asked})) as asked
      cross join version on version.id = asked.version
      cross join line as own on own.key >= version.key * ${perVersion} and own.key < (version.key + 1) * ${perVersion}
        and own.id = asked.line
      cross join line as said on said.key >= version.key * ${perVersion} and said.key < (version.key + 1) * ${perVersion}
        and said.id = own.according
      cross join dispute_end as held on held.line = said.key and held.kind = 'statement' and held.position = 'asserts'
      cross join dispute_end as denial on denial.dispute = held.dispute and denial.position = 'denies'
      left join trace on trace.line = denial.line
      left join linked on linked.version = denial.version`.execute(tables);
    for (const { id, origin } of rows) found.set(id, [...(found.get(id) ?? []), origin]);
  }
  return found;
}
