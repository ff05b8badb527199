import { sql } from "kysely";
import { joinInOrder } from "../engine/expressions.js";
import { parseLineId } from "../line-id.js";
import type { Store } from "../store.js";
import { linesOfVersion } from "./lines-of-version.js";

/** A dispute that a line is an end of, and on which side. */
export interface LineInDispute {
  readonly dispute: string;
  readonly position: string;
}

/** The disputes that the line with that id is an end of, without their other ends. */
export async function disputesOfLine({ tables }: Store, id: string): Promise<readonly LineInDispute[]> {
  const { version, line } = parseLineId(id) ?? { version: "", line: "" };
  return tables
    .selectFrom("dispute_end")
    .select(["dispute", "position"])
    .distinct()
    .where(
      sql<boolean>`dispute_end.line in (
        select line.key from version ${joinInOrder} line on ${linesOfVersion} where version.id = ${version} and line.id = ${line})`,
    )
    .orderBy("dispute")
    .limit(mostDisputes)
    .execute();
}

/** A line that is in more disputes than this is in more than anybody reads. */
const mostDisputes = 10;
