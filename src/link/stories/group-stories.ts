import { correctGroups } from "../corrections/correct-groups.js";
import { type ReasonedCorrection, reasonFor } from "../corrections/correct-links.js";
import { linkId, type StoryId } from "../link-id.js";
import { compareNumbers, compareText, inOrder, type LinkInput, timeOf } from "../link-input.js";
import { isClaimTerm } from "./claim-terms.js";
import { type ArticleCluster, type ClusterLimits, clusterArticles } from "./cluster-articles.js";
import { type Likeness, likenessOf } from "./similar-articles.js";
import { articleTerms } from "./story-terms.js";
import { type PackedTerms, TermDictionary } from "./term-dictionary.js";
import type { WordWeights } from "./word-weights.js";

/** Articles that tell of the same story. An article of which no other tells is a story of one. */
export interface Story {
  readonly id: StoryId;
  /** In order of time. */
  readonly articles: readonly StoryMember[];
  /** The article that is most like the others: the one to show for the story. */
  readonly central: string;
  /** What the story is about, as its articles share it: the heaviest terms first. */
  readonly terms: readonly string[];
  /** The mean likeness of two of its articles, from 0 to 1; 0 for a story of one. */
  readonly within: number;
}

export interface StoryMember {
  readonly article: string;
  /** The mean likeness to the story's other articles, from 0 to 1; `null` for a story of one. */
  readonly likeness: number | null;
  readonly reason: string;
}

/** Chosen by hand on ECB+, on FNC-1 and on the threads of four crises: finer limits part those threads, and split one event of ECB+ and FNC-1. */
const storyLimits: ClusterLimits = { between: 0.125, ofWithin: 0.7, settledSize: 6 };

/** An article of an earlier day, with the story that it is of. */
export interface EarlierArticle {
  readonly id: string;
  /** In milliseconds, `null` where unknown. */
  readonly time: number | null;
  readonly terms: PackedTerms;
  readonly story: EarlierStory;
}

/** A story of earlier days, as far as later articles can have to do with it. */
export type EarlierStory = Pick<Story, "id" | "central" | "within">;

/** An article by what its story is known by. */
export type ComparableArticle = Omit<EarlierArticle, "story">;

/** Articles of earlier days that stories of later ones may go on with. */
export interface EarlierArticles {
  /** Those near a later one by their terms, and all others of their stories. */
  readonly articles: readonly EarlierArticle[];
  /** For each later article that has any, the earlier ones that may be near it, all by their ids. */
  readonly near: ReadonlyMap<string, readonly string[]>;
}

/** Nothing earlier. */
const noEarlierArticles: EarlierArticles = { articles: [], near: new Map() };

export function comparableArticle(
  input: LinkInput,
  weights: WordWeights,
  dictionary: TermDictionary,
): ComparableArticle {
  return { id: input.id, time: timeOf(input), terms: dictionary.packed(articleTerms(input.record, weights)) };
}

/** The stories of the articles, in the order of their first articles; every article is in exactly one. */
export function groupStories(articles: readonly LinkInput[], weights: WordWeights): readonly Story[] {
  const dictionary = new TermDictionary();
  return storiesAmong(
    inOrder(articles).map((input) => comparableArticle(input, weights, dictionary)),
    dictionary,
  );
}

/**
 * The same of articles that stand in order of time.
 *
 * @param dictionary that the articles' terms are packed with
 * @param earlier articles whose stories the others may be of: such a story keeps its id and its central article, and has only what is added to it
 *   among its `articles`
 * @param corrections what people say of which articles are of one story
 */
export function storiesAmong(
  articles: readonly ComparableArticle[],
  dictionary: TermDictionary,
  earlier: EarlierArticles = noEarlierArticles,
  corrections: readonly ReasonedCorrection<string>[] = [],
): readonly Story[] {
  const known = earlier.articles.toSorted(
    (a, b) => compareNumbers(a.time ?? Infinity, b.time ?? Infinity) || compareText(a.id, b.id),
  );
  const all = [...known, ...articles.map((article) => ({ ...article, story: null }))];
  const placeOf = new Map(known.map(({ id }, at) => [id, at]));
  const near = articles.map(({ id }) => (earlier.near.get(id) ?? []).flatMap((other) => placeOf.get(other) ?? []));
  const likeness = likenessOf(all, dictionary, near);
  const clusters = clusterArticles(likeness, storyLimits, seedsOf(known)).map((cluster) => ({
    ...cluster,
    id: idOf(cluster, all),
  }));
  return correctClusters(clusters, corrections, all, likeness)
    .filter(({ members }) => (members.at(-1) ?? 0) >= known.length)
    .map((cluster) => storyOf(cluster, all, likeness, dictionary));
}

/** An article of a cluster, with its story where that was there before. */
interface Clustered extends Pick<EarlierArticle, "id" | "terms"> {
  readonly story: EarlierStory | null;
}

/** A cluster with the id of its story. */
interface NamedCluster extends ArticleCluster {
  readonly id: StoryId;
  /** Why the articles that corrections brought to it are there. */
  readonly moved?: ReadonlyMap<number, string>;
}

function idOf({ members }: ArticleCluster, articles: readonly Clustered[]): StoryId {
  const known = members.flatMap((at) => articles[at]?.story ?? [])[0];
  return known?.id ?? linkId("sy", [articles[members[0] ?? 0]?.id ?? ""]);
}

function correctClusters(
  clusters: readonly NamedCluster[],
  corrections: readonly ReasonedCorrection<string>[],
  articles: readonly Clustered[],
  likeness: Likeness,
): readonly NamedCluster[] {
  if (corrections.length === 0) return clusters;
  const storyOf = new Map(clusters.flatMap(({ id, members }) => members.map((at) => [at, id] as const)));
  const told = corrections.map((one) => ({ ...one, holds: (at: number) => one.holds(articles[at]?.id ?? "") }));
  return correctGroups(clusters, told)
    .map(({ id, members: own }) => {
      const members = own.toSorted((a, b) => a - b);
      const same = clusters.find((one) => one.id === id && one.members.length === members.length);
      const moved = members
        .filter((at) => storyOf.get(at) !== id)
        .map((at) => [at, reasonFor(id, corrections)] as const);
      return {
        // The id is that of a story or of a correction, which made it with `linkId`.
        id: id as StoryId,
        members,
        within: same !== undefined && moved.length === 0 ? same.within : withinOf(members, articles, likeness),
        moved: new Map(moved),
      };
    })
    .toSorted((a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0));
}

/** The likeness of all pairs; that of two earlier articles of one story is not known, and the story's mean stands for it. */
function withinOf(members: readonly number[], articles: readonly Clustered[], likeness: Likeness): number {
  let sum = 0;
  for (const [place, a] of members.entries()) {
    const story = articles[a]?.story;
    for (const b of members.slice(place + 1)) {
      const together = story != null && story.id === articles[b]?.story?.id ? story.within : 0;
      sum += likeness[a]?.get(b) ?? together;
    }
  }
  return sum;
}

function seedsOf(known: readonly EarlierArticle[]): readonly ArticleCluster[] {
  const members = new Map<string, number[]>();
  for (const [at, { story }] of known.entries()) {
    const own = members.get(story.id);
    if (own === undefined) members.set(story.id, [at]);
    else own.push(at);
  }
  return [...members.values()].map((own) => ({
    members: own,
    within: (known[own[0] ?? 0]?.story.within ?? 0) * pairsOf(own.length),
  }));
}

function pairsOf(size: number): number {
  return (size * (size - 1)) / 2;
}

function storyOf(
  { id, members, within, moved }: NamedCluster,
  articles: readonly Clustered[],
  likeness: Likeness,
  dictionary: TermDictionary,
): Story {
  const own = members.flatMap((at) => {
    const article = articles[at];
    return article === undefined ? [] : [{ ...article, at, mean: meanLikeness(at, members, likeness) }];
  });
  const known = own.find(({ story }) => story !== null)?.story ?? null;
  const centre = own.reduce<number>((best, { mean }, i) => ((mean ?? 0) > (own[best]?.mean ?? 0) ? i : best), 0);
  const shared = sharedTerms(
    own.map(({ terms }) => terms),
    dictionary,
  );
  return {
    id,
    articles: own
      .filter(({ story }) => story === null)
      .map(({ id: article, at, mean, terms }) => {
        return { article, likeness: mean, reason: moved?.get(at) ?? reasonOf(mean, terms, shared) };
      }),
    central: known?.central ?? own[centre]?.id ?? "",
    terms: shared.slice(0, 8).map(({ term }) => term),
    within: members.length < 2 ? 0 : within / pairsOf(members.length),
  };
}

function meanLikeness(at: number, members: readonly number[], likeness: Likeness): number | null {
  if (members.length < 2) return null;
  const sum = members.reduce((all, other) => all + (likeness[at]?.get(other) ?? 0), 0);
  return Math.round((1000 * sum) / (members.length - 1)) / 1000;
}

interface SharedTerm {
  readonly id: number;
  readonly term: string;
}

/** The terms that weigh most over all members; of a story of several, those that more than one has. */
function sharedTerms(vectors: readonly PackedTerms[], dictionary: TermDictionary): readonly SharedTerm[] {
  const sums = new Map<number, { weight: number; count: number }>();
  for (const { ids, weights } of vectors) {
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] ?? 0;
      const known = sums.get(id);
      if (known === undefined) sums.set(id, { weight: weights[i] ?? 0, count: 1 });
      else {
        known.weight += weights[i] ?? 0;
        known.count += 1;
      }
    }
  }
  return [...sums]
    .filter(([, { count }]) => count > 1 || vectors.length === 1)
    .map(([id, { weight }]) => ({ id, term: dictionary.termOf(id), weight }))
    .filter(({ term }) => !isClaimTerm(term))
    .sort((a, b) => b.weight - a.weight || compareText(a.term, b.term));
}

function reasonOf(mean: number | null, { ids }: PackedTerms, shared: readonly SharedTerm[]): string {
  if (mean === null) return "no other article is like it";
  const own = new Set(ids);
  const terms = shared.filter(({ id }) => own.has(id)).slice(0, 5);
  if (terms.length === 0) return "close to the others in its words";
  return `tells of ${terms.map(({ term }) => `“${term}”`).join(", ")}, as the others do`;
}
