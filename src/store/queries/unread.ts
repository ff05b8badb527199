import { type RawBuilder, sql } from "kysely";
import { lineKeysOf } from "../line-id.js";
import type { Store } from "../store.js";
import { lastVersionBy } from "./last-version.js";

/** What is counted for somebody who looked at it before. */
export const unreadKinds = ["stories", "postures", "disputes", "review"] as const;
export type UnreadKind = (typeof unreadKinds)[number];

/** So many are counted at most: more is more than anybody reads. */
export const mostUnread = 100;

/**
 * How much of each kind is told by what was added after a moment, an ISO 8601 date-time in UTC as the database writes it; `null` where no moment is given. To be
 * reviewed are acts and states that no confirmed line tells.
 */
export async function unreadSince(
  store: Store,
  moments: Readonly<Partial<Record<UnreadKind, string | undefined>>>,
): Promise<Readonly<Record<UnreadKind, number | null>>> {
  const count = async (kind: UnreadKind): Promise<number | null> => {
    const moment = moments[kind];
    return moment === undefined ? null : countOf(store, kind, await lastVersionBy(store, moment));
  };
  return {
    stories: await count("stories"),
    postures: await count("postures"),
    disputes: await count("disputes"),
    review: await count("review"),
  };
}

async function countOf({ tables }: Store, kind: UnreadKind, last: number): Promise<number> {
  const { rows } = await sql<{ readonly unread: number }>`
    select count(*) as unread from (select distinct * from (${toldAfter(kind, last)}) as told limit ${mostUnread}) as first`.execute(
    tables,
  );
  return rows[0]?.unread ?? 0;
}

/** What versions with a higher key tell, one row for each telling. */
function toldAfter(kind: UnreadKind, last: number): RawBuilder<unknown> {
  const { end } = lineKeysOf(last);
  switch (kind) {
    case "stories":
      return sql`select story from linked where version > ${last}`;
    case "postures":
      return sql`select history from telling where line >= ${end} and history is not null`;
    case "disputes":
      // An end without a line is a figure in an article's text; no index has its version, and few ends are such.
      return sql`select dispute from dispute_end where line >= ${end}
        union all select dispute from dispute_end where line is null and version > ${last}`;
    case "review":
      return sql`select coalesce(history, event) from telling where line >= ${end} and not exists (
        select 1 from telling as other join line on line.key = other.line
        where other.event = telling.event and line.confirmed is not null)`;
  }
}
