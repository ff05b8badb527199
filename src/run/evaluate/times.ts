import { join } from "node:path";
import type { Time } from "../../record/time.js";
import { spansEqual, spansOverlap } from "../../text/span.js";
import type { Effects } from "../effects.js";
import type { Engine } from "../engine.js";
import { GoldMissing, readGold } from "./gold.js";
import { type Counts, scoreTable, sumCounts } from "./scores.js";
import { type GoldTime, type GoldTimeArticle, readTimeML } from "./time-ml.js";

const corpora = ["TimeBank", "AQUAINT"] as const;

const measures = ["relaxed", "strict", "value"] as const;

type Scores = Readonly<Record<(typeof measures)[number], Counts>>;

/**
 * Times of whole articles as TempEval-3 scores them, for each corpus and for both. Relaxed: the stretches overlap, each in one pair at most;
 * strict: they are the same; value: they overlap and the TIMEX3 values are the same strings, so that its F1 is the relaxed F1 times the share
 * of right values among the pairs. The time of the document itself is given and does not count.
 */
export async function scoreTimes(gold: string, engine: Engine, effects: Effects): Promise<string> {
  const rows = new Map<string, Counts>();
  const all: Scores[] = [];
  let articles = 0;
  for (const corpus of corpora) {
    const files = await readCorpus(gold, corpus, effects);
    const scores: Scores[] = [];
    for (const article of files) scores.push(compare(await timesOf(article, engine), article.times));
    for (const measure of measures) rows.set(`${corpus} ${measure}`, sumOf(scores, measure));
    all.push(...scores);
    articles += files.length;
  }
  for (const measure of measures) rows.set(`both ${measure}`, sumOf(all, measure));
  return scoreTable(`Times, ${articles} whole articles`, rows);
}

async function readCorpus(gold: string, corpus: string, effects: Effects): Promise<GoldTimeArticle[]> {
  const folder = join("times", corpus);
  const names = (await effects.listFolder(join(gold, folder))) ?? [];
  const files = names.filter((name) => name.endsWith(".tml"));
  if (files.length === 0) throw new GoldMissing(join(gold, folder));
  return Promise.all(
    files.map(async (name) =>
      readTimeML(name.replace(/\.tml$/, ""), await readGold(gold, join(folder, name), effects)),
    ),
  );
}

async function timesOf({ id, text, published }: GoldTimeArticle, engine: Engine): Promise<readonly Time[]> {
  const unknown = { url: null, title: null, outlet: null, authors: [], sha256: "", messages: [] };
  const publishedFrom = published === null ? null : ("option" as const);
  return (await engine.analyse({ id, ...unknown, published, publishedFrom, language: "en", text })).times;
}

/** The counts of one article. Of several that overlap with a gold time, the one with the same ends is its partner, else the first. */
export function compare(found: readonly Pick<Time, "span" | "value">[], gold: readonly GoldTime[]): Scores {
  const taken = new Set<unknown>();
  const right = { relaxed: 0, strict: 0, value: 0 };
  for (const { span, value } of gold) {
    const near = found.filter((time) => !taken.has(time) && spansOverlap(time.span, span));
    const partner = near.find((time) => spansEqual(time.span, span)) ?? near[0];
    if (partner === undefined) continue;
    taken.add(partner);
    right.relaxed++;
    if (spansEqual(partner.span, span)) right.strict++;
    if (partner.value === value) right.value++;
  }
  const counts = (count: number): Counts => ({ right: count, found: found.length, gold: gold.length });
  return { relaxed: counts(right.relaxed), strict: counts(right.strict), value: counts(right.value) };
}

function sumOf(scores: readonly Scores[], measure: (typeof measures)[number]): Counts {
  return sumCounts(scores.map((one) => one[measure]));
}
