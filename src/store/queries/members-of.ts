import { sql } from "kysely";
import type { NamedMember } from "../../link/entities/match-entities.js";
import { jsonList, jsonObject, textsIn } from "../engine/expressions.js";
import { type NamedMemberRow, namedMembers } from "../links/link-codec.js";
import type { Store } from "../store.js";

/** The first members of each of these, or the latest. */
export interface MembersAsked {
  readonly which: "first" | "latest";
  /** Of each at most so many. */
  readonly most: number;
}

/**
 * Of each of these, by the ids, what some of its members tell, in order of time; who has no member is left out. All are asked for at once: a page names a hundred, and
 * a statement for each takes longer than what it finds.
 */
export async function membersOf(
  { tables }: Store,
  ids: readonly string[],
  { which, most }: MembersAsked,
): Promise<ReadonlyMap<string, readonly NamedMember[]>> {
  const order = which === "first" ? earliestFirst : latestFirst;
  const { rows } = await sql<{ readonly who: string; readonly members: string }>`
    select asked.value as who, (
      select ${jsonList(jsonObject(columns))} from (
        select version.id, member.entity, member.told, member.reason
        from member join version on version.key = member.version join linked on linked.version = member.version
        where member.who = asked.value order by ${order} limit ${most}
      ) as own
    ) as members
    from (${textsIn(JSON.stringify([...new Set(ids)]))}) as asked`.execute(tables);
  const found = new Map<string, readonly NamedMember[]>();
  for (const { who, members } of rows) {
    // The database made it of these columns.
    const own = namedMembers(JSON.parse(members) as readonly NamedMemberRow[]);
    if (own.length > 0) found.set(who, which === "first" ? own : own.toReversed());
  }
  return found;
}

const columns = ["id", "entity", "told", "reason"];

const earliestFirst = sql`member.day, member.name, member.version, member.entity`;
const latestFirst = sql`member.day desc, linked.time desc, version.id desc, member.entity desc`;
