import { directionOf, kilometresBetween } from "../../extract/places/earth.js";
import type { Place } from "../../record/place.js";
import { type Span, spansOverlap, trimSpanOf } from "../../text/span.js";
import type { GoldToponym, LglArticle } from "./lgl.js";
import { type Counts, countShared, scoreTable, sumCounts } from "./scores.js";

/** Whoever finds the places of a text. */
export type PlaceFinder = (article: LglArticle) => Promise<readonly Place[]>;

interface Read {
  readonly article: LglArticle;
  readonly places: readonly Place[];
}

/** Which gold toponyms count. Places of ours where others stand are then counted neither as right nor as wrong. */
const scopes: readonly (readonly [name: string, uses: readonly GoldToponym["use"][]])[] = [
  ["literal toponyms", ["literal"]],
  ["those within longer names as well", ["literal", "embedded"]],
  ["everything marked", ["literal", "embedded", "demonym"]],
];

/** The usual measure of geoparsing: a hundred miles. */
const nearEnough = 161;

/**
 * Mentions and coordinates on LGL, for the half of the articles that weights were tuned on and the half that they were not: precision, recall and
 * F1 of the mentions, with the same ends or overlapping; and of the gold toponyms with coordinates, the share that a place of ours overlaps whose
 * coordinates lie within 161 km, the same of those found, and the median error in kilometres of those with coordinates of ours.
 */
export async function scorePlaces(articles: readonly LglArticle[], findPlaces: PlaceFinder): Promise<string> {
  const read: Read[] = [];
  for (const article of articles) read.push({ article, places: await findPlaces(article) });
  return (["tune", "unseen"] as const)
    .map((half) =>
      halfTable(
        half,
        read.filter(({ article }) => article.half === half),
      ),
    )
    .join("\n");
}

function halfTable(half: LglArticle["half"], read: readonly Read[]): string {
  const rows = new Map<string, Counts>();
  const lines: string[] = [];
  for (const [name, uses] of scopes) {
    const inScope = read.map((one) => narrowed(one, uses));
    rows.set(`${name}, same ends`, sumCounts(inScope.map(sameEnds)));
    rows.set(`${name}, overlapping`, sumCounts(inScope.map(overlapping)));
    lines.push(`${name}: ${distances(inScope)}`);
  }
  return `${scoreTable(`Places, ${read.length} articles, the ${half} half`, rows)}${lines.join("\n")}\n`;
}

function narrowed({ article, places }: Read, uses: readonly GoldToponym["use"][]): Read {
  const counts = article.toponyms.filter(({ use }) => uses.includes(use));
  const others = article.toponyms.filter(({ use }) => !uses.includes(use));
  return {
    article: { ...article, toponyms: counts },
    places: places.filter(({ span }) => !others.some((other) => spansOverlap(span, other.span))),
  };
}

function sameEnds({ article: { text, toponyms }, places }: Read): Counts {
  const key = ({ span }: { readonly span: Span }): string => trimSpanOf(text, span, /[\s\p{P}]/u).join();
  return countShared(places.map(key), toponyms.map(key));
}

function overlapping({ article: { toponyms }, places }: Read): Counts {
  const right = places.filter(({ span }) => toponyms.some((one) => spansOverlap(span, one.span))).length;
  return { right: Math.min(right, toponyms.length), found: places.length, gold: toponyms.length };
}

function distances(read: readonly Read[]): string {
  let gold = 0;
  let found = 0;
  const errors: number[] = [];
  for (const { article, places } of read) {
    for (const { span, point } of article.toponyms) {
      if (point === null) continue;
      gold++;
      const place = places.find((one) => spansOverlap(span, one.span));
      if (place) found++;
      if (place && place.lat !== null && place.lon !== null) {
        errors.push(kilometresBetween(directionOf(place.lat, place.lon), directionOf(point.lat, point.lon)));
      }
    }
  }
  errors.sort((a, b) => a - b);
  const near = errors.filter((error) => error <= nearEnough).length;
  const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
  const median = (errors[errors.length >> 1] ?? 0).toFixed(1);
  return `of ${gold} with coordinates ${share(found, gold)} found, ${share(near, gold)} within ${nearEnough} km (${share(near, found)} of those found); median error ${median} km`;
}
