import { z } from "zod";
import { nameKey } from "../../extract/places/name-key.js";
import type { Mention } from "../../record/mention.js";
import type { ArticleRecord } from "../../record/record.js";
import { parseTable } from "../../text/table.js";
import type { Effects } from "../effects.js";
import type { Engine } from "../engine.js";
import { type GoldArticle, readGoldArticles } from "./gold.js";
import { percent, tableRow } from "./scores.js";

const advisory = z.object({ id: z.string(), country: z.string(), level: z.number().int().min(1).max(4) });

export type Advisory = z.infer<typeof advisory>;

/** The advisories under a gold folder. Rejects with `GoldMissing` where the file is not there. */
export function readAdvisories(gold: string, effects: Effects): Promise<readonly GoldArticle<Advisory>[]> {
  return readGoldArticles(gold, "advisories/us-a-m.jsonl", advisory, effects);
}

/** The values of travel advice by level, from 1. "Leave now" is none of them: it stands beside the highest. */
const values = ["normal_precautions", "increased_caution", "reconsider_travel", "do_not_travel"] as const;

/** A country as it may be named. */
export interface NamedCountry {
  /** ISO 3166-1 alpha-2, `null` where no table knows it. */
  readonly code: string | null;
  /** As `nameKey` gives them. */
  readonly names: ReadonlySet<string>;
}

/** What the record of an advisory tells of the whole country. */
export interface AdviceFound {
  /** Whether it has the value of the advisory's level. */
  readonly told: boolean;
  /** The values of other levels. */
  readonly others: readonly string[];
}

/**
 * Travel advisories, one level each: right where the record tells as a fact the level's value of the whole country, and that of no other level.
 * Every twelfth by id is set aside: nobody looks at those, and `misses` lists what is wrong among the rest alone.
 */
export async function scoreAdvisories(
  advisories: readonly GoldArticle<Advisory>[],
  countries: readonly NamedCountry[],
  engine: Pick<Engine, "analyse">,
  { misses }: { readonly misses: boolean },
): Promise<string> {
  const aside = new Set(
    advisories
      .map(({ gold }) => gold.id)
      .sort()
      .filter((_, index) => index % 12 === 11),
  );
  const scored: { readonly gold: Advisory; readonly found: AdviceFound }[] = [];
  for (const { article, gold } of advisories) {
    const found = adviceFound(gold, await engine.analyse(article), namedCountry(gold.country, countries));
    scored.push({ gold, found });
  }
  const row = (name: string, part: typeof scored) => {
    const right = part.filter(({ found }) => isRight(found)).length;
    const told = part.filter(({ found }) => found.told).length;
    const other = part.filter(({ found }) => found.others.length > 0).length;
    const share = part.length === 0 ? "–" : percent(right / part.length);
    return tableRow(name, [right, part.length, share, told, other]);
  };
  const rest = scored.filter(({ gold }) => !aside.has(gold.id));
  const wrong = misses ? rest.filter(({ found }) => !isRight(found)) : [];
  return [
    `Travel advice, ${scored.length} advisories\n`,
    tableRow("", ["right", "of", "share", "told", "other"]),
    row(
      "set aside",
      scored.filter(({ gold }) => aside.has(gold.id)),
    ),
    row("the rest", rest),
    ...wrong.map(({ gold, found }) => `\n${lineOf(gold, found)}`),
    wrong.length > 0 ? "\n" : "",
  ].join("");
}

function isRight({ told, others }: AdviceFound): boolean {
  return told && others.length === 0;
}

function lineOf({ id, country, level }: Advisory, { told, others }: AdviceFound): string {
  const missed = told ? [] : [`missed ${values[level - 1]}`];
  return `${id}: ${[...missed, ...others.map((value) => `too many ${value}`)].join(", ")} of ${country}`;
}

/** What the record tells as a fact of the whole country, and not of a part of it. */
export function adviceFound({ level }: Advisory, record: ArticleRecord, country: NamedCountry): AdviceFound {
  const told = record.postures.filter(
    ({ aspect, status, subject }) =>
      aspect === "travel_advice" && asserted.has(status) && standsFor(subject, country, record),
  );
  const found = new Set<string>(told.map(({ value }) => value));
  return {
    told: found.has(values[level - 1] ?? ""),
    others: values.filter((value, index) => index !== level - 1 && found.has(value)),
  };
}

const asserted: ReadonlySet<string> = new Set(["happened", "ongoing", "announced"]);

/** Words beside a country's name that still mean all of it. */
const wholeWords = /^the |\bmainland\b|\bspecial administrative region\b(?: \(SAR\))?/gi;

function standsFor({ text, entity }: Mention, { code, names }: NamedCountry, record: ArticleRecord): boolean {
  const key = nameKey(text.replace(wholeWords, ""));
  const meant = record.entities.find(({ id }) => id === entity);
  return (
    names.has(key) ||
    (meant !== undefined &&
      (names.has(nameKey(meant.name)) || (meant.kind === "government" && meant.country === code))) ||
    record.places.some((one) => one.kind === "country" && one.country === code && nameKey(one.text) === key)
  );
}

/** The countries of the tables `countries.tsv` and `country-places.tsv`, which begin with a code and names. */
export function namedCountries(countries: string, places: string): readonly NamedCountry[] {
  const names = new Map<string, Set<string>>();
  const add = (code: string, name: string): void => {
    if (name !== "") names.set(code, (names.get(code) ?? new Set()).add(nameKey(name)));
  };
  for (const [code = "", name = "", others = ""] of parseTable(countries)) {
    for (const one of [name, ...others.split("|")]) add(code, one);
  }
  for (const [code = "", name = ""] of parseTable(places)) add(code, name);
  return [...names].map(([code, own]) => ({ code, names: own }));
}

/** The country that an advisory names, by all its names: "Burma (Myanmar)" has two. */
export function namedCountry(name: string, countries: readonly NamedCountry[]): NamedCountry {
  const own = name
    .split(/[()]/)
    .map(nameKey)
    .filter((key) => key !== "");
  const known = countries.find(({ names }) => own.some((key) => names.has(key)));
  return { code: known?.code ?? null, names: new Set([...own, ...(known?.names ?? [])]) };
}
