import { sql } from "kysely";
import { itemsOf, joinInOrder } from "../engine/expressions.js";
import { lineKeysOf, parseLineId } from "../line-id.js";

const { first: perVersion } = lineKeysOf(1);

/** Whether a row of `line` is of a row of `version`, by their keys: lines are kept in the order of theirs, and have no index of their versions. */
export const linesOfVersion = sql<boolean>`line.key >= version.key * ${sql.lit(perVersion)} and line.key < (version.key + 1) * ${sql.lit(perVersion)}`;

/** The rows of `version` and `line` that lines have, by the ids of these in the whole database. */
export function linesWithIds(ids: readonly string[]) {
  const asked = [...new Set(ids)].flatMap((id) => {
    const parsed = parseLineId(id);
    return parsed === null ? [] : [[parsed.version, parsed.line]];
  });
  return sql`(select value ->> 0 as version, value ->> 1 as line from ${itemsOf(JSON.stringify(asked))}) as asked
    ${joinInOrder} version on version.id = asked.version
    ${joinInOrder} line on ${linesOfVersion} and line.id = asked.line`;
}
