import { type RawBuilder, sql } from "kysely";
import { compareNumbers, compareText } from "../../link/link-input.js";
import { jsonList, numbersIn, unindexed } from "../engine/expressions.js";
import { matching } from "../engine/words/words.js";
import type { LineKind } from "../lines-of-record.js";
import { isNewest } from "../newest.js";
import type { Store } from "../store.js";
import { recordsByKey, type StoredRecord } from "../stored-records.js";
import { articleAnswers, inPeriod, type LineFilter, lineAnswers, noFilter } from "./line-filter.js";
import { wordsQuery } from "./words-query.js";

/** What narrows a question down. All of it has to hold. */
export interface LineQuestion {
  /** Words for who says, does or sets it. */
  readonly by?: string | undefined;
  /** Words for what it is about. */
  readonly about?: string | undefined;
  /** Words for either. */
  readonly words?: string | undefined;
  /** Only articles published on this day or a later one, and before `until`. An article of unknown date is in no such range. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly filter?: LineFilter | undefined;
  readonly limit: number;
  /** So many are passed over. */
  readonly offset?: number | undefined;
}

export interface FoundLine {
  readonly stored: StoredRecord;
  /** The line's id within its record. */
  readonly id: string;
  readonly kind: LineKind;
}

export interface FoundLines {
  /** Newest article first, by the instant, those of unknown date last; in reading order within an article. */
  readonly lines: readonly FoundLine[];
  /** True where there are more than were asked for. */
  readonly more: boolean;
}

/**
 * The lines of these kinds in the newest version of each article that answer the question. Of the lines that match its words only the last `matches`
 * are looked at, as long as they fill the answer; where they do not, all are.
 */
export async function findLines(
  store: Store,
  kinds: readonly LineKind[],
  question: LineQuestion,
  matches = mostMatches,
): Promise<FoundLines> {
  const match = matchOf(question);
  if (match === "nothing") return { lines: [], more: false };
  const { limit } = question;
  const latest = match === null ? null : await latestMatches(store, match, matches);
  const first =
    latest === null
      ? await linesInOrder(store, kinds, question, null)
      : await linesAmong(store, kinds, question, latest.keys);
  const whole = match === null || latest === null || latest.number < matches || first.length > limit;
  const rows = whole ? first : await linesInOrder(store, kinds, question, match);
  return await foundLines(store, rows, limit);
}

/** The lines of these rows, as far as the limit goes, each with its record. */
export async function foundLines(
  store: Store,
  rows: readonly Pick<LineRow, "version" | "id" | "kind">[],
  limit: number,
): Promise<FoundLines> {
  const page = rows.slice(0, limit);
  const records = await recordsByKey(
    store,
    page.map(({ version }) => version),
  );
  const lines = page.flatMap(({ version, id, kind }) => {
    const stored = records.get(version);
    return stored === undefined ? [] : [{ stored, id, kind }];
  });
  return { lines, more: rows.length > limit };
}

/** So many matches, those of the articles added last, bound the time that a question takes which half of all lines answer. */
const mostMatches = 10_000;

/** A limit that is none, to SQLite. */
export const allMatches = Number.MAX_SAFE_INTEGER;

/** One row more than the question's limit, where there are so many; of each kind for itself, because the index has them in order so. */
async function linesInOrder(
  store: Store,
  kinds: readonly LineKind[],
  question: LineQuestion,
  match: string | null,
): Promise<readonly LineRow[]> {
  const { limit, offset = 0 } = question;
  const most = offset + limit + 1;
  const rows = [];
  for (const kind of kinds) {
    const all = linesThatPass(store, question).where("line.kind", "=", kind);
    const asked = match === null ? all : all.where("line.key", "in", allMatching(match));
    rows.push(...(await asked.limit(most).execute()));
  }
  return rows.sort(newestFirst).slice(offset, most);
}

/** The same of lines whose keys are known, as a JSON array: each is looked up, however few of them are of a kind. */
function linesAmong(
  store: Store,
  kinds: readonly LineKind[],
  question: LineQuestion,
  keys: string,
): Promise<readonly LineRow[]> {
  const { limit, offset = 0 } = question;
  return (
    linesThatPass(store, question)
      .where("line.key", "in", sql<number>`(${numbersIn(keys)})`)
      // Behind a sign SQLite does not go by the index of kinds.
      .where(unindexed<string>("line.kind"), "in", [...kinds])
      .offset(offset)
      .limit(limit + 1)
      .execute()
  );
}

interface LineRow {
  readonly key: number;
  readonly version: number;
  readonly id: string;
  readonly kind: LineKind;
  readonly day: string | null;
  readonly time: number | null;
  readonly article: string;
}

type DatedRow = Pick<LineRow, "key" | "day" | "time" | "article">;

/** The order of lines: by article, the newest first, those of unknown date last; in reading order within an article. */
export function newestFirst(a: DatedRow, b: DatedRow): number {
  return (
    compareText(b.day ?? "", a.day ?? "") ||
    compareNumbers(b.time ?? Number.NEGATIVE_INFINITY, a.time ?? Number.NEGATIVE_INFINITY) ||
    compareText(a.article, b.article) ||
    a.key - b.key
  );
}

function linesThatPass({ tables }: Store, { since, until, filter = noFilter }: LineQuestion) {
  return tables
    .selectFrom("line")
    .select(["line.key", "line.version", "line.id", "line.kind", "line.day", "line.at as time", "line.article"])
    .where(inPeriod("line.day", { since, until }))
    .$if(filter.story !== null, (query) => query.where(articleAnswers("line.version", { ...filter, words: [] })))
    .where(lineAnswers("line.key", filter.words))
    .where(isNewest("line.version").$castTo<boolean>())
    .orderBy("line.day", "desc")
    .orderBy("line.at", "desc")
    .orderBy("line.article")
    .orderBy("line.key");
}

/** The keys of the lines that match, those of the articles added last, as a JSON array; and how many these are. */
async function latestMatches({ tables }: Store, match: string, most: number) {
  const { rows } = await sql<{ readonly number: number; readonly keys: string }>`
    select count(*) as number, ${jsonList(sql`rowid`)} as keys from (
      ${matching("line_words", match)} order by rowid desc limit ${most}
    ) as found`.execute(tables);
  return rows[0] ?? { number: 0, keys: "[]" };
}

function allMatching(match: string): Keys {
  return sql<number>`(${matching("line_words", match)})`;
}

/** A query of keys of lines. */
type Keys = RawBuilder<number>;

/** The words asked for as one query; `null` where none are, `"nothing"` where what is asked for is no word. */
function matchOf({ by, about, words }: LineQuestion): string | "nothing" | null {
  const asked = [
    by === undefined ? undefined : wordsQuery(by, "who"),
    about === undefined ? undefined : wordsQuery(about, "what"),
    words === undefined ? undefined : wordsQuery(words),
  ].filter((one) => one !== undefined);
  if (asked.includes(null)) return "nothing";
  return asked.length === 0 ? null : asked.join(" AND ");
}
