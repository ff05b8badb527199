import { sql } from "kysely";
import { isKnown } from "../../link/line.js";
import { hasWithin, unindexed } from "../engine/expressions.js";
import { askInChunks } from "../in-chunks.js";
import { lineId } from "../line-id.js";
import type { Store } from "../store.js";
import { inPeriod, type LineFilter, lineAnswers, lookedUp, ofStory, type Period } from "./line-filter.js";

/** That one line ties two known parties. */
export interface Tie {
  /** In the whole database. */
  readonly line: string;
  readonly day: string;
  /** Who acts, backs or contradicts, and whom. */
  readonly from: string;
  readonly to: string;
  /** A PLOVER type, a stance's relation, or `denies`. */
  readonly what: string;
  readonly origin: string;
}

/** What the articles of a period tell of who acts on, backs and contradicts whom, where both are known. */
export interface Ties {
  /** What is told as done, under way or announced. */
  readonly acts: readonly Tie[];
  /** Acts on somebody known that are only possible, or denied. */
  readonly unsure: number;
  readonly stances: readonly Tie[];
  /** Denials of what somebody said. */
  readonly denials: readonly Tie[];
}

export async function tiesIn(store: Store, period: Period, asked: LineFilter): Promise<Ties> {
  const filter = await lookedUp(store, period, asked);
  const acts = await actsIn(store, period, filter);
  const sure = acts.filter(({ status }) => certain.has(status));
  return {
    acts: sure.flatMap(({ who, whom, ...rest }) =>
      pairs(known(who), known(whom)).map(([from, to]) => tieOf({ ...rest, from, to })),
    ),
    unsure: acts.filter(({ status, who, whom }) => !certain.has(status) && pairs(known(who), known(whom)).length > 0)
      .length,
    stances: (await stancesIn(store, period, filter)).map(tieOf),
    denials: (await denialsIn(store, period, filter)).map(tieOf),
  };
}

const certain: ReadonlySet<string> = new Set(["happened", "ongoing", "announced"]);

/** The known ones of a column of `telling`, which holds ids and words as JSON. */
function known(names: string): readonly string[] {
  return (JSON.parse(names) as readonly string[]).filter(isKnown);
}

function pairs(who: readonly string[], whom: readonly string[]): readonly (readonly [string, string])[] {
  return who.flatMap((from) => whom.flatMap((to) => (from === to ? [] : [[from, to] as const])));
}

interface TieRow extends Omit<Tie, "line"> {
  readonly version: string;
  readonly line: string;
}

function tieOf({ version, line, day, from, to, what, origin }: TieRow): Tie {
  return { line: lineId(version, line), day, from, to, what, origin };
}

function actsIn({ tables }: Store, { since, until }: Period, { words, story }: LineFilter) {
  return tables
    .selectFrom("telling")
    .select(["telling.article as version", "telling.id as line", "telling.day", "telling.who", "telling.whom"])
    .select(["telling.what", "telling.origin", "telling.status"])
    .where(sql<boolean>`${unindexed("telling.kind")} = 'action'`)
    .where(ofStory("telling.version", story))
    .where(hasWithin(sql.ref("telling.who"), sql.lit('"wh_')))
    .where(hasWithin(sql.ref("telling.whom"), sql.lit('"wh_')))
    .where(lineAnswers("telling.line", words))
    .where(inPeriod("telling.day", { since, until }))
    .orderBy("telling.day", "desc")
    .orderBy("telling.time", "desc")
    .orderBy("telling.article")
    .orderBy("telling.line")
    .execute();
}

/** A stance is of whoever tells of it, where the article does not itself. */
async function stancesIn(
  { tables }: Store,
  { since, until }: Period,
  { words, story }: LineFilter,
): Promise<readonly TieRow[]> {
  const rows = await tables
    .selectFrom("linked")
    .innerJoin("version", "version.key", "linked.version")
    .innerJoin("line", "line.version", "linked.version")
    .innerJoin("member as holder", (join) =>
      join.onRef("holder.version", "=", "line.version").onRef("holder.entity", "=", "line.holder"),
    )
    .innerJoin("member as target", (join) =>
      join.onRef("target.version", "=", "line.version").onRef("target.entity", "=", "line.target"),
    )
    .select(["version.id as version", "version.key", "line.id as line", "linked.day", "line.type as what"])
    .select(["holder.who as from", "target.who as to", "line.according", "linked.text_of"])
    .where("line.holder", "is not", null)
    .whereRef("holder.who", "!=", "target.who")
    .where(lineAnswers("line.key", words))
    .where(inPeriod("linked.day", { since, until }))
    .$if(story !== null, (query) => query.where("linked.story", "=", story ?? ""))
    .orderBy("linked.day", "desc")
    .orderBy("linked.time", "desc")
    .orderBy("version.id")
    .orderBy("line.key")
    .execute();
  const told = rows.filter(({ according }) => according !== null).map(({ key }) => key);
  const origins = await originsIn({ tables }, told);
  return rows.map(({ key, according, text_of, ...row }) => {
    return { ...row, origin: origins.get(`${key} ${according}`) ?? text_of };
  });
}

/** The origins of all lines of these versions, by the version's key and the line's id within its record. */
async function originsIn({ tables }: Pick<Store, "tables">, versions: readonly number[]) {
  const rows = await askInChunks([...new Set(versions)], (some) =>
    tables
      .selectFrom("trace")
      .innerJoin("line", "line.key", "trace.line")
      .select(["trace.version", "line.id", "trace.origin"])
      .where("trace.version", "in", some)
      .execute(),
  );
  return new Map(rows.map(({ version, id, origin }) => [`${version} ${id}`, origin]));
}

/** Who denies, in a dispute that had an end added in the period, and who said what is denied. */
function denialsIn({ tables }: Store, { since, until }: Period, { words, story }: LineFilter) {
  return tables
    .selectFrom("dispute_end as denial")
    .innerJoin("dispute_end as claim", "claim.dispute", "denial.dispute")
    .innerJoin("trace as denying", "denying.line", "denial.line")
    .innerJoin("trace as claiming", "claiming.line", "claim.line")
    .innerJoin("line as said", "said.key", "denial.line")
    .innerJoin("version", "version.key", "denial.version")
    .select(["version.id as version", "said.id as line", "denial.day", "denial.line as key"])
    .select([sql<string>`denying.who`.as("from"), sql<string>`claiming.who`.as("to")])
    .select([sql<string>`'denies'`.as("what"), "denying.origin"])
    .where("denial.position", "=", "denies")
    .where("claim.position", "=", "asserts")
    .where("denying.who", "is not", null)
    .where("claiming.who", "is not", null)
    .whereRef("denying.who", "!=", "claiming.who")
    .$if(words.length > 0, (query) => query.where(answersEnd(words)))
    .where(inPeriod("denial.day", { since, until }))
    .where(ofStory("denial.version", story))
    .distinct()
    .orderBy("denial.day", "desc")
    .orderBy("denial.line")
    .execute();
}

/** A denial is of the question where it or what it denies answers. */
function answersEnd(words: LineFilter["words"]) {
  return sql<boolean>`(${lineAnswers("denial.line", words)} or ${lineAnswers("claim.line", words)})`;
}
