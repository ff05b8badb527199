import { sql } from "kysely";
import type { Event } from "../../link/events/group-events.js";
import { tellingToShow } from "../../link/events/telling-to-show.js";
import { type PostureHistory, postureHistories } from "../../link/postures/posture-histories.js";
import { inChunks } from "../in-chunks.js";
import { lineId } from "../line-id.js";
import { knownWeight } from "../links/link-rows.js";
import type { Store } from "../store.js";
import { readVoice } from "../voice.js";
import { eventsWith } from "./events.js";
import { type LineFilter, lookedUp, type Period } from "./line-filter.js";
import { linesOfVersion } from "./lines-of-version.js";
import { type Party, partiesOf } from "./parties.js";
import { actionsIn, historiesIn, statementsIn } from "./tellings-in-period.js";
import type { Bounded, ToldStatement } from "./told-in-period.js";

/** What a timeline is drawn of. */
export interface Lanes {
  readonly actions: Bounded<Event>;
  readonly histories: Bounded<PostureHistory>;
  readonly statements: Bounded<StatementOfLane>;
  /** The articles of all that is drawn, by id. */
  readonly articles: ReadonlyMap<string, ArticleOfLane>;
  /** What more the lines that are shown tell, by their ids in the whole database. */
  readonly facts: ReadonlyMap<string, FactsOfLine>;
  readonly parties: ReadonlyMap<string, Party>;
}

export interface StatementOfLane extends ToldStatement {
  readonly day: string;
  /** Who told whom, the article's own text first. */
  readonly steps: readonly string[];
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
  /** When it says that it was; `null` where it does not. */
  readonly time: { readonly value: string | null; readonly from: string | null; readonly to: string | null } | null;
}

/** What the articles of a period tell of as done, said or in force; of each kind at most `most`, what is told by the most origins first. */
export async function lanesOf(store: Store, period: Period, asked: LineFilter, most = 160): Promise<Lanes> {
  const filter = await lookedUp(store, period, asked);
  const { events: told, total } = await (await actionsIn(store, period, filter)).ranked(most);
  const ids = told.map(({ event }) => event);
  const actions = { items: await eventsWith(store, "event", ids, period.until), total };
  const histories = await historiesTold(store, period, filter, most);
  const statements = await statementsTold(store, period, filter, most);
  const shown = [...actions.items, ...histories.items.flatMap(({ states }) => states)].flatMap(
    ({ tellings }) => tellingToShow(tellings) ?? [],
  );
  const tellings = [
    ...actions.items.flatMap((event) => event.tellings),
    ...histories.items.flatMap(({ states }) => states.flatMap((state) => state.tellings)),
  ];
  const articles = await articlesWith(
    store,
    [...tellings, ...statements.items].map(({ article }) => article),
    new Set([...shown, ...statements.items].map(({ article }) => article)),
  );
  const facts = await factsOf(store, [
    ...shown.map(({ article, line }) => [article, line] as const),
    ...statements.items.map(({ id, article }) => [article, id.slice(article.length + 1)] as const),
  ]);
  const parties = await partiesOf(store, [
    ...actions.items.flatMap(({ who }) => who),
    ...[...facts.values()].flatMap(({ whom }) => whom),
    ...histories.items.map(({ subject, entity }) => entity ?? subject),
    ...statements.items.flatMap(({ speaker }) => speaker ?? []),
  ]);
  return { actions, histories, statements, articles, facts, parties };
}

async function historiesTold(
  store: Store,
  period: Period,
  filter: LineFilter,
  most: number,
): Promise<Bounded<PostureHistory>> {
  const rows = await historiesIn(store, period, filter)
    .select(({ fn }) => ["telling.history", fn.count<number>("telling.origin").distinct().as("origins")])
    .orderBy("origins", "desc")
    .orderBy(sql`max(telling.day)`, "desc")
    .orderBy("telling.history")
    .execute();
  const chosen = rows.slice(0, most).flatMap(({ history }) => history ?? []);
  return { items: postureHistories(await eventsWith(store, "history", chosen, period.until)), total: rows.length };
}

async function statementsTold(
  store: Store,
  period: Period,
  filter: LineFilter,
  most: number,
): Promise<Bounded<StatementOfLane>> {
  const { items: chosen, total } = await statementsIn(store, period, filter, { most, least: knownWeight });
  const rows = await store.tables
    .selectFrom("trace")
    .innerJoin("line", "line.key", "trace.line")
    .innerJoin("version", "version.key", "trace.version")
    .innerJoin("linked", "linked.version", "trace.version")
    .select([
      "version.id as article",
      "line.id as line",
      "line.type",
      "line.status",
      "line.what as content",
      "line.voice",
    ])
    .select([
      "trace.origin",
      "trace.kind as by",
      "trace.speaker",
      "trace.steps",
      "trace.day",
      "trace.time",
      "linked.story",
    ])
    .where("trace.line", "in", chosen)
    .orderBy("trace.day")
    .orderBy("trace.time")
    .orderBy("version.id")
    .orderBy("trace.line")
    .execute();
  const items = rows.map(({ article, line, type, status, steps, voice, ...rest }) => ({
    id: lineId(article, line),
    article,
    act: type,
    negated: status === "negated",
    // The column holds what linking wrote.
    steps: JSON.parse(steps) as readonly string[],
    voice: readVoice(voice),
    ...rest,
  }));
  return { items, total };
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
    for (const chunk of inChunks(some)) {
      const rows = await tables
        .selectFrom("version")
        .innerJoin("dated", "dated.version", "version.key")
        .select(["id", "outlet", "title", "url", "published", "dated.day"])
        .$if(whole, (query) => query.select("text"))
        .where("id", "in", [...chunk])
        .execute();
      for (const { text = "", ...row } of rows) articles.set(row.id, { ...row, text });
    }
  }
  return articles;
}

async function factsOf(
  { tables }: Store,
  lines: readonly (readonly [version: string, line: string])[],
): Promise<ReadonlyMap<string, FactsOfLine>> {
  const facts = new Map<string, FactsOfLine>();
  const asked = new Set(lines.map(([version, line]) => lineId(version, line)));
  for (const some of inChunks([...new Set(lines.map(([version]) => version))])) {
    const rows = await tables
      .selectFrom("version")
      .innerJoin("line", (join) => join.on(linesOfVersion))
      .leftJoin("time", (join) => join.onRef("time.version", "=", "line.version").onRef("time.id", "=", "line.time"))
      .leftJoin("telling", "telling.line", "line.key")
      .select(["version.id as version", "line.id as line", "telling.whom"])
      .select(["time.id as time", "time.value", "time.from", "time.to"])
      .where("version.id", "in", [...some])
      .execute();
    for (const { version, line, whom, time, ...told } of rows) {
      const id = lineId(version, line);
      // The column holds what linking wrote.
      const names = whom === null ? [] : (JSON.parse(whom) as readonly string[]);
      if (asked.has(id)) facts.set(id, { whom: names, time: time === null ? null : told });
    }
  }
  return facts;
}
