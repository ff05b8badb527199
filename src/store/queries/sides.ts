import { sql } from "kysely";
import type { Dispute } from "../../link/disputes/find-disputes.js";
import { groupedBy } from "../../link/grouped-by.js";
import { compareText } from "../../link/link-input.js";
import { beginsWith, unindexed } from "../engine/expressions.js";
import { askInChunks } from "../in-chunks.js";
import { lineId } from "../line-id.js";
import type { Store } from "../store.js";
import { disputesWith } from "./disputes.js";
import type { FoundLine } from "./find-lines.js";
import { inPeriod, type LineFilter, lineAnswers, lookedUp, ofStory, type Period } from "./line-filter.js";
import { linesOfVersion } from "./lines-of-version.js";
import { type Party, partiesOf } from "./parties.js";
import { type StatementInOrder, statementsInOrder } from "./statements-in-order.js";
import { linesOf } from "./told-in-period.js";

/** What the parties that are most told of say, and how their words meet. */
export interface Sides {
  /** Whoever says something, whom the most outlets quote first. */
  readonly speakers: readonly SideSpeaker[];
  /** The parties whose words are below, in their order. */
  readonly chosen: readonly string[];
  /** The latest statements of the chosen parties, in order of time. */
  readonly statements: readonly SaidBySide[];
  /** Stances of the chosen parties, in order of time. */
  readonly stances: readonly StanceOfSide[];
  readonly disputes: readonly Dispute[];
  /** Who each holder of a stance and whom it is about is. */
  readonly parties: ReadonlyMap<string, Party>;
  /** All statements and stances above, by id. */
  readonly lines: ReadonlyMap<string, FoundLine>;
}

export interface SideSpeaker {
  readonly id: string;
  readonly statements: number;
  /** Outlets whose own texts quote it. */
  readonly outlets: number;
}

export interface SaidBySide extends StatementInOrder {
  readonly speaker: string;
}

export interface StanceOfSide {
  readonly id: string;
  readonly article: string;
  readonly day: string;
  readonly time: number | null;
  readonly relation: string;
  readonly holder: string;
  /** Whom it is about, where that is somebody known. */
  readonly target: string | null;
}

export interface SideLimits {
  readonly columns: number;
  /** Statements of each. */
  readonly statements: number;
}

/** @param chosen whose words are asked for; empty for those whom the most outlets quote */
export async function sidesOf(
  store: Store,
  period: Period,
  asked: LineFilter,
  chosen: readonly string[],
  most: SideLimits,
): Promise<Sides> {
  const filter = await lookedUp(store, period, asked);
  const speakers = await speakersIn(store, period, filter);
  const columns = chosen.length > 0 ? chosen : speakers.slice(0, most.columns).map(({ id }) => id);
  const statements = await saidBy(store, columns, period, filter, most.statements);
  const stances = await stancesOf(store, columns, period, filter);
  const ids = [...statements, ...stances].map(({ id }) => id);
  return {
    speakers,
    chosen: columns,
    statements,
    stances,
    disputes: await disputesOver(store, statements, period),
    parties: await partiesOf(store, [
      ...speakers.slice(0, mostNamed).map(({ id }) => id),
      ...columns,
      ...stances.flatMap(({ holder, target }) => [holder, ...(target === null ? [] : [target])]),
    ]),
    lines: await linesOf(store, ids),
  };
}

/** So many of whoever speaks can be chosen by name. */
const mostNamed = 24;

function speakersIn(store: Store, period: Period, filter: LineFilter): Promise<readonly SideSpeaker[]> {
  return (
    tracesIn(store, period, filter)
      .innerJoin("linked", "linked.version", "trace.version")
      .select(({ fn }) => [
        sql<string>`trace.speaker`.as("id"),
        fn.countAll<number>().as("statements"),
        fn.count<number>("linked.text_of").distinct().as("outlets"),
      ])
      .where("trace.kind", "=", "speaker")
      // Words for somebody unknown mean nobody in particular in another article.
      .where(beginsWith("trace.speaker", "wh_"))
      .groupBy("trace.speaker")
      .orderBy("outlets", "desc")
      .orderBy("statements", "desc")
      .orderBy("id")
      .execute()
  );
}

/** The latest statements of each of these, in order of time. */
async function saidBy(
  store: Store,
  speakers: readonly string[],
  period: Period,
  filter: LineFilter,
  most: number,
): Promise<readonly SaidBySide[]> {
  if (speakers.length === 0) return [];
  const latest = tracesIn(store, period, filter)
    .innerJoin("version", "version.key", "trace.version")
    .select([
      "trace.line",
      sql<number>`row_number() over (partition by speaker order by day desc, time desc nulls last, version.id, line)`.as(
        "rank",
      ),
    ])
    .where(sql<boolean>`trace.speaker in (${sql.join(speakers)})`)
    .as("latest");
  const rows = await store.tables.selectFrom(latest).select("line").where("rank", "<=", most).execute();
  const lines = rows.map(({ line }) => line);
  const found = await statementsInOrder(store, lines);
  return found.flatMap(({ speaker, ...rest }) => (speaker === null ? [] : [{ ...rest, speaker }]));
}

/** So many stances are looked at, the latest. */
const mostStances = 120;

async function stancesOf(
  store: Store,
  holders: readonly string[],
  { since, until }: Period,
  { words, story }: LineFilter,
): Promise<readonly StanceOfSide[]> {
  if (holders.length === 0) return [];
  const rows = await store.tables
    .selectFrom("linked")
    .innerJoin("version", "version.key", "linked.version")
    .innerJoin("line", "line.version", "linked.version")
    .innerJoin("member as holder", (join) =>
      join.onRef("holder.version", "=", "line.version").onRef("holder.entity", "=", "line.holder"),
    )
    .leftJoin("member as target", (join) =>
      join.onRef("target.version", "=", "line.version").onRef("target.entity", "=", "line.target"),
    )
    .select(["version.id as article", "line.id as line", "line.type as relation", "linked.day", "linked.time"])
    .select(["holder.who as holder", "target.who as target"])
    .where("line.holder", "is not", null)
    .where(sql<boolean>`${unindexed("holder.who")} in (${sql.join(holders)})`)
    .where(lineAnswers("line.key", words))
    .where(inPeriod("linked.day", { since, until }))
    .$if(story !== null, (query) => query.where("linked.story", "=", story ?? ""))
    .orderBy("linked.day", "desc")
    .orderBy("linked.time", "desc")
    .orderBy("version.id", "desc")
    .orderBy("line.key", "desc")
    .limit(mostStances)
    .execute();
  return rows.reverse().map(({ article, line, ...rest }) => ({ id: lineId(article, line), article, ...rest }));
}

/** The disputes that these statements are ends of, as they were known when the period ended. */
async function disputesOver(
  store: Store,
  statements: readonly SaidBySide[],
  { until }: Period,
): Promise<readonly Dispute[]> {
  const keyed = groupedBy(statements, ({ article }) => article);
  const rows = await askInChunks([...keyed.keys()], (some) =>
    store.tables
      .selectFrom("version")
      .innerJoin("line", (join) => join.on(linesOfVersion))
      .innerJoin("dispute_end", "dispute_end.line", "line.key")
      .select("dispute_end.dispute")
      .where("version.id", "in", some)
      .distinct()
      .execute(),
  );
  const found = await disputesWith(store, [...new Set(rows.map(({ dispute }) => dispute))].sort(compareText), until);
  return [...found.values()].filter(({ sides }) => sides.length > 1);
}

function tracesIn({ tables }: Store, { since, until }: Period, { words, story }: LineFilter) {
  return tables
    .selectFrom("trace")
    .where(lineAnswers("trace.line", words))
    .where(ofStory("trace.version", story))
    .where(inPeriod("trace.day", { since, until }));
}
