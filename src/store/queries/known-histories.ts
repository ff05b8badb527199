import { sql } from "kysely";
import type { TellingFacts } from "../../link/events/group-events.js";
import { compareText } from "../../link/link-input.js";
import { type KnownHistory, type KnownState, knownHistory } from "../../link/postures/known-history.js";
import { historyKey, type PostureHistory, postureHistories } from "../../link/postures/posture-histories.js";
import { wholeDays } from "../../text/days.js";
import { numbersIn, textsIn } from "../engine/expressions.js";
import { lineId } from "../line-id.js";
import { firstKept, type KeptHistory, type KeptState } from "../links/history-days.js";
import { tellingFactColumns, tellingFactNames, tellingFactsOfRow } from "../links/link-codec.js";
import { packedRows } from "../packed-rows.js";
import type { Store } from "../store.js";
import type { DeniedStates } from "./denied-claims.js";
import { eventFactsWith } from "./events.js";
import { type LineFilter, type Period, reviewedTellings } from "./line-filter.js";
import { outletsOf } from "./outlets-of.js";
import { historiesIn } from "./tellings-in-period.js";

/** So many histories are given, with who says that what tells them is not so. */
export interface HistoryLimits {
  readonly most: number;
  readonly denied: DeniedStates;
  /** Of these states have all of their tellings. */
  readonly whole?: ReadonlySet<string>;
}

/**
 * The histories that an article before the end of the period tells of in lines that answer the filter, as they were known then; so many at most, those told of last.
 * In a period of a month or less states have of their tellings those of the period, the one to show and the first.
 */
export async function historiesKnown(
  store: Store,
  period: Period,
  filter: LineFilter,
  { most, denied, whole: asked = new Set() }: HistoryLimits,
): Promise<readonly KnownHistory[]> {
  const { until } = period;
  const rows = await historyDaysAt(store, until, await chosenHistories(store, until, filter, most), most);
  const isReviewed = filter.words.some(({ reviewed }) => reviewed !== undefined);
  const histories = await historiesOfRows(store, rows, period, {
    isWhole: (history) => isReviewed || denied.histories.has(history) || asked.has(history),
    told: async (ids) =>
      withTold(
        store,
        postureHistories(reviewedTellings(await eventFactsWith(store, "history", ids, until), filter)),
        denied,
      ),
  });
  return histories
    .map((history) => ({ history, key: historyKey(history) }))
    .sort((a, b) => compareText(a.key, b.key))
    .map(({ history }) => history);
}

/** These histories as they were known when the period ended, with the tellings of their states that {@link historiesKnown} gives; who denies what is left out. */
export async function historiesById(
  store: Store,
  period: Period,
  ids: readonly string[],
): Promise<readonly KnownHistory[]> {
  const rows = await historyDaysAt(store, period.until, ids, ids.length);
  const nobody: DeniedStates = { lines: new Map(), histories: new Set() };
  return historiesOfRows(store, rows, period, {
    isWhole: () => false,
    told: async (whole) =>
      withTold(store, postureHistories(await eventFactsWith(store, "history", whole, period.until)), nobody),
  });
}

/** Histories out of what is kept for the day, as far as that is enough, and of all tellings where it is not. */
async function historiesOfRows(
  store: Store,
  rows: readonly HistoryRow[],
  { since }: Period,
  {
    isWhole,
    told,
  }: {
    readonly isWhole: (history: string) => boolean;
    readonly told: (histories: readonly string[]) => Promise<readonly KnownHistory[]>;
  },
): Promise<readonly KnownHistory[]> {
  const isKept = ({ history, day, content }: HistoryRow): boolean =>
    content !== null && !isWhole(history) && since !== null && firstKept(day) <= since;
  const whole = rows.filter((row) => !isKept(row)).map(({ history }) => history);
  return [
    ...(await keptHistories(store, rows.filter(isKept), since ?? "")),
    ...(whole.length === 0 ? [] : await told(whole)),
  ];
}

interface HistoryRow {
  readonly history: string;
  readonly day: string;
  readonly content: string | null;
}

/** The histories with lines that answer, those told of last; `null` where all do. */
async function chosenHistories(
  store: Store,
  until: string | null,
  filter: LineFilter,
  most: number,
): Promise<readonly string[] | null> {
  if (filter.words.length === 0 && filter.story === null) return null;
  const rows = await historiesIn(store, { since: null, until }, filter)
    .select("telling.history")
    .orderBy(sql`max(telling.day)`, "desc")
    .orderBy("telling.history")
    .limit(most)
    .execute();
  return rows.flatMap(({ history }) => history ?? []);
}

/** What histories said last before a day. @param some the histories; of all there are where it is `null`, so many that were told of last */
async function historyDaysAt(
  { tables }: Store,
  until: string | null,
  some: readonly string[] | null,
  most: number,
): Promise<readonly HistoryRow[]> {
  return await tables
    .selectFrom("history_day")
    .select(["history", "day", "content"])
    .$if(until !== null, (query) => query.where("day", "<", until ?? ""))
    .where(({ eb, or }) => or([eb("next", "is", null), ...(until === null ? [] : [eb("next", ">=", until)])]))
    .$if(some !== null, (query) => query.where(sql<boolean>`history in (${textsIn(JSON.stringify(some))})`))
    .orderBy("day", "desc")
    .orderBy("history")
    .limit(most)
    .execute();
}

async function keptHistories(
  { tables }: Store,
  rows: readonly HistoryRow[],
  since: string,
): Promise<readonly KnownHistory[]> {
  // The column holds what `history-days.ts` wrote.
  const kept = rows.map(({ day, content }) => ({
    day,
    histories: JSON.parse(content ?? "[]") as readonly KeptHistory[],
  }));
  const keys = kept.flatMap(({ day, histories }) =>
    histories.flatMap(({ states }) => states.flatMap((state) => keysSince(state, day, since))),
  );
  const told = await packedRows(
    tables,
    tables
      .selectFrom("telling")
      .select("telling.line as key")
      .select(tellingFactColumns)
      .where(sql<boolean>`telling.line in (${numbersIn(JSON.stringify(keys))})`),
    ["key", ...tellingFactNames],
  );
  const byKey = new Map(told.map((row) => [row.key, tellingFactsOfRow(row)]));
  return kept.flatMap(({ day, histories }) =>
    histories.map((history) => ({
      ...history,
      states: history.states.map((state) => stateSince(state, keysSince(state, day, since), byKey)),
    })),
  );
}

/** The keys of the lines that tell a state from a day on. */
function keysSince({ lately }: KeptState, day: string, since: string): readonly number[] {
  const most = wholeDays(since, day);
  return lately.flatMap((key, at) => (at % 2 === 1 && (lately[at - 1] ?? 0) <= most ? [key] : []));
}

function stateSince(
  { lately: _, tellings, ...state }: KeptState,
  keys: readonly number[],
  byKey: ReadonlyMap<number, TellingFacts>,
): KnownState {
  const own = keys.flatMap((key) => byKey.get(key) ?? []);
  const lines = new Set(own.map(({ article, line }) => lineId(article, line)));
  return { ...state, tellings: [...tellings.filter(({ article, line }) => !lines.has(lineId(article, line))), ...own] };
}

/** The histories, whole, with how their states are told. */
export async function withTold(
  store: Store,
  histories: readonly PostureHistory<TellingFacts>[],
  { lines }: DeniedStates,
): Promise<readonly KnownHistory[]> {
  if (histories.length === 0) return [];
  const tellings = histories.flatMap(({ states }) => states.flatMap((state) => state.tellings));
  const outlets = await outletsOf(
    store,
    tellings.map(({ article }) => article),
  );
  return histories.map((history) =>
    knownHistory(history, {
      outletOf: (article) => outlets.get(article) ?? null,
      deniersOf: ({ article, line }) => lines.get(lineId(article, line)) ?? [],
    }),
  );
}
