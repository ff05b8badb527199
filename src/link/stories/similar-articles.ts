import { day } from "../link-input.js";
import type { TermVector } from "./story-terms.js";

/** An article as stories are made of: its terms, and its time in milliseconds or `null`. */
export interface AboutArticle {
  readonly terms: TermVector;
  readonly time: number | null;
}

/** For each article, by its place in the list, how alike it is to others; both ways, 0 where none is given. */
export type Likeness = readonly ReadonlyMap<number, number>[];

/** Articles that are further apart tell of different stories, or of later chapters. */
const windowDays = 10;

/** Articles with a likeness below this to another are not of its neighbourhood. */
const leastNear = 0.1;

/** The closest articles that each has in its neighbourhood. */
const mostNeighbours = 100;

/** How far back a term is looked up: a term in more articles of the window than this tells no story apart. */
const longestLookUp = 2000;

/** So many neighbours say as much of a term as what it is worth in other news. */
const priorNeighbours = 10;

/** The most that one term adds to a likeness: namesakes, or one country, make no story of short texts. */
const mostOfTerm = 0.03;

/** What a likeness is worth for each day between two articles: a crisis has another thread tomorrow, told in the same words. */
const ofEachDay = 0.8;

/** Likeness below this is chance, and kept out. */
const leastLikeness = 0.03;

/**
 * How alike articles are: the cosine of their term vectors, in which each term counts the less the more of the neighbourhood has it, for articles
 * within ten days of each other or without a time. All reports of a crisis name its places and people; what the neighbours have not tells
 * its threads apart.
 *
 * @param articles in order of time, those without one last
 * @param from the first of those whose likeness is asked for; that of two articles before it is not given
 */
export function likenessOf(articles: readonly AboutArticle[], from = 0): Likeness {
  const near = neighboursOf(articles, from);
  const likeness: Map<number, number>[] = articles.map(() => new Map());
  const among = near.map((own, at) => (at < from ? null : amongNeighbours(at, own.keys(), articles)));
  for (const [at, own] of near.entries()) {
    for (const other of own.keys()) {
      if (at < from || other > at) continue;
      const [one, two] = [among[at]?.(other) ?? 0, among[other]?.(at)];
      const alike = ((one + (two ?? one)) / 2) * ofEachDay ** daysApart(articles[at], articles[other]);
      if (alike < leastLikeness) continue;
      likeness[at]?.set(other, alike);
      likeness[other]?.set(at, alike);
    }
  }
  return likeness;
}

/** How alike one article is to each of its neighbours, by what not all of them have. */
function amongNeighbours(
  at: number,
  neighbours: Iterable<number>,
  articles: readonly AboutArticle[],
): (other: number) => number {
  const hood = [at, ...neighbours].map((place) => articles[place]?.terms ?? new Map<string, number>());
  const holders = new Map<string, number>();
  for (const terms of hood) for (const term of terms.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  const all = hood.length - 1 + priorNeighbours;
  const worth = (term: string): number => Math.max(0, 1 - ((holders.get(term) ?? 1) - 1) / all) ** 2;
  const length = (terms: TermVector): number => {
    let squares = 0;
    for (const [term, weight] of terms) squares += weight * weight * worth(term);
    return Math.sqrt(squares);
  };
  const own = [...(articles[at]?.terms ?? [])].map(([term, weight]) => [term, weight * worth(term)] as const);
  const ownLength = length(articles[at]?.terms ?? new Map());
  return (other) => {
    const terms = articles[other]?.terms ?? new Map<string, number>();
    let common = 0;
    for (const [term, weight] of own) common += Math.min(mostOfTerm, weight * (terms.get(term) ?? 0));
    return common === 0 ? 0 : common / (ownLength * length(terms));
  };
}

/**
 * For each article from that place on, those near it by the cosine of their term vectors, both ways. Only articles that share a term meet, so the
 * time grows with the articles in a window and not with the square of all.
 */
function neighboursOf(articles: readonly AboutArticle[], from: number): Likeness {
  const holders = new Map<string, { readonly at: number[]; readonly weight: number[] }>();
  const scores = new Float64Array(articles.length);
  const pairs: Map<number, number>[] = articles.map(() => new Map());
  for (const [at, article] of articles.entries()) {
    const met: number[] = [];
    for (const [term, weight] of article.terms) {
      const known = holders.get(term) ?? { at: [], weight: [] };
      const last = at < from ? -1 : known.at.length - 1;
      for (let i = last; i >= Math.max(0, last - longestLookUp); i--) {
        const other = known.at[i] ?? 0;
        if (isTooFar(article, articles[other])) break;
        if (scores[other] === 0) met.push(other);
        scores[other] = (scores[other] ?? 0) + weight * (known.weight[i] ?? 0);
      }
      known.at.push(at);
      known.weight.push(weight);
      holders.set(term, known);
    }
    for (const other of met) {
      const likeness = scores[other] ?? 0;
      scores[other] = 0;
      if (likeness >= leastNear) pairs[at]?.set(other, likeness);
    }
    const own = pairs[at];
    if (own) pairs[at] = closest(own);
  }
  return bothWays(pairs);
}

function isTooFar(a: AboutArticle, b: AboutArticle | undefined): boolean {
  return daysApart(a, b) > windowDays;
}

/** Days between two articles, 0 where the time of either is unknown. */
function daysApart(a: AboutArticle | undefined, b: AboutArticle | undefined): number {
  if (a == null || b == null || a.time === null || b.time === null) return 0;
  return Math.abs(a.time - b.time) / day;
}

function closest(neighbours: ReadonlyMap<number, number>): Map<number, number> {
  return new Map([...neighbours].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostNeighbours));
}

function bothWays(pairs: readonly Map<number, number>[]): Likeness {
  const all = pairs.map((own) => new Map(own));
  for (const [at, own] of pairs.entries()) for (const [other, likeness] of own) all[other]?.set(at, likeness);
  return all;
}
