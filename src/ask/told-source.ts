import type { Effects } from "../run/effects.js";
import { type OfficialSource, officialSources } from "../run/official-sources.js";
import type { ListedArticle } from "../store/queries/find-articles.js";
import { type FollowedSource, findFollowed, findOpenItems, type OpenItem } from "../store/queries/followed.js";
import {
  articlesOfOutlet,
  articlesOfSource,
  type LastItem,
  lastItemOf,
  outletsOfSource,
} from "../store/queries/source-page.js";
import { type FoundSource, findSources } from "../store/queries/sources.js";
import type { Store } from "../store/store.js";

/** An outlet, or an address that is followed, with all that the database knows of how it fares. */
export interface SourceView {
  /** The outlet's name, or the address. */
  readonly id: string;
  /** `null` where no article of it is kept. */
  readonly outlet: FoundSource | null;
  /** The addresses that are or were followed for it. */
  readonly followed: readonly SourceHealth[];
  /** Where it is ready made. */
  readonly official: OfficialSource | null;
  /** The latest. */
  readonly articles: readonly ListedArticle[];
}

/** An address that is followed, and what of it is missing. */
export interface SourceHealth extends FollowedSource {
  /** Whose articles it gives. */
  readonly outlets: readonly string[];
  readonly lastItem: LastItem | null;
  /** Items that wait, were given up, or are without their page, the latest first; some of them. */
  readonly open: readonly OpenItem[];
}

/** The source with that id: the address of one that is followed, an outlet's name, or `official:` and a name; `null` where there is none. */
export async function toldSource(
  store: Store,
  id: string,
  effects: Pick<Effects, "readFile">,
): Promise<SourceView | null> {
  const official = (await officialSources(effects)).find((one) => `official:${one.id}` === id || one.address === id);
  const all = await findFollowed(store);
  const address = official?.address ?? id;
  const own = all.filter((one) => one.address === address);
  const found = await findSources(store);
  const names = own.length > 0 ? await outletsOfSource(store, address) : [official?.issuer ?? id];
  // What gives articles of several outlets is none of them.
  const outlet = found.find((one) => one.outlet !== null && one.outlet === names[0] && names.length === 1) ?? null;
  const followed = own.length > 0 ? own : await followedFor(store, all, outlet?.outlet ?? id);
  if (own.length === 0 && outlet === null && official === undefined) return null;
  return {
    id,
    outlet,
    followed: await Promise.all(followed.map((one) => healthOf(store, one))),
    official: official ?? null,
    articles:
      own.length > 0
        ? await articlesOfSource(store, address, mostArticles)
        : await articlesOfOutlet(store, outlet?.outlet ?? id, mostArticles),
  };
}

const mostArticles = 50;
const mostOpen = 100;

async function followedFor(
  store: Store,
  all: readonly FollowedSource[],
  outlet: string,
): Promise<readonly FollowedSource[]> {
  const named = await Promise.all(all.map(async (one) => (await outletsOfSource(store, one.address)).includes(outlet)));
  return all.filter((_, at) => named[at]);
}

async function healthOf(store: Store, source: FollowedSource): Promise<SourceHealth> {
  const open = await findOpenItems(store, source.address);
  return {
    ...source,
    outlets: await outletsOfSource(store, source.address),
    lastItem: await lastItemOf(store, source.address),
    open: open.slice(-mostOpen).reverse(),
  };
}
