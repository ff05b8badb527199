import { sql } from "kysely";
import type { Dispute } from "../../link/disputes/find-disputes.js";
import { withoutRepeats } from "../../link/disputes/one-quarrel.js";
import type { Event, TellingFacts } from "../../link/events/group-events.js";
import { groupedBy } from "../../link/grouped-by.js";
import type { KnownHistory } from "../../link/postures/known-history.js";
import { postureHistories } from "../../link/postures/posture-histories.js";
import type { Span } from "../../text/span.js";
import { joinInOrder, ofGroup, textsIn, unindexed } from "../engine/expressions.js";
import { askInChunks } from "../in-chunks.js";
import { lineId, parseLineId } from "../line-id.js";
import type { LineKind } from "../lines-of-record.js";
import type { ShownLine } from "../shown-line.js";
import type { Store } from "../store.js";
import { recordsByKey } from "../stored-records.js";
import { readVoice, type SpeakerVoice } from "../voice.js";
import { deniedStates } from "./denied-claims.js";
import { disputesIn, disputesWith } from "./disputes.js";
import { eventFactsWith } from "./events.js";
import type { FoundLine } from "./find-lines.js";
import { type HistoryLimits, historiesKnown, withTold } from "./known-histories.js";
import {
  beforeEnd,
  type LineFilter,
  lineAnswers,
  lineOfStory,
  type Period,
  reviewedTellings,
  versionAnswers,
  versionQuestions,
} from "./line-filter.js";
import { actionsIn, type RankedActions, statementsIn } from "./tellings-in-period.js";

/** What is told in a period of one day or another, as it was known when the period ended. */
export interface ToldByDay {
  /** Actions that an article of the period tells of: of each day the most important of it. */
  readonly actions: Bounded<Event<TellingFacts>>;
  /** How many of all of them happened on each day. */
  readonly actionsOfDays: ReadonlyMap<string, number>;
  /** Histories that an article of the period, or one before it, tells of. */
  readonly histories: readonly KnownHistory[];
  readonly statements: Bounded<DatedStatement>;
}

/** All that is told in a period, as it was known when the period ended. */
export interface ToldInPeriod extends Pick<ToldByDay, "histories" | "statements"> {
  /** Actions that an article of the period tells of, the most important first. */
  readonly actions: Bounded<Event<TellingFacts>>;
  /** Those of them that a second independent origin told of in the period, on a later day than the first. */
  readonly confirmed: Bounded<Event<TellingFacts>>;
  /** Disputes that an article of the period adds an end to. */
  readonly disputes: Bounded<Dispute>;
  /** Acts and states of these days that only articles of later days tell of; none where the period has no end. */
  readonly later: Pick<ToldByDay, "actions" | "histories">;
  readonly setting: ToldSetting;
}

/** How what is told lies in the articles. */
export interface ToldSetting {
  /** The story of each article that tells an act or a state or has an end of a dispute, by the id of its version. */
  readonly stories: ReadonlyMap<string, string>;
  /** How many articles of the period each of these stories has. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Where each act and state stands in its article, by the id of its line. */
  readonly spans: ReadonlyMap<string, readonly Span[]>;
  /** The articles of these days, by the ids of their versions, that are not of the period all the same: it begins within a day, or with what was added. */
  readonly before: ReadonlySet<string>;
}

/** What lines are made from, each by its id. */
export interface ToldWords {
  readonly articles: ReadonlyMap<string, ToldArticle>;
  /** Those whose words are shown. */
  readonly lines: ReadonlyMap<string, ShownLine>;
  /** The texts of the articles that have a figure in dispute. */
  readonly texts: ReadonlyMap<string, string>;
  /** Who says that tellings of acts and states are not so, by the ids of their lines; see `LinkSources.denied`. */
  readonly denied?: ReadonlyMap<string, readonly string[]>;
}

/** Some of what there is, and how much that is. */
export interface Bounded<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

/** A statement, with whom it is by across articles. */
export interface ToldStatement {
  /** In the whole database. */
  readonly id: string;
  readonly article: string;
  readonly act: string;
  readonly negated: boolean;
  /** `null` where nobody is named. */
  readonly speaker: string | null;
  readonly origin: string;
  /** `speaker`: somebody known; `unnamed`: nobody known; `text`: the outlet's own account. */
  readonly by: string;
  readonly story: string;
  readonly content: string;
  readonly voice: SpeakerVoice;
}

/** A statement, the day of its article, and where the content stands in that. */
export interface DatedStatement extends ToldStatement {
  readonly day: string;
  readonly spans: readonly Span[];
}

/** An article by what a page says of it. `id` is that of the version. */
export interface ToldArticle {
  readonly id: string;
  readonly day: string;
  /** `null` where the article does not tell: its day is then that on which it was fetched or added. */
  readonly published: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly url: string | null;
}

/** So many actions are given, and so many with a second origin; of each other kind so many are looked at, the latest told. */
export interface ToldLimits {
  readonly actions: number;
  readonly confirmed: number;
  readonly others: number;
}

/** What the articles of a period tell. */
export async function toldInPeriod(
  store: Store,
  period: Period,
  filter: LineFilter,
  most: ToldLimits,
): Promise<ToldInPeriod> {
  const { ranked, confirmed } = await actionsIn(store, period, filter);
  const denied = await deniedStates(store);
  const told = {
    actions: await actionsTold(store, await ranked(most.actions), period, filter),
    confirmed: await actionsTold(store, await confirmed(most.confirmed), period, filter),
    histories: await historiesKnown(store, period, beforeEnd(filter), { most: most.others, denied }),
    statements: await statementsTold(store, period, filter, most.others),
    disputes: await disputesTold(store, period, filter, most.others),
    later: await toldLater(store, period, filter, { most: most.actions, denied }),
  };
  return { ...told, setting: await settingOf(store, period, filter, told) };
}

/** What of a period is looked through for what nobody has confirmed or rejected. */
export interface ToldToReview extends Pick<ToldInPeriod, "actions" | "histories" | "statements" | "disputes"> {
  /** The states that articles of the actions tell of. */
  readonly besides: readonly ToldBeside[];
  readonly setting: Pick<ToldSetting, "spans" | "before">;
}

/** Where a state of an aspect is told. */
export interface ToldBeside {
  readonly aspect: KnownHistory["aspect"];
  readonly tellings: readonly Pick<TellingFacts, "article" | "line">[];
}

/** What the articles of a period tell, as far as a review of it goes. States have all of their tellings where people have corrected one of their articles. */
export async function toldToReview(
  store: Store,
  period: Period,
  filter: LineFilter,
  most: Omit<ToldLimits, "confirmed">,
): Promise<ToldToReview> {
  const { since, until } = period;
  const ranked = await (await actionsIn(store, period, filter)).first(most.actions);
  const actions = await actionsTold(store, { events: ranked, total: ranked.length }, period, filter);
  const isAnyDay = since === null && versionQuestions(filter).length === 0;
  const histories = await historiesKnown(store, { since: isAnyDay ? never : since, until }, beforeEnd(filter), {
    ...{ most: most.others, denied: await deniedStates(store), whole: await correctedHistories(store) },
  });
  const { besides, spans } = await statesBeside(store, actions.items, histories, period);
  for (const [id, own] of await spansOf(
    store,
    "event",
    actions.items.map(({ id }) => id),
    period,
  ))
    spans.set(id, own);
  const articles = histories.flatMap(({ states }) =>
    states.flatMap(({ tellings }) => tellings.map(({ article }) => article)),
  );
  return {
    ...{ actions, histories, besides },
    statements: await statementsTold(store, period, filter, most.others),
    disputes: await disputesTold(store, period, filter, most.others),
    setting: { spans, before: await outside(store, filter, [...new Set(articles)]) },
  };
}

/** A day on which nothing is told: what tells a state, beside the telling to show and the first, is not asked for. */
const never = "9999-12-31";

/** The histories with a telling in an article that people corrected. */
async function correctedHistories({ tables }: Store): Promise<ReadonlySet<string>> {
  // Few articles are corrected, and many tell of states.
  const { rows } = await sql<{ readonly history: string }>`
    select distinct telling.history from corrected
    ${joinInOrder} telling on telling.version = corrected.version and telling.history is not null`.execute(tables);
  return new Set(rows.map(({ history }) => history));
}

/** The tellings of these histories in the articles of the period that tell the actions. */
async function statesBeside(
  { tables }: Store,
  actions: readonly Event<TellingFacts>[],
  histories: readonly KnownHistory[],
  { since, until }: Period,
): Promise<{ readonly besides: readonly ToldBeside[]; readonly spans: Map<string, readonly Span[]> }> {
  const aspects = new Map<string | null, KnownHistory["aspect"]>(histories.map(({ id, aspect }) => [id, aspect]));
  const articles = new Set(actions.flatMap(({ tellings }) => tellings.map(({ article }) => article)));
  const rows = await tables
    .selectFrom("version")
    .innerJoin("telling", "telling.version", "version.key")
    .select(["telling.article", "telling.id as line", "telling.history", "telling.spans"])
    .where(sql<boolean>`version.id in (${textsIn(JSON.stringify([...articles]))})`)
    .where("telling.history", "is not", null)
    .where("telling.day", ">=", since ?? "")
    .$if(until !== null, (query) => query.where("telling.day", "<", until ?? ""))
    .execute();
  const own = rows.flatMap(({ history, ...row }) => {
    const aspect = aspects.get(history);
    return aspect === undefined ? [] : [{ ...row, aspect }];
  });
  return {
    besides: own.map(({ article, line, aspect }) => ({
      aspect,
      tellings: [{ article, line: line as TellingFacts["line"] }],
    })),
    // The column holds what `linkRows` wrote.
    spans: new Map(
      own.map(({ article, line, spans }) => [lineId(article, line), JSON.parse(spans) as readonly Span[]]),
    ),
  };
}

/** Acts and states with a day of the period that an article of a later day is the first to tell, those of more origins first. */
async function toldLater(
  store: Store,
  { since, until }: Period,
  filter: LineFilter,
  { most, denied }: HistoryLimits,
): Promise<ToldInPeriod["later"]> {
  if (since === null || until === null) return { actions: { items: [], total: 0 }, histories: [] };
  const found = async (kind: Event["kind"]) =>
    await store.tables
      .selectFrom("telling")
      .select("event")
      .select(ofGroup<string | null>("history").as("history"))
      .where("kind", "=", kind)
      .where("date", ">=", since)
      .where("date", "<", until)
      .where(sql<boolean>`${unindexed("day")} >= ${until}`)
      .where("dated", "=", "told")
      .where("status", "in", ["happened", "ongoing"])
      .where(lineAnswers("telling.line", filter.words))
      .where(lineOfStory("telling.line", filter))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("telling as before")
              .select("before.line")
              .whereRef("before.event", "=", "telling.event")
              .where("before.day", "<", until),
          ),
        ),
      )
      .groupBy("event")
      .orderBy(sql`count(distinct origin)`, "desc")
      .orderBy("event")
      .limit(most)
      .execute();
  const events = (await found("action")).map(({ event }) => event);
  const histories = [...new Set((await found("posture")).flatMap(({ history }) => history ?? []))];
  const actions = reviewedTellings(await eventFactsWith(store, "event", events, null), filter);
  const states = postureHistories(reviewedTellings(await eventFactsWith(store, "history", histories, null), filter));
  return { actions: { items: actions, total: actions.length }, histories: await withTold(store, states, denied) };
}

async function settingOf(
  store: Store,
  { since, until }: Period,
  filter: LineFilter,
  { actions, confirmed, histories, disputes, later }: Omit<ToldInPeriod, "setting">,
): Promise<ToldSetting> {
  const inPeriod = ({ day }: TellingFacts): boolean => day !== null && day >= (since ?? "");
  const told = (all: readonly KnownHistory[]): readonly string[] =>
    all.filter(({ states }) => states.some(({ tellings }) => tellings.some(inPeriod))).map(({ id }) => id);
  const ids = (all: Bounded<Event<TellingFacts>>): readonly string[] => all.items.map(({ id }) => id);
  const spans = new Map([
    ...(await spansOf(store, "event", [...ids(actions), ...ids(confirmed)], { since, until })),
    ...(await spansOf(store, "history", told(histories), { since, until })),
    ...(await spansOf(store, "event", ids(later.actions), { since, until: null })),
    ...(await spansOf(store, "history", told(later.histories), { since, until: null })),
  ]);
  // An act or a state is of the story that articles of the period tell it in; all others, of which there may be very many, are not asked for.
  const stories = await storiesOf(store, [
    ...[...spans.keys()].flatMap((id) => parseLineId(id)?.version ?? []),
    ...disputes.items.flatMap(({ sides }) => sides.flatMap(({ ends }) => ends.map(({ article }) => article))),
  ]);
  const sizes = await store.tables
    .selectFrom("linked")
    .select(({ fn }) => ["story", fn.countAll<number>().as("articles")])
    .where("day", ">=", since ?? "")
    .$if(until !== null, (query) => query.where("day", "<", until ?? ""))
    .where(sql<boolean>`story in (${textsIn(JSON.stringify([...new Set(stories.values())]))})`)
    .where(versionAnswers("linked.version", versionQuestions(filter)))
    .groupBy("story")
    .execute();
  const before = await outside(store, filter, [...stories.keys()]);
  return { stories, sizes: new Map(sizes.map(({ story, articles }) => [story, articles])), spans, before };
}

/** Where the tellings of events or histories in the articles of a period stand, by the ids of their lines. */
async function spansOf(
  { tables }: Store,
  column: "event" | "history",
  ids: readonly string[],
  { since, until }: Period,
): Promise<ReadonlyMap<string, readonly Span[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tables
    .selectFrom("telling")
    .select(["article", "id", "spans"])
    .where(sql<boolean>`${sql.ref(column)} in (${textsIn(JSON.stringify([...new Set(ids)]))})`)
    .where("day", ">=", since ?? "")
    .$if(until !== null, (query) => query.where("day", "<", until ?? ""))
    .execute();
  // The column holds what `linkRows` wrote.
  return new Map(rows.map((row) => [lineId(row.article, row.id), JSON.parse(row.spans) as readonly Span[]]));
}

/** Those of these versions, by their ids, that the filter leaves out though they are of the days of its period. */
async function outside({ tables }: Store, filter: LineFilter, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const questions = versionQuestions(filter);
  if (questions.length === 0) return new Set();
  const rows = await askInChunks(ids, (some) =>
    tables
      .selectFrom("version")
      .innerJoin("linked", "linked.version", "version.key")
      .select("version.id")
      .where("version.id", "in", some)
      .where(versionAnswers("linked.version", questions))
      .execute(),
  );
  const inside = new Set(rows.map(({ id }) => id));
  return new Set(ids.filter((id) => !inside.has(id)));
}

async function storiesOf({ tables }: Store, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await askInChunks([...new Set(ids)], (some) =>
    tables
      .selectFrom("version")
      .innerJoin("linked", "linked.version", "version.key")
      .select(["version.id", "linked.story"])
      .where("version.id", "in", some)
      .execute(),
  );
  return new Map(rows.map(({ id, story }) => [id, story]));
}

/** So many of each kind are looked at, and so many of the actions of a day are given. */
export interface DayLimits {
  readonly actions: number;
  readonly actionsOfDay: number;
  readonly others: number;
}

/** What the articles of a period tell of one day or another. */
export async function toldByDay(store: Store, period: Period, filter: LineFilter, most: DayLimits): Promise<ToldByDay> {
  const { ranked, days } = await actionsIn(store, period, filter);
  const { events, total } = await ranked(most.actions);
  const ofDays = [...groupedBy(events, ({ date }) => date).values()].flatMap((all) => all.slice(0, most.actionsOfDay));
  return {
    actions: await actionsTold(store, { events: ofDays, total }, period, filter),
    actionsOfDays: await days(),
    histories: await historiesKnown(store, period, beforeEnd(filter), {
      most: most.others,
      denied: await deniedStates(store),
    }),
    statements: await statementsTold(store, period, filter, most.others),
  };
}

async function actionsTold(
  store: Store,
  { events, total }: RankedActions,
  { until }: Period,
  filter: LineFilter,
): Promise<Bounded<Event<TellingFacts>>> {
  const ids = events.map(({ event }) => event);
  const told = reviewedTellings(await eventFactsWith(store, "event", ids, until), filter);
  const found = new Map(told.map((event) => [event.id as string, event] as const));
  return { items: ids.flatMap((id) => found.get(id) ?? []), total };
}

async function statementsTold(
  store: Store,
  period: Period,
  filter: LineFilter,
  most: number,
): Promise<Bounded<DatedStatement>> {
  const { items: keys, total } = await statementsIn(store, period, filter, { most, least: 0 });
  const rows = await askInChunks(keys, (some) =>
    store.tables
      .selectFrom("trace")
      .innerJoin("line", "line.key", "trace.line")
      .innerJoin("version", "version.key", "trace.version")
      .innerJoin("linked", "linked.version", "trace.version")
      .select(["version.id as article", "line.id as line", "line.type", "line.status", "line.what as content"])
      .select([
        "line.voice",
        "trace.origin",
        "trace.kind as by",
        "trace.speaker",
        "linked.story",
        "trace.spans",
        "trace.line as key",
      ])
      .select("trace.day")
      .where("trace.line", "in", some)
      .execute(),
  );
  const found = new Map(rows.map((row) => [row.key, row]));
  const items = keys.flatMap((key) => {
    const row = found.get(key);
    if (row === undefined) return [];
    const { article, line, type, status, voice, origin, by, speaker, story, content, day } = row;
    const spans = JSON.parse(row.spans) as readonly Span[];
    const told = { id: lineId(article, line), article, act: type, negated: status === "negated" };
    return [{ ...told, voice: readVoice(voice), origin, by, speaker, story, content, spans, day }];
  });
  return { items, total };
}

async function disputesTold(store: Store, period: Period, filter: LineFilter, most: number): Promise<Bounded<Dispute>> {
  const rows = await disputesIn(store, period, filter).execute();
  const chosen = rows.slice(0, most).map(({ dispute }) => dispute);
  const found = await disputesWith(store, chosen, period.until);
  // Before the day on which somebody contradicts it, a claim is in no dispute.
  const items = withoutRepeats(chosen.flatMap((id) => found.get(id) ?? []).filter(({ sides }) => sides.length > 1));
  return { items, total: rows.length - chosen.length + items.length };
}

/** The articles of these versions, by id. */
export async function articlesOf({ tables }: Store, ids: readonly string[]): Promise<ReadonlyMap<string, ToldArticle>> {
  const rows = await askInChunks([...new Set(ids)], (some) =>
    tables
      .selectFrom("version")
      .innerJoin("dated", "dated.version", "version.key")
      .select(["version.id", "dated.day", "version.published", "version.outlet", "version.title", "version.url"])
      .where("version.id", "in", some)
      .execute(),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The texts of these versions, by id. */
export async function textsOfArticles({ tables }: Store, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await askInChunks([...new Set(ids)], (some) =>
    tables.selectFrom("version").select(["id", "text"]).where("id", "in", some).execute(),
  );
  return new Map(rows.map(({ id, text }) => [id, text]));
}

/** The lines with these ids, by id; their records are read once each. */
export async function linesOf(store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, FoundLine>> {
  const asked = [...new Set(ids)].flatMap((id) => {
    const parsed = parseLineId(id);
    return parsed === null ? [] : [{ id, ...parsed }];
  });
  const lines = new Map<string, FoundLine>();
  const rows = await askInChunks([...new Set(asked.map(({ version }) => version))], (some) =>
    store.tables.selectFrom("version").select(["id", "key"]).where("id", "in", some).execute(),
  );
  const records = await recordsByKey(
    store,
    rows.map(({ key }) => key),
  );
  const keys = new Map(rows.map(({ id, key }) => [id, key]));
  for (const { id, version, line } of asked) {
    const stored = records.get(keys.get(version) ?? -1);
    const kind = kinds.get(line.slice(0, 2));
    if (stored !== undefined && kind !== undefined) lines.set(id, { stored, id: line, kind });
  }
  return lines;
}

/** What the prefixes of a record's ids stand for. */
const kinds: ReadonlyMap<string, LineKind> = new Map([
  ["st", "statement"],
  ["ac", "action"],
  ["po", "posture"],
  ["sn", "stance"],
]);
