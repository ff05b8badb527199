import { dayLength } from "../../text/days.js";
import type { PackedTerms, TermDictionary } from "./term-dictionary.js";

/** An article as stories are made of: its terms, and its time in milliseconds or `null`. */
export interface AboutArticle {
  readonly terms: PackedTerms;
  readonly time: number | null;
}

/** For each article, by its place in the list, how alike it is to others; both ways, 0 where none is given. */
export type Likeness = readonly ReadonlyMap<number, number>[];

/** Articles that are further apart tell of different stories, or of later chapters. */
const windowDays = 10;

/** Articles with a likeness below this to another are not of its neighbourhood. */
export const leastNear = 0.1;

/** The closest articles that each has in its neighbourhood. */
export const mostNeighbours = 100;

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
 * @param earlier for each of the articles whose likeness is asked for, which are the last, those of the others that may be near it; the likeness of two others is not given
 */
export function likenessOf(
  articles: readonly AboutArticle[],
  { size }: Pick<TermDictionary, "size">,
  earlier: readonly (readonly number[])[] = articles.map(() => []),
): Likeness {
  const from = articles.length - earlier.length;
  const near = neighboursOf(articles, earlier, size);
  const likeness: Map<number, number>[] = articles.map(() => new Map());
  const among = amongNeighbours(articles, size);
  const alike = near.map((own, at) => among(from + at, [...own.keys()]));
  for (const [place, own] of near.entries()) {
    const at = from + place;
    for (const other of own.keys()) {
      if (other > at) continue;
      const [one, two] = [alike[place]?.get(other) ?? 0, alike[other - from]?.get(at)];
      const both = ((one + (two ?? one)) / 2) * ofEachDay ** daysApart(articles[at], articles[other]);
      if (both < leastLikeness) continue;
      likeness[at]?.set(other, both);
      likeness[other]?.set(at, both);
    }
  }
  return likeness;
}

/** How alike one article is to each of its neighbours, by what not all of them have. */
function amongNeighbours(
  articles: readonly AboutArticle[],
  size: number,
): (at: number, neighbours: readonly number[]) => ReadonlyMap<number, number> {
  // By the numbers of terms; all zero between two calls.
  const holders = new Int32Array(size);
  const worth = new Float64Array(size);
  const weightOf = new Float64Array(size);
  const none: PackedTerms = { ids: new Int32Array(), weights: new Float64Array() };
  const termsAt = (at: number): PackedTerms => articles[at]?.terms ?? none;
  return (at, neighbours) => {
    const hood = [at, ...neighbours].map(termsAt);
    for (const { ids } of hood) for (const id of ids) holders[id] = (holders[id] ?? 0) + 1;
    const all = hood.length - 1 + priorNeighbours;
    for (const { ids } of hood) {
      for (const id of ids) worth[id] = Math.max(0, 1 - ((holders[id] ?? 1) - 1) / all) ** 2;
    }
    const own = termsAt(at);
    const ownLength = lengthOf(own, worth);
    const alike = new Map<number, number>();
    for (const other of neighbours) {
      const terms = termsAt(other);
      for (let i = 0; i < terms.ids.length; i++) weightOf[terms.ids[i] ?? 0] = terms.weights[i] ?? 0;
      let common = 0;
      for (let i = 0; i < own.ids.length; i++) {
        const id = own.ids[i] ?? 0;
        common += Math.min(mostOfTerm, (own.weights[i] ?? 0) * (worth[id] ?? 0) * (weightOf[id] ?? 0));
      }
      for (const id of terms.ids) weightOf[id] = 0;
      alike.set(other, common === 0 ? 0 : common / (ownLength * lengthOf(terms, worth)));
    }
    for (const { ids } of hood) {
      for (const id of ids) {
        holders[id] = 0;
        worth[id] = 0;
      }
    }
    return alike;
  };
}

function lengthOf({ ids, weights }: PackedTerms, worth: Float64Array): number {
  let squares = 0;
  for (let i = 0; i < ids.length; i++) {
    const weight = weights[i] ?? 0;
    squares += weight * weight * (worth[ids[i] ?? 0] ?? 0);
  }
  return Math.sqrt(squares);
}

/**
 * For each of the last articles, those near it by the cosine of their term vectors, both ways. Only articles that share a term meet, so the
 * time grows with the articles in a window and not with the square of all.
 */
function neighboursOf(
  articles: readonly AboutArticle[],
  earlier: readonly (readonly number[])[],
  size: number,
): readonly ReadonlyMap<number, number>[] {
  const from = articles.length - earlier.length;
  const holders = new Map<number, { readonly at: number[]; readonly weight: number[] }>();
  const scores = new Float64Array(articles.length);
  const ownWeight = new Float64Array(size);
  const pairs = earlier.map((candidates, place) => {
    const at = from + place;
    const article = articles[at];
    const near = new Map<number, number>();
    if (article === undefined) return near;
    const { ids, weights } = article.terms;
    for (let i = 0; i < ids.length; i++) ownWeight[ids[i] ?? 0] = weights[i] ?? 0;
    for (const other of candidates) {
      const likeness = isTooFar(article, articles[other]) ? 0 : cosine(articles[other]?.terms, ownWeight);
      if (likeness >= leastNear) near.set(other, likeness);
    }
    const met: number[] = [];
    for (let i = 0; i < ids.length; i++) {
      const [id, weight] = [ids[i] ?? 0, weights[i] ?? 0];
      ownWeight[id] = 0;
      const known = holders.get(id) ?? { at: [], weight: [] };
      const last = known.at.length - 1;
      for (let k = last; k >= Math.max(0, last - longestLookUp); k--) {
        const other = known.at[k] ?? 0;
        if (isTooFar(article, articles[other])) break;
        if (scores[other] === 0) met.push(other);
        scores[other] = (scores[other] ?? 0) + weight * (known.weight[k] ?? 0);
      }
      known.at.push(at);
      known.weight.push(weight);
      if (last < 0) holders.set(id, known);
    }
    for (const other of met) {
      const likeness = scores[other] ?? 0;
      scores[other] = 0;
      if (likeness >= leastNear) near.set(other, likeness);
    }
    return closest(near);
  });
  return bothWays(pairs, from);
}

/** Of a vector, with another of which the weight of each term is given by the term's number. */
function cosine(terms: PackedTerms | undefined, weightOf: Float64Array): number {
  if (terms === undefined) return 0;
  const { ids, weights } = terms;
  let sum = 0;
  for (let i = 0; i < ids.length; i++) sum += (weights[i] ?? 0) * (weightOf[ids[i] ?? 0] ?? 0);
  return sum;
}

/** Whether two articles are further apart than those of one story are. */
function isTooFar(a: Pick<AboutArticle, "time">, b: Pick<AboutArticle, "time"> | undefined): boolean {
  return daysApart(a, b) > windowDays;
}

/** Days between two articles, 0 where the time of either is unknown. */
function daysApart(a: Pick<AboutArticle, "time"> | undefined, b: Pick<AboutArticle, "time"> | undefined): number {
  if (a == null || b == null || a.time === null || b.time === null) return 0;
  return Math.abs(a.time - b.time) / dayLength;
}

function closest(neighbours: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  return new Map([...neighbours].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostNeighbours));
}

function bothWays(pairs: readonly ReadonlyMap<number, number>[], from: number): readonly ReadonlyMap<number, number>[] {
  const all = pairs.map((own) => new Map(own));
  for (const [at, own] of pairs.entries()) {
    for (const [other, likeness] of own) all[other - from]?.set(from + at, likeness);
  }
  return all;
}
