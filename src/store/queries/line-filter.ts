import { sql } from "kysely";
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
}

/** A question of full-text search, with what it asks in a reader's words. */
export interface WordsFilter {
  readonly told: string;
  readonly match: string;
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
          .selectFrom("entity")
          .select(({ fn }) => ["name", fn.countAll<number>().as("articles")])
          .where("country", "=", code)
          .groupBy("name")
          .orderBy("articles", "desc")
          .orderBy("name")
          .limit(mostMembers)
          .execute();
  const asked = [...words, ...members.map((one) => one.name)].map((one) => `"${one.replaceAll('"', "")}"`);
  const match = [...new Set(code === null ? [`${name}*`, ...asked] : asked)].flatMap((one) => wordsQuery(one) ?? []);
  return match.length === 0 ? null : { told: name, match: match.map((one) => `(${one})`).join(" OR ") };
}

/** Lines with a name or title as it stands. `null` where there is no word in it. */
export function aboutWho(who: string): WordsFilter | null {
  const match = wordsQuery(`"${who.replaceAll('"', " ")}"`);
  return match === null ? null : { told: who, match };
}

/** So many of those who are of a country are looked for, the ones named most often. */
const mostMembers = 300;

/** Whether a line, by its key, answers all questions of the filter. */
export function lineAnswers(
  column: "telling.line" | "trace.line" | "dispute_end.line" | "denial.line" | "claim.line" | "line.key",
  words: LineFilter["words"],
) {
  const each = words.map(
    ({ match }) => sql<boolean>`${sql.ref(column)} in (select rowid from line_words where line_words match ${match})`,
  );
  return each.length === 0 ? sql<boolean>`1` : sql<boolean>`(${sql.join(each, sql` and `)})`;
}
