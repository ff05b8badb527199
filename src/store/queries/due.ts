import { sql } from "kysely";
import type { Due } from "../../link/due/due-lines.js";
import {
  type DueOn,
  type DueTelling,
  type DueThing,
  dueThings,
  type LaterTelling,
  outcomeOf,
} from "../../link/due/due-things.js";
import { groupedBy } from "../../link/grouped-by.js";
import { dayAfter } from "../../text/days.js";
import { askInChunks } from "../in-chunks.js";
import type { Store } from "../store.js";
import { inPeriod, type LineFilter, lineAnswers, lineOfStory, type Period } from "./line-filter.js";

/** Which things are asked for: due from a day on, and before another where that is not `null`. */
export interface DueDays {
  readonly from: string;
  readonly before: string | null;
  /** The day on which they are looked at: what is told later is not known. */
  readonly on: string;
}

/** What is due by lines of the period's articles that answer the filter, and how each thing stands. */
export async function findDue(
  store: Store,
  { since, until }: Period,
  filter: LineFilter,
  { on, ...days }: DueDays,
): Promise<readonly DueOn[]> {
  const end = dayAfter(on, 1);
  const things = await toldAsDue(store, { since, until: until === null || until > end ? end : until }, filter, days);
  const later = groupedBy(await laterTellings(store, things, end), ({ key }) => key);
  return things.map((thing) => {
    const told = thing.follow.flatMap((key) => later.get(key) ?? []);
    return { thing, outcome: outcomeOf(thing, told, on), on };
  });
}

async function toldAsDue(
  { tables }: Store,
  { since, until }: Period,
  filter: LineFilter,
  { from, before }: Omit<DueDays, "on">,
): Promise<readonly DueThing[]> {
  const rows = await tables
    .selectFrom("line")
    .innerJoin("linked", "linked.version", "line.version")
    .innerJoin("version", "version.key", "line.version")
    .innerJoin("trace", "trace.line", "line.key")
    .leftJoin("telling", "telling.line", "line.key")
    .select(["version.id as article", "line.id as line", "linked.day", "linked.story", "trace.origin"])
    .select(["line.type", "line.value", "line.status", "line.due", "line.due_as"])
    .select(["telling.event", "telling.history", "telling.key", "telling.who", "telling.whom"])
    .where("line.due", ">=", from)
    .where(lineAnswers("line.key", filter.words))
    .where(lineOfStory(sql<number>`line.key`, filter))
    .$if(before !== null, (query) => query.where("line.due", "<", before ?? ""))
    .where(inPeriod("linked.day", { since, until }))
    .orderBy("linked.day")
    .orderBy("linked.time")
    .orderBy("version.id")
    .orderBy("line.key")
    .execute();
  return dueThings(
    rows.map(
      ({ article, line, day, story, origin, type, value, status, due, due_as, event, history, key, who, whom }) => ({
        ...{ article, line, day, story, origin, what: value === null ? type : `${type} ${value}` },
        // The columns hold what `dueLines` and `toldEvents` gave.
        due: { day: due ?? "", as: due_as as Due["as"] },
        status: status as DueTelling["status"],
        event:
          event === null || key === null
            ? null
            : { id: event, history, key, who: JSON.parse(who ?? "[]"), whom: JSON.parse(whom ?? "[]") },
      }),
    ),
  );
}

/** The tellings before a day that may tell what came of these things. */
async function laterTellings(
  { tables }: Store,
  things: readonly DueThing[],
  end: string,
): Promise<readonly LaterTelling[]> {
  const first = things.map(({ announced }) => announced).sort()[0];
  const rows = await askInChunks([...new Set(things.flatMap(({ follow }) => follow))], (keys) =>
    tables
      .selectFrom("telling")
      .select(["article", "id as line", "day", "key", "whom", "status", "date", "dated"])
      .where("key", "in", keys)
      .where("day", ">=", first ?? "")
      .where("day", "<", end)
      .orderBy("day")
      .orderBy("article")
      .orderBy("line")
      .execute(),
  );
  // As `telling` was written by linking.
  return rows.map(({ whom, ...row }) => ({ ...(row as Omit<LaterTelling, "whom">), whom: JSON.parse(whom) }));
}
