import type { Likeness } from "./similar-articles.js";

/** When two clusters become one. */
export interface ClusterLimits {
  /** The least mean likeness between the articles of the two. */
  readonly between: number;
  /**
   * The least part of the likeness within the looser of the two that must hold between them. Two tight clusters with a gap between are two
   * stories even where the gap is narrower than a loose story is wide.
   */
  readonly ofWithin: number;
  /** Clusters of fewer articles have no likeness within that could be relied on. */
  readonly settledSize: number;
}

/**
 * Clusters of articles: agglomerative, by mean likeness, the two most alike first. What is not given as alike counts as 0. Of pairs that are
 * alike to the last digit the one with the smaller numbers goes first, so nothing depends on chance.
 *
 * @param seeds clusters that are there before; they take in others, and no two of them become one
 */
export function clusterArticles(
  likeness: Likeness,
  limits: ClusterLimits,
  seeds: readonly ArticleCluster[] = [],
): readonly ArticleCluster[] {
  const clusters: (Cluster | null)[] = startingClusters(likeness, seeds);
  const queue = new PairQueue();
  const offer = (a: number, b: number): void => {
    const [one, other] = [clusters[a], clusters[b]];
    if (!one || !other || !mayJoin(one, other, one.sums.get(b) ?? 0, limits)) return;
    queue.push({ mean: meanOf(one, other, one.sums.get(b) ?? 0), a: Math.min(a, b), b: Math.max(a, b) });
  };
  for (const [at, cluster] of clusters.entries()) {
    for (const other of cluster?.sums.keys() ?? []) if (at < other) offer(at, other);
  }
  for (let pair = queue.pop(); pair !== null; pair = queue.pop()) {
    const [one, other] = [clusters[pair.a], clusters[pair.b]];
    const sum = one?.sums.get(pair.b) ?? 0;
    if (!one || !other || meanOf(one, other, sum) !== pair.mean || !mayJoin(one, other, sum, limits)) continue;
    clusters[pair.b] = null;
    clusters[pair.a] = joined(one, other, sum);
    rewire(clusters, pair.a, pair.b, other);
    for (const near of clusters[pair.a]?.sums.keys() ?? []) offer(pair.a, near);
  }
  return clusters.flatMap((cluster) =>
    cluster ? [{ members: [...cluster.members].sort((a, b) => a - b), within: cluster.within }] : [],
  );
}

/** Articles that belong together, by their places in the list, in rising order. */
export interface ArticleCluster {
  readonly members: readonly number[];
  /** The sum of likeness over all pairs within. */
  readonly within: number;
}

/** A cluster stands at the place of its first article. */
function startingClusters(likeness: Likeness, seeds: readonly ArticleCluster[]): (Cluster | null)[] {
  const places = likeness.map((_, at) => at);
  for (const { members } of seeds) for (const at of members) places[at] = members[0] ?? at;
  const seedAt = new Map(seeds.map((seed) => [seed.members[0] ?? 0, seed]));
  return likeness.map((others, at) => {
    if (places[at] !== at) return null;
    const seed = seedAt.get(at);
    if (seed === undefined) return { members: [at], within: 0, seeded: false, sums: summed([others], at, places) };
    const sums = summed(
      seed.members.map((one) => likeness[one] ?? new Map()),
      at,
      places,
    );
    return { ...seed, seeded: true, sums };
  });
}

function summed(
  likeness: readonly ReadonlyMap<number, number>[],
  own: number,
  places: readonly number[],
): Map<number, number> {
  const sums = new Map<number, number>();
  for (const others of likeness) {
    for (const [other, alike] of others) {
      const place = places[other] ?? other;
      if (place !== own) sums.set(place, (sums.get(place) ?? 0) + alike);
    }
  }
  return sums;
}

interface Cluster extends ArticleCluster {
  readonly seeded: boolean;
  /** The sum of likeness over all pairs with each other cluster. */
  readonly sums: Map<number, number>;
}

function mayJoin(a: Cluster, b: Cluster, sum: number, { between, ofWithin, settledSize }: ClusterLimits): boolean {
  if (a.seeded && b.seeded) return false;
  const mean = meanOf(a, b, sum);
  const within = ({ members, within: all }: Cluster): number =>
    members.length < settledSize ? 0 : all / ((members.length * (members.length - 1)) / 2);
  return mean >= between && mean >= ofWithin * Math.min(within(a), within(b));
}

function meanOf(a: Cluster, b: Cluster, sum: number): number {
  return sum / (a.members.length * b.members.length);
}

function joined(a: Cluster, b: Cluster, sum: number): Cluster {
  const sums = new Map(a.sums);
  for (const [near, likeness] of b.sums) sums.set(near, (sums.get(near) ?? 0) + likeness);
  return {
    members: [...a.members, ...b.members],
    within: a.within + b.within + sum,
    seeded: a.seeded || b.seeded,
    sums,
  };
}

/** What was near the cluster that is gone is near the one that took it in. */
function rewire(clusters: readonly (Cluster | null)[], into: number, gone: number, lost: Cluster): void {
  const grown = clusters[into];
  grown?.sums.delete(into);
  grown?.sums.delete(gone);
  for (const near of lost.sums.keys()) {
    if (near === into) continue;
    const cluster = clusters[near];
    cluster?.sums.delete(gone);
    cluster?.sums.set(into, grown?.sums.get(near) ?? 0);
  }
}

interface QueuedPair {
  readonly mean: number;
  readonly a: number;
  readonly b: number;
}

/** Pairs, the most alike first: a binary heap. */
class PairQueue {
  private readonly heap: QueuedPair[] = [];

  push(pair: QueuedPair): void {
    this.heap.push(pair);
    let at = this.heap.length - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!this.isBefore(at, up)) break;
      this.swap(at, up);
      at = up;
    }
  }

  pop(): QueuedPair | null {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (first === undefined || last === undefined) return null;
    if (this.heap.length === 0) return first;
    this.heap[0] = last;
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let best = at;
      if (left < this.heap.length && this.isBefore(left, best)) best = left;
      if (right < this.heap.length && this.isBefore(right, best)) best = right;
      if (best === at) return first;
      this.swap(at, best);
      at = best;
    }
  }

  private isBefore(one: number, other: number): boolean {
    const [x, y] = [this.heap[one], this.heap[other]];
    if (!x || !y) return false;
    return x.mean > y.mean || (x.mean === y.mean && (x.a < y.a || (x.a === y.a && x.b < y.b)));
  }

  private swap(one: number, other: number): void {
    const [x, y] = [this.heap[one], this.heap[other]];
    if (!x || !y) return;
    this.heap[one] = y;
    this.heap[other] = x;
  }
}
