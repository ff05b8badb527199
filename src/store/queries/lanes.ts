import { sql } from "kysely";
import type { Event } from "../../link/events/group-events.js";
import { tellingToShow } from "../../link/events/telling-to-show.js";
import type { KnownHistory, KnownState } from "../../link/postures/known-history.js";
import type { Span } from "../../text/span.js";
import { askInChunks } from "../in-chunks.js";
import { lineId } from "../line-id.js";
import { knownWeight } from "../links/link-rows.js";
import type { Store } from "../store.js";
import { eventsWith } from "./events.js";
import { historiesById } from "./known-histories.js";
import { type LineFilter, lookedUp, type Period } from "./line-filter.js";
import { linesWithIds } from "./lines-of-version.js";
import { type Party, partiesOf } from "./parties.js";
import { type StatementInOrder, statementsInOrder } from "./statements-in-order.js";
import { actionsIn, historiesIn, statementsIn } from "./tellings-in-period.js";
import type { Bounded } from "./told-in-period.js";

/** What a timeline is drawn of. */
export interface Lanes {
  readonly actions: Bounded<Event>;
  /** With the states alone that are of the days drawn; these with the tellings of these days, the one to show and the first. */
  readonly histories: Bounded<KnownHistory>;
  readonly statements: Bounded<StatementInOrder>;
  /** The articles that are named for what is drawn, by id. */
  readonly articles: ReadonlyMap<string, ArticleOfLane>;
  /** What more the lines that are shown tell, by their ids in the whole database. */
  readonly facts: ReadonlyMap<string, FactsOfLine>;
  readonly parties: ReadonlyMap<string, Party>;
}

export interface ArticleOfLane {
  readonly id: string;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly published: string | null;
  /** The day that it is of, as `articleDay` says. */
  readonly day: string;
  readonly text: string;
}

export interface FactsOfLine {
  /** Whom an action is done to: ids of known entities, or words. */
  readonly whom: readonly string[];
  /** Where its words stand. */
  readonly evidence: readonly Span[];
  /** When it says that it was; `null` where it does not. */
  readonly time: { readonly value: string | null; readonly from: string | null; readonly to: string | null } | null;
}

const most = 160;

/** What the articles of a period tell of as done, said or in force; of each kind at most {@link most}, what is told by the most origins first. */
export async function lanesOf(store: Store, period: Period, asked: LineFilter): Promise<Lanes> {
  const filter = await lookedUp(store, period, asked);
  const { events: ranked, total } = await (await actionsIn(store, period, filter)).ranked(most);
  const ids = ranked.map(({ event }) => event);
  const actions = { items: await eventsWith(store, "event", ids, period.until), total };
  const histories = await historiesTold(store, period, filter);
  const statements = await statementsTold(store, period, filter);
  const states = histories.items.flatMap((history) => history.states);
  const shown = [...actions.items, ...states].flatMap(({ tellings }) => tellingToShow(tellings) ?? []);
  const articles = await articlesWith(
    store,
    [
      ...actions.items.flatMap(({ tellings }) => tellings.map(({ article }) => article)),
      ...states.flatMap(({ told }) => told.in),
      ...[...shown, ...statements.items].map(({ article }) => article),
    ],
    new Set([...shown, ...statements.items].map(({ article }) => article)),
  );
  const facts = await factsOf(store, [
    ...shown.map(({ article, line }) => lineId(article, line)),
    ...statements.items.map(({ id }) => id),
  ]);
  const parties = await partiesOf(store, [
    ...actions.items.flatMap(({ who }) => who),
    ...[...facts.values()].flatMap(({ whom }) => whom),
    ...histories.items.map(({ subject, entity }) => entity ?? subject),
    ...statements.items.flatMap(({ speaker }) => speaker ?? []),
  ]);
  return { actions, histories, statements, articles, facts, parties };
}

async function historiesTold(store: Store, period: Period, filter: LineFilter): Promise<Bounded<KnownHistory>> {
  const rows = await historiesIn(store, period, filter)
    .select(({ fn }) => ["telling.history", fn.count<number>("telling.origin").distinct().as("origins")])
    .orderBy("origins", "desc")
    .orderBy(sql`max(telling.day)`, "desc")
    .orderBy("telling.history")
    .execute();
  const chosen = rows.slice(0, most).flatMap(({ history }) => history ?? []);
  const known = await historiesById(store, period, chosen);
  const items = known.map((one) => ({ ...one, states: one.states.filter((state) => isWithin(state, period)) }));
  return { items, total: rows.length };
}

/** Whether a state holds on a day of the period, or came or went on one. */
function isWithin({ from, until: to }: KnownState, { since, until }: Period): boolean {
  return (
    from !== null &&
    (until === null || from < until) &&
    (since === null || (to ?? until) === null || (to ?? until ?? "") >= since)
  );
}

async function statementsTold(store: Store, period: Period, filter: LineFilter): Promise<Bounded<StatementInOrder>> {
  const { items: chosen, total } = await statementsIn(store, period, filter, { most, least: knownWeight });
  return { items: await statementsInOrder(store, chosen), total };
}

/** The articles of these versions, by id. @param quoted those whose words are shown; of the others the text is left out */
async function articlesWith(
  { tables }: Store,
  ids: readonly string[],
  quoted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, ArticleOfLane>> {
  const articles = new Map<string, ArticleOfLane>();
  const asked = new Set(ids);
  for (const [some, whole] of [
    [[...asked].filter((id) => quoted.has(id)), true],
    [[...asked].filter((id) => !quoted.has(id)), false],
  ] as const) {
    const rows = await askInChunks(some, (chunk) =>
      tables
        .selectFrom("version")
        .innerJoin("dated", "dated.version", "version.key")
        .select(["id", "outlet", "title", "url", "published", "dated.day"])
        .$if(whole, (query) => query.select("text"))
        .where("id", "in", chunk)
        .execute(),
    );
    for (const { text = "", ...row } of rows) articles.set(row.id, { ...row, text });
  }
  return articles;
}

async function factsOf({ tables }: Store, ids: readonly string[]): Promise<ReadonlyMap<string, FactsOfLine>> {
  const facts = new Map<string, FactsOfLine>();
  const { rows } = await sql<FactsRow>`
    select version.id as version, line.id as line, telling.whom, telling.spans,
      time.id as time, time.value, time."from", time."to"
    from ${linesWithIds(ids)}
    left join time on time.version = line.version and time.id = line.time
    left join telling on telling.line = line.key`.execute(tables);
  for (const { version, line, whom, spans, time, ...told } of rows) {
    // The columns hold what linking wrote.
    const names = whom === null ? [] : (JSON.parse(whom) as readonly string[]);
    const evidence = spans === null ? [] : (JSON.parse(spans) as readonly Span[]);
    facts.set(lineId(version, line), { whom: names, evidence, time: time === null ? null : told });
  }
  return facts;
}

interface FactsRow extends Record<"value" | "from" | "to" | "whom" | "spans" | "time", string | null> {
  readonly version: string;
  readonly line: string;
}
