import { sql, type Transaction } from "kysely";
import type { Event, TellingFacts } from "../../link/events/group-events.js";
import { tellingToShow } from "../../link/events/telling-to-show.js";
import { groupedBy } from "../../link/grouped-by.js";
import { type KnownHistory, type KnownState, knownHistory } from "../../link/postures/known-history.js";
import { postureHistories } from "../../link/postures/posture-histories.js";
import { dayAfter, wholeDays } from "../../text/days.js";
import { itemsOf, textsIn } from "../engine/expressions.js";
import { keyedEventFacts } from "../queries/events.js";
import { outletsOf } from "../queries/outlets-of.js";
import type { Store } from "../store.js";
import type { StoreTables } from "../tables.js";

/** Notes that what histories say is to be worked out again from the days on which tellings of them went or came. */
export async function openChanged(
  tables: Transaction<StoreTables>,
  tellings: readonly Pick<StoreTables["telling"], "history" | "day">[],
): Promise<void> {
  for (const [day, own] of [...groupedBy(tellings, (one) => one.day)].sort(([one], [other]) =>
    one < other ? -1 : 1,
  )) {
    const histories = [...new Set(own.flatMap(({ history }) => history ?? []))];
    if (histories.length > 0) await openHistoryDays(tables, day, histories);
  }
}

/** Notes that what these histories say is to be worked out again from a day on. */
export async function openHistoryDays(
  tables: Transaction<StoreTables>,
  day: string,
  histories: readonly string[],
): Promise<void> {
  const some = sql`(${textsIn(JSON.stringify(histories))})`;
  await sql`delete from history_day where day >= ${day} and history in ${some}`.execute(tables);
  await sql`
    insert into history_day (history, day, next, content)
    select history, day, lead(day) over (partition by history order by day), null
    from (select distinct history, day from telling where history in ${some} and day >= ${day}) as told`.execute(
    tables,
  );
  await sql`
    update history_day set next = (select min(day) from telling where telling.history = history_day.history and telling.day >= ${day})
    where history in ${some} and day = (select max(day) from history_day as own where own.history = history_day.history and own.day < ${day})`.execute(
    tables,
  );
}

/** So many histories are worked out at once. */
const atOnce = 50;

/** Works out what is open: whoever stops in between finds the rest still open, and until then pages make it themselves. */
export async function fillHistoryDays(store: Pick<Store, "tables">): Promise<void> {
  for (;;) {
    const open = await store.tables
      .selectFrom("history_day")
      .select(["history", "day"])
      .where("content", "is", null)
      .where("history", "in", ({ selectFrom }) =>
        selectFrom("history_day")
          .select("history")
          .distinct()
          .where("content", "is", null)
          .orderBy("history")
          .limit(atOnce),
      )
      .orderBy("history")
      .orderBy("day")
      .execute();
    if (open.length === 0) return;
    const rows = await historyDays(store, open);
    const made = JSON.stringify(rows.map(({ history, day, content }) => [history, day, content]));
    await sql`
      update history_day set content = made.content
      from (select value ->> 0 as history, value ->> 1 as day, value ->> 2 as content from ${itemsOf(made)}) as made
      where history_day.history = made.history and history_day.day = made.day`.execute(store.tables);
  }
}

/** What histories say when these days have ended. */
export async function historyDays(
  store: Pick<Store, "tables">,
  asked: readonly Pick<StoreTables["history_day"], "history" | "day">[],
): Promise<readonly (Pick<StoreTables["history_day"], "history" | "day"> & { readonly content: string })[]> {
  const days = groupedBy(asked, ({ history }) => history);
  const told = await keyedEventFacts(store, "history", [...days.keys()], null);
  const events = groupedBy(told.events, (event) => told.historyOf(event));
  const outlets = await outletsOf(
    store,
    told.events.flatMap(({ tellings }) => tellings.map(({ article }) => article)),
  );
  const outletOf = (article: string): string | null => outlets.get(article) ?? null;
  return [...days].flatMap(([history, own]) =>
    own.map(({ day }) => {
      const known = postureHistories(toldUpTo(events.get(history) ?? [], day)).map((one) =>
        knownHistory(one, { outletOf, deniersOf: () => [] }),
      );
      return { history, day, content: encodeHistories(known, day, told.keyOf) };
    }),
  );
}

/** The events as the articles up to a day tell them; the tellings are in order of time. */
function toldUpTo(events: readonly Event<TellingFacts>[], day: string): readonly Event<TellingFacts>[] {
  return events.flatMap((event) => {
    const tellings = event.tellings.filter((one) => one.day !== null && one.day <= day);
    return tellings.length === 0 ? [] : [{ ...event, tellings }];
  });
}

/** What a page on so many days at most needs of a history is kept; a page on more makes it of all tellings. */
const keptDays = 31;

/** The first day of the pages that what is kept for a day is enough for. */
export function firstKept(day: string): string {
  return dayAfter(day, 1 - keptDays);
}

/** How a history is kept: of its states those that hold, came or were told lately, or go before one that does. */
export interface KeptHistory extends Omit<KnownHistory, "states"> {
  readonly states: readonly KeptState[];
}

export interface KeptState extends Omit<KnownState, "tellings"> {
  /** The one to show and the first. */
  readonly tellings: readonly TellingFacts[];
  /** Of each telling of the last days, in order: how many days before it was, and the key of its line. */
  readonly lately: readonly number[];
}

function encodeHistories(
  histories: readonly KnownHistory[],
  day: string,
  keyOf: (telling: TellingFacts) => number,
): string {
  const kept = histories.map((history): KeptHistory => {
    const chosen = keptStates(history.states, firstKept(day));
    return { ...history, states: chosen.map((state) => keptState(state, day, keyOf)) };
  });
  return JSON.stringify(kept);
}

function keptStates(states: readonly KnownState[], first: string): readonly KnownState[] {
  const kept = new Set(
    states.filter(
      ({ from, until, tellings }) =>
        until === null ||
        until >= first ||
        (from !== null && from >= first) ||
        tellings.some((one) => one.day !== null && one.day >= first),
    ),
  );
  const lasts = [states.findLast(holds), states.findLast(({ standing }) => standing === "announced")];
  for (const last of lasts) if (last !== undefined) kept.add(last);
  // A correction that names a value means the last state of it.
  for (const last of new Map(states.map((state) => [state.value, state])).values()) kept.add(last);
  for (const state of [...kept]) {
    const before = states.slice(0, states.indexOf(state)).findLast((one) => holds(one) && one.from !== state.from);
    if (before !== undefined) kept.add(before);
  }
  return states.filter((state) => kept.has(state));
}

function holds({ standing }: Pick<KnownState, "standing">): boolean {
  return standing === "in_force" || standing === "disputed";
}

function keptState(state: KnownState, day: string, keyOf: (telling: TellingFacts) => number): KeptState {
  const first = firstKept(day);
  const shown = tellingToShow(state.tellings);
  const counted = holds(state) ? state.tellings.filter(isFact) : state.tellings;
  const earliest = counted.reduce<TellingFacts | null>(
    (best, one) => (best === null || (one.day ?? "") < (best.day ?? "") ? one : best),
    null,
  );
  return {
    ...state,
    tellings: [...new Set([shown, earliest])].flatMap((one) => one ?? []),
    lately: state.tellings.flatMap((one) =>
      one.day !== null && one.day >= first ? [wholeDays(one.day, day), keyOf(one)] : [],
    ),
  };
}

function isFact({ status }: TellingFacts): boolean {
  return status === "happened" || status === "ongoing";
}
