import { type RawBuilder, sql } from "kysely";
import type { Event, TellingFacts } from "../../link/events/group-events.js";
import { confirmedDisputes } from "../corrections/correction-rows.js";
import { joinInOrder, jsonList, jsonListWhere, numbersIn } from "../engine/expressions.js";
import { matching } from "../engine/words/words.js";
import { lineId, lineKeysOf } from "../line-id.js";
import type { Store } from "../store.js";
import { wordsQuery } from "./words-query.js";

/** Days from `since` on and before `until`, by the day that an article is linked with; `null` leaves a side open. */
export interface Period {
  readonly since: string | null;
  readonly until: string | null;
}

/** What lines are narrowed down to. All of it has to hold. */
export interface LineFilter {
  /** Each a question of full-text search that a line has to answer. */
  readonly words: readonly WordsFilter[];
  /** The id of the story that its article is of; `null` for any. */
  readonly story: string | null;
  /** The keys of the story's lines, as a JSON array, where they were looked up. */
  readonly storyLines?: string;
}

/** A question of full-text search, with what it asks in a reader's words. */
export interface WordsFilter {
  readonly told: string;
  readonly match: string;
  /** The keys of the lines of the period's articles that answer, as a JSON array, where they were looked up. */
  readonly lines?: string;
  /** Whether these are all that answer; false where there are more than {@link mostAnswers}. */
  readonly whole?: boolean;
  /** The same of all articles before the period's end. */
  readonly linesBefore?: string;
  /** Where it narrows the period itself and asks nothing of a line: which of the versions of its days are of it. */
  readonly versions?: VersionRange;
  /** Where it asks for what people confirmed and not for words: the ids of these lines in the whole database. */
  readonly reviewed?: ReadonlySet<string>;
  /** Where it asks for what people said of disputes themselves, whatever their lines say: the ids of those disputes. */
  readonly disputes?: readonly string[];
}

/** Versions from a key on, without some, whose keys are a JSON array. */
export interface VersionRange {
  readonly from: number;
  readonly except: string;
}

/** What people confirmed, as a question that lines answer. */
export async function reviewedLines({ tables }: Pick<Store, "tables">): Promise<WordsFilter> {
  const rows = await tables
    .selectFrom("line")
    .innerJoin("version", "version.key", "line.version")
    .select(["line.key", "line.id", "version.id as article"])
    .where("line.confirmed", "is not", null)
    .orderBy("line.key")
    .execute();
  const lines = JSON.stringify(rows.map(({ key }) => key));
  const reviewed = new Set(rows.map(({ article, id }) => lineId(article, id)));
  const disputes = await confirmedDisputes(tables);
  return { told: "what a person confirmed", match: '""', lines, linesBefore: lines, whole: true, reviewed, disputes };
}

/** The events with those of their tellings alone that people confirmed, where the filter asks for these. */
export function reviewedTellings<Told extends TellingFacts>(
  events: readonly Event<Told>[],
  { words }: LineFilter,
): readonly Event<Told>[] {
  const reviewed = words.find((one) => one.reviewed !== undefined)?.reviewed;
  if (reviewed === undefined) return events;
  return events.flatMap((event) => {
    const tellings = event.tellings.filter(({ article, line }) => reviewed.has(lineId(article, line)));
    if (tellings.length === 0) return [];
    return [{ ...event, tellings, origins: [...new Set(tellings.map(({ origin }) => origin))] }];
  });
}

/** A filter that everything passes. */
export const noFilter: LineFilter = { words: [], story: null };

/** What a country goes by. */
export interface CountryWords {
  readonly code: string | null;
  readonly name: string;
  /** Its names, adjectives and seats of government. */
  readonly words: readonly string[];
}

/**
 * Lines that name a country: by one of its words, or somebody whom the articles take to be of it. A country that no table knows is looked for by its name and by what
 * begins with it. `null` where the name has no word in it.
 */
export async function aboutCountry(
  { tables }: Store,
  { code, name, words }: CountryWords,
): Promise<WordsFilter | null> {
  const members =
    code === null
      ? []
      : await tables
          .selectFrom("country_name")
          .select("name")
          .where("country", "=", code)
          .orderBy("entities", "desc")
          .orderBy("name")
          .limit(mostMembers)
          .execute();
  const asked = withoutLonger([...words, ...members.map((one) => one.name)]).map(
    (one) => `"${one.replaceAll('"', "")}"`,
  );
  const match = [...new Set(code === null ? [`${name}*`, ...asked] : asked)].flatMap((one) => wordsQuery(one) ?? []);
  return match.length === 0 ? null : { told: name, match: match.map((one) => `(${one})`).join(" OR ") };
}

/** The names without those that have another within them, whatever answers to these answers to that: "US Congress" to "US". */
function withoutLonger(names: readonly string[]): readonly string[] {
  const tokens = names.map(
    (name) =>
      ` ${
        name
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu)
          ?.join(" ") ?? ""
      } `,
  );
  return names.filter((_, at) => {
    const own = tokens[at] ?? "";
    return !tokens.some((other, place) => place !== at && own.includes(other) && (own !== other || place < at));
  });
}

/** Lines with a name or title as it stands. `null` where there is no word in it. */
export function aboutWho(who: string): WordsFilter | null {
  const match = wordsQuery(`"${who.replaceAll('"', " ")}"`);
  return match === null ? null : { told: who, match };
}

/** So many of those who are of a country are looked for, the ones named most often. */
const mostMembers = 50;

/**
 * The filter with its words looked up in the lines of the period's articles, once for all queries that ask for them: a country goes by hundreds of names, and full-text
 * search for them takes longer than all else. With `before`, those of all articles before the period's end are looked up too, for {@link beforeEnd}. Of lines beyond {@link mostAnswers} those of the articles added last are taken.
 */
export async function lookedUp(
  store: Store,
  period: Period,
  { words, story }: LineFilter,
  { before: withBefore }: { readonly before: boolean } = { before: false },
): Promise<LineFilter> {
  const { first, end } = words.length === 0 ? { first: 0, end: 0 } : await keysOf(store, period);
  const found: WordsFilter[] = [];
  for (const one of words) {
    if (one.lines !== undefined || one.versions !== undefined) {
      found.push(one);
      continue;
    }
    const { rows } = await sql<{ readonly lines: string; readonly before: string; readonly number: number }>`
      select count(*) as number, ${jsonListWhere(rowid, sql`rowid >= ${first}`)} as lines, ${jsonList(rowid)} as before from (
        ${matching("line_words", one.match)} and rowid >= ${withBefore ? 0 : first} and rowid < ${end}
        order by rowid desc limit ${mostAnswers}
      ) as found`.execute(store.tables);
    const { lines, before, number } = rows[0] ?? { lines: "[]", before: "[]", number: 0 };
    const whole = number < mostAnswers;
    found.push({ ...one, lines, whole, ...(withBefore ? { linesBefore: before } : {}) });
  }
  return story === null
    ? { words: found, story }
    : { words: found, story, storyLines: await linesOfStory(store, story) };
}

/** The filter of a period as it holds for all that was told before the period's end. */
export function beforeEnd(filter: LineFilter): LineFilter {
  const asked = filter.words.filter(({ versions }) => versions === undefined);
  const words = asked.map(({ linesBefore, ...one }) =>
    linesBefore === undefined ? one : { ...one, lines: linesBefore },
  );
  return { ...filter, words };
}

async function linesOfStory({ tables }: Store, story: string): Promise<string> {
  const { first: perVersion } = lineKeysOf(1);
  const { rows } = await sql<{ readonly keys: string }>`
    select ${jsonList(sql`line.key`)} as keys from linked ${joinInOrder} line
    on line.key >= linked.version * ${perVersion} and line.key < (linked.version + 1) * ${perVersion}
    where linked.story = ${story}`.execute(tables);
  return rows[0]?.keys ?? "[]";
}

const rowid = sql`rowid`;

/** So many lines are about somebody or a country at most: on more than that no page has room, and a question takes no longer with the database. */
export const mostAnswers = 10_000;

/** The keys between which the lines of the period's articles lie. */
async function keysOf(
  { tables }: Store,
  { since, until }: Period,
): Promise<{ readonly first: number; readonly end: number }> {
  const row = await tables
    .selectFrom("day_size")
    .select(({ fn }) => [fn.min<number | null>("first").as("from"), fn.max<number | null>("last").as("to")])
    .where(inPeriod("day", { since, until }))
    .executeTakeFirst();
  const { from, to } = { from: row?.from ?? 0, to: row?.to ?? 0 };
  return { first: lineKeysOf(from).first, end: lineKeysOf(to).end };
}

/** Whether a day, or what else is told by one, is of the period; where a side is open, all are on that side. */
export function inPeriod(
  column: string | RawBuilder<string>,
  { since, until }: { readonly since?: string | null | undefined; readonly until?: string | null | undefined },
) {
  const day = typeof column === "string" ? sql.ref(column) : column;
  return allOf([
    ...(since == null ? [] : [sql<boolean>`${day} >= ${since}`]),
    ...(until == null ? [] : [sql<boolean>`${day} < ${until}`]),
  ]);
}

/** Whether a line, by its key, answers all questions of the filter. */
export function lineAnswers(
  column:
    | "telling.line"
    | "trace.line"
    | "dispute_end.line"
    | "denial.line"
    | "claim.line"
    | "line.key"
    | RawBuilder<number>,
  words: LineFilter["words"],
) {
  const line = typeof column === "string" ? sql.ref(column) : column;
  const each = words.map((one) =>
    one.versions === undefined ? sql<boolean>`${line} in (${answers(one)})` : lineInRange(line, one.versions),
  );
  return allOf(each);
}

function lineInRange(line: RawBuilder<unknown>, { from, except }: VersionRange) {
  const { first: perVersion } = lineKeysOf(1);
  const { first } = lineKeysOf(from);
  return sql<boolean>`${line} >= ${first} and ${line} / ${perVersion} not in (${numbersIn(except)})`;
}

function versionInRange(version: RawBuilder<unknown>, { from, except }: VersionRange) {
  return sql<boolean>`${version} >= ${from} and ${version} not in (${numbersIn(except)})`;
}

function allOf(conditions: readonly RawBuilder<boolean>[]) {
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** The questions that ask for versions, and those that ask for lines. */
function parted(words: LineFilter["words"]) {
  const ranges = words.flatMap(({ versions }) => versions ?? []);
  return { ranges, asked: words.filter(({ versions }) => versions === undefined) };
}

function answers({ match, lines }: WordsFilter) {
  return lines === undefined ? matching("line_words", match) : numbersIn(lines);
}

/** Whether a version, by its key, has a line that answers all questions; where they ask for versions alone it needs none. */
export function versionAnswers(column: "linked.version", words: LineFilter["words"]) {
  const { ranges, asked } = parted(words);
  const version = sql.ref(column);
  return allOf([
    ...ranges.map((range) => versionInRange(version, range)),
    ...(asked.length === 0 ? [] : [sql<boolean>`${version} in (${versionsThatAnswer(asked)})`]),
  ]);
}

/** The questions of a filter that ask for versions alone. */
export function versionQuestions({ words }: LineFilter): LineFilter["words"] {
  return words.filter(({ versions }) => versions !== undefined);
}

/** The keys of the versions that have a line which answers all questions, where their lines were looked up; a line's key tells its version. */
function versionsThatAnswer(words: LineFilter["words"]) {
  const { first: perVersion } = lineKeysOf(1);
  const [one, ...others] = words.map(({ lines }) => lines);
  if (one === undefined || others.includes(undefined))
    return sql<number>`select line.version from line where ${lineAnswers("line.key", words)}`;
  const each = others.map((lines) => sql<boolean>`value in (${numbersIn(lines ?? "[]")})`);
  return sql<number>`select value / ${perVersion} from (${numbersIn(one)}) as found where ${sql.join([sql`true`, ...each], sql` and `)}`;
}

/** Whether an article, by the key of its version, is of the filter's story and has a line that answers all of its questions. */
export function articleAnswers(
  column: "linked.version" | "dated.version" | "line.version" | "version.key",
  { words, story }: LineFilter,
) {
  const version = sql.ref(column);
  const { ranges, asked } = parted(words);
  return allOf([
    ...ranges.map((range) => versionInRange(version, range)),
    ...(story === null ? [] : [sql<boolean>`${version} in (select version from linked where story = ${story})`]),
    ...(asked.length === 0
      ? []
      : [
          sql<boolean>`exists (select 1 from line where line.version = ${version} and ${lineAnswers("line.key", asked)})`,
        ]),
  ]);
}

/** Whether an end of a dispute has a line that answers, or is a figure in an article that has one, or whose text answers where lines were not looked up. */
export function endAnswers(words: LineFilter["words"]) {
  const { first: perVersion } = lineKeysOf(1);
  const inArticle = words.map(({ match, lines, versions: range }) => {
    if (range !== undefined) return versionInRange(sql.ref("dispute_end.version"), range);
    const versions =
      lines === undefined
        ? matching("article_words", match)
        : sql`select value / ${perVersion} from (${numbersIn(lines)}) as found`;
    return sql<boolean>`dispute_end.version in (${versions})`;
  });
  const figure = sql<boolean>`dispute_end.line is null and ${sql.join([sql`true`, ...inArticle], sql` and `)}`;
  return sql<boolean>`(${lineAnswers("dispute_end.line", words)} or (${figure}))`;
}

/** Whether a line, by its key, is of the story that the filter names; any is where it names none. */
export function lineOfStory(
  column: "telling.line" | "trace.line" | RawBuilder<number>,
  { story, storyLines }: LineFilter,
) {
  if (story === null) return sql<boolean>`true`;
  if (storyLines === undefined) throw new RangeError("Found a story whose lines were not looked up.");
  const line = typeof column === "string" ? sql.ref(column) : column;
  return sql<boolean>`${line} in (${numbersIn(storyLines)})`;
}

/** Whether a version is of the story that the filter names; any is where it names none. */
export function ofStory(
  column: "telling.version" | "trace.version" | "denial.version" | "dispute_end.version",
  story: LineFilter["story"],
) {
  return story === null
    ? sql<boolean>`true`
    : sql<boolean>`${sql.ref(column)} in (select version from linked where story = ${story})`;
}
