import { countryWords } from "../run/country-words.js";
import type { Effects } from "../run/effects.js";
import {
  aboutCountry,
  aboutWho,
  type LineFilter,
  reviewedLines,
  type WordsFilter,
} from "../store/queries/line-filter.js";
import { storyById } from "../store/queries/stories.js";
import type { Store } from "../store/store.js";
import { findWatch, type Watch } from "../store/watches.js";
import type { BriefPeriod } from "../view/brief-view.js";
import { type PeriodOptions, periodOf } from "./period-of.js";

/** What a page about a period can be narrowed down to. */
export interface BriefOptions extends PeriodOptions {
  readonly country?: readonly string[] | undefined;
  readonly who?: readonly string[] | undefined;
  readonly story?: string | undefined;
  readonly watch?: string | undefined;
  /** Only what people confirmed. */
  readonly reviewed?: boolean | undefined;
}

/** A period and what it is narrowed down to, in words and for the database. */
export interface AskedPeriod {
  readonly period: BriefPeriod;
  readonly filter: LineFilter;
  /** What it is narrowed down to, in plain words. */
  readonly about: readonly string[];
}

/** A question that can be asked; or why it cannot. */
export type BriefQuestion =
  | ({ readonly kind: "question" } & AskedPeriod)
  | {
      readonly kind: "refused";
      readonly reason: string;
      /** Which of the options is wrong. */
      readonly field: keyof BriefOptions;
    };

/** What the options ask of this database. Where they name no period it is the last day that there are articles of, or all days. */
export async function briefQuestion(
  options: BriefOptions,
  store: Store,
  effects: Pick<Effects, "readFile">,
  usual: "last_day" | "all" = "last_day",
): Promise<BriefQuestion> {
  const { country = [], who = [], story = null } = options;
  if (story !== null && (await storyById(store, story)) === null) {
    return { kind: "refused", reason: `there is no story ${story} in this database`, field: "story" };
  }
  const watched = options.watch === undefined ? null : await findWatch(store, options.watch);
  if (options.watch !== undefined && watched === null) {
    return {
      kind: "refused",
      reason: `there is no watch “${options.watch}”; \`sitrep watchlist list\` has those that there are`,
      field: "watch",
    };
  }
  const words: WordsFilter[] = [];
  if (watched !== null) {
    const any = anyOf(await watchFilters(watched, store, effects));
    if (any !== null) words.push({ ...any, told: `watch “${watched.name}”` });
  }
  for (const [field, asked, filters] of [
    [
      "country",
      country,
      await Promise.all(country.map(async (one) => aboutCountry(store, await countryWords(one, effects)))),
    ],
    ["who", who, who.map(aboutWho)],
  ] as const) {
    const wordless = asked.find((_, at) => filters[at] === null);
    if (wordless !== undefined)
      return { kind: "refused", reason: `“${wordless}” has no word in it to look for`, field };
    const any = anyOf(filters.flatMap((one) => one ?? []));
    if (any !== null) words.push(any);
  }
  if (options.reviewed === true) words.push(await reviewedLines(store));
  const { period, ranges } = await periodOf(options, store, usual);
  words.push(...ranges);
  if (period.since !== null && period.until !== null && period.since >= period.until) {
    const reason = `the period from ${period.since} to before ${period.until} has no day in it`;
    return { kind: "refused", reason, field: "until" };
  }
  const about = [...words.map(({ told }) => told), ...(story === null ? [] : [`story ${story}`])];
  return { kind: "question", period, filter: { words, story }, about };
}

/** What a watch asks for, a question for each country and person. */
export async function watchFilters(
  { countries, who }: Pick<Watch, "countries" | "who">,
  store: Store,
  effects: Pick<Effects, "readFile">,
): Promise<readonly WordsFilter[]> {
  const named = await Promise.all(countries.map(async (one) => aboutCountry(store, await countryWords(one, effects))));
  return [...named, ...who.map(aboutWho)].flatMap((one) => one ?? []);
}

/** The questions as one that any of them answers. */
function anyOf(filters: readonly WordsFilter[]): WordsFilter | null {
  if (filters.length === 0) return null;
  return {
    told: filters.map(({ told }) => told).join(" or "),
    match: filters.map(({ match }) => `(${match})`).join(" OR "),
  };
}
