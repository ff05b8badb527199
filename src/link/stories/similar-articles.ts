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

/** Likeness below this is chance, and kept out. */
const leastLikeness = 0.05;

/** The closest articles that each is joined to. */
const mostNeighbours = 100;

/** How far back a term is looked up: a term in more articles of the window than this tells no story apart. */
const longestLookUp = 2000;

/**
 * How alike articles are: the cosine of their term vectors, for articles within ten days of each other or without a time. Only articles that
 * share a term meet, so the time grows with the articles in a window and not with the square of all.
 *
 * @param articles in order of time, those without one last
 * @param from the first of those whose likeness is asked for; that of two articles before it is not given
 */
export function likenessOf(articles: readonly AboutArticle[], from = 0): Likeness {
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
      if (likeness >= leastLikeness) pairs[at]?.set(other, likeness);
    }
    const own = pairs[at];
    if (own) pairs[at] = closest(own);
  }
  return bothWays(pairs);
}

function isTooFar(a: AboutArticle, b: AboutArticle | undefined): boolean {
  if (a.time === null || b === undefined || b.time === null) return false;
  return Math.abs(a.time - b.time) > windowDays * day;
}

function closest(neighbours: ReadonlyMap<number, number>): Map<number, number> {
  return new Map([...neighbours].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostNeighbours));
}

function bothWays(pairs: readonly Map<number, number>[]): Likeness {
  const all = pairs.map((own) => new Map(own));
  for (const [at, own] of pairs.entries()) for (const [other, likeness] of own) all[other]?.set(at, likeness);
  return all;
}
