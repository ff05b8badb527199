import { sql } from "kysely";
import { compareText } from "../../link/link-input.js";
import { textsIn } from "../engine/expressions.js";
import { matching } from "../engine/words/words.js";
import type { LineKind } from "../lines-of-record.js";
import { isNewest } from "../newest.js";
import type { Store } from "../store.js";
import { recordsByKey } from "../stored-records.js";
import { type FoundLine, newestFirst } from "./find-lines.js";
import { articleAnswers, inPeriod, type LineFilter, lineAnswers, noFilter } from "./line-filter.js";

/** By what found lines can be told apart, and picked from. */
export const facetNames = ["kind", "status", "outlet", "speaker", "at", "day"] as const;
export type FacetName = (typeof facetNames)[number];

/** Of each facet the values of which one has to hold; any will do where none is named. */
export type Picked = Readonly<Partial<Record<FacetName, readonly string[] | undefined>>>;

export interface LineSearch {
  /** In FTS5's language. */
  readonly match: string;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly filter?: LineFilter | undefined;
  readonly picked?: Picked | undefined;
}

/** A value of a facet, and how many results there would be with it. */
export interface FacetValue {
  readonly value: string;
  /** What a reader calls it, where that is another word: a speaker's value may be an id. */
  readonly name: string;
  readonly results: number;
}

/** A line that answers, once, however many articles tell it. */
export interface LineResult {
  /** Of the newest article that tells it. */
  readonly row: LineRow;
  /** The versions that tell it, among the lines that answer. */
  readonly versions: ReadonlySet<number>;
}

/** What lines answer, each told once; newest first. */
export interface LineAnswers {
  readonly results: readonly LineResult[];
  /** Of each facet its values, were it not picked from; those with most results first, days in order. */
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>;
  /** False where more lines answer than are looked at: then all this is of the {@link mostLines} that came in last. */
  readonly whole: boolean;
}

/** So many matching lines, those that came in last, bound the time that a question takes which half of all lines answer. */
const mostLines = 5_000;

interface LineRow {
  readonly key: number;
  readonly version: number;
  readonly id: string;
  readonly kind: string;
  readonly type: string;
  readonly status: string | null;
  readonly day: string | null;
  readonly time: number | null;
  readonly article: string;
  readonly what: string;
  readonly outlet: string | null;
  readonly speaker: string | null;
  readonly speakerName: string | null;
  readonly at: string | null;
  readonly event: string | null;
}

/** The lines that answer, each once, with what they can be told apart by. One pass over them gives both. */
export async function searchLines(store: Store, search: LineSearch): Promise<LineAnswers> {
  const rows = toldRows(await matchingRows(store, search));
  const { picked = {} } = search;
  const results = resultsOf(passing(rows, picked));
  const facets = facetNames.map((name) => {
    const others = passing(rows, { ...picked, [name]: undefined });
    return [name, facetValues(name, others, picked[name] ?? [])] as const;
  });
  return {
    results,
    facets: Object.fromEntries(facets) as LineAnswers["facets"],
    whole: rows.length < mostLines,
  };
}

/** A result with its record, and how many articles tell it. */
export interface ReadResult extends FoundLine {
  readonly key: number;
  readonly articles: number;
}

/** Results with their records, and how many articles tell each. */
export async function readResults(store: Store, results: readonly LineResult[]): Promise<readonly ReadResult[]> {
  const records = await recordsByKey(
    store,
    results.map(({ row }) => row.version),
  );
  const told = await articlesOfEvents(
    store,
    results.flatMap(({ row }) => row.event ?? []),
  );
  return results.flatMap(({ row, versions }) => {
    const stored = records.get(row.version);
    if (stored === undefined) return [];
    const articles = Math.max(versions.size, told.get(row.event ?? "") ?? 0);
    return [{ key: row.key, stored, id: row.id, kind: row.kind as LineKind, articles }];
  });
}

function matchingRows(
  { tables }: Store,
  { match, since, until, filter = noFilter }: LineSearch,
): Promise<readonly LineRow[]> {
  return (
    tables
      .selectFrom(
        sql<{
          readonly rowid: number;
        }>`(${matching("line_words", match)} order by rowid desc)`.as("hits"),
      )
      .innerJoin("line", "line.key", "hits.rowid")
      .leftJoin("linked", "linked.version", "line.version")
      .leftJoin("trace", "trace.line", "line.key")
      .leftJoin("telling", "telling.line", "line.key")
      .leftJoin("place", (join) =>
        join.onRef("place.version", "=", "line.version").onRef("place.id", "=", "line.place"),
      )
      .select(["line.key", "line.version", "line.id", "line.kind", "line.type", "line.status", "line.day"])
      .select(["line.at as time", "line.article", "trace.speaker", "place.country as at"])
      .select([
        sql<string>`substr(line.what, 1, 400)`.as("what"),
        sql<string | null>`case when trace.speaker is null then null else trace.name end`.as("speakerName"),
      ])
      .select("telling.event")
      // An article that is not yet linked has its outlet all the same; that of others stands where less is to be read.
      .select(
        sql<string | null>`coalesce(linked.outlet, (select outlet from version where key = line.version))`.as("outlet"),
      )
      .where(inPeriod("line.day", { since, until }))
      .$if(filter.story !== null, (query) => query.where(articleAnswers("line.version", { ...filter, words: [] })))
      .where(lineAnswers("line.key", filter.words))
      .where(isNewest("line.version").$castTo<boolean>())
      .limit(mostLines)
      .execute()
  );
}

/** A row with what it is one by with others: an act or a state its event, what was said its words. */
interface ToldRow extends LineRow {
  readonly told: string;
}

/** The rows, newest first. */
function toldRows(rows: readonly LineRow[]): readonly ToldRow[] {
  return [...rows].sort(newestFirst).map((row) => ({ ...row, told: row.event ?? `${row.kind} ${wordsOf(row)}` }));
}

/** Rows as results, in their order. */
function resultsOf(rows: readonly ToldRow[]): readonly LineResult[] {
  const results = new Map<string, { row: LineRow; versions: Set<number> }>();
  for (const row of rows) {
    const known = results.get(row.told);
    if (known === undefined) results.set(row.told, { row, versions: new Set([row.version]) });
    else known.versions.add(row.version);
  }
  return [...results.values()];
}

/** The words alone: agencies print other marks. Of a few words somebody else may have said them. */
function wordsOf({ what, key }: LineRow): string {
  const words = what.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.length < fewestWords ? String(key) : words.join(" ");
}

const fewestWords = 5;

function passing(rows: readonly ToldRow[], picked: Picked): readonly ToldRow[] {
  const asked = facetNames.flatMap((name) => {
    const values = picked[name] ?? [];
    return values.length === 0 ? [] : [{ name, values: new Set(values) }];
  });
  return asked.length === 0
    ? rows
    : rows.filter((row) => asked.every(({ name, values }) => values.has(row[name] ?? "")));
}

/** So many values of a facet are told, and those that are picked. */
const mostValues = 12;

function facetValues(name: FacetName, rows: readonly ToldRow[], picked: readonly string[]): readonly FacetValue[] {
  const values = new Map<string, { readonly name: string; readonly told: Set<string> }>();
  for (const row of rows) {
    const value = row[name];
    if (value === null) continue;
    const own = name === "speaker" ? (row.speakerName ?? value) : value;
    const known = values.get(value) ?? { name: own, told: new Set() };
    known.told.add(row.told);
    values.set(value, known);
  }
  const counted = [...values].map(([value, one]) => ({ value, name: one.name, results: one.told.size }));
  counted.sort((a, b) => b.results - a.results || compareText(a.value, b.value));
  const missing = picked.filter((value) => !values.has(value)).map((value) => ({ value, name: value, results: 0 }));
  const told = [...counted.filter(({ value }, at) => at < mostValues || picked.includes(value)), ...missing];
  return name === "day" ? told.sort((a, b) => compareText(b.value, a.value)) : told;
}

async function articlesOfEvents({ tables }: Store, events: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (events.length === 0) return new Map();
  const { rows } = await sql<{ readonly event: string; readonly articles: number }>`
    select event, count(distinct article) as articles from telling
    where event in (${textsIn(JSON.stringify(events))}) group by event`.execute(tables);
  return new Map(rows.map(({ event, articles }) => [event, articles]));
}
