import type { LinkLexicons } from "../link/link-lexicons.js";
import type { Analysis } from "../store/derived.js";
import { linkUnlinked } from "../store/links/link-unlinked.js";
import { beginRebuild, endRebuild, type VersionToRebuild, versionsToRebuild, writeRebuilt } from "../store/rebuild.js";
import type { WritableStore } from "../store/store.js";
import { analysisOf } from "./add-inputs.js";
import type { Analyser } from "./analyse.js";
import { mapInOrder } from "./map-in-order.js";
import { readyBatches } from "./ready-batches.js";
import { version } from "./version.js";

/** One version that has its record again, and how far the rebuild is with it. */
export interface Rebuilt {
  readonly id: string;
  readonly analysis: Analysis;
  readonly done: number;
  readonly total: number;
}

/**
 * Makes the derived part of the database again from its ground. Whoever breaks it off finds what was told as done, and the next rebuild by the same
 * version of the program goes on from there. Once all have their records, they are linked, day by day, of which `linked` hears; that too goes on from where
 * it was broken off.
 */
export async function* rebuildStore(
  store: WritableStore,
  analyser: Analyser,
  lexicons: () => Promise<LinkLexicons>,
  linked: (articles: number) => void = () => undefined,
): AsyncGenerator<Rebuilt> {
  const begun = await beginRebuild(store, `sitrep ${version}`);
  let { done } = begun;
  const analyse = async (one: VersionToRebuild) => ({ ...one, analysis: await analysisOf(one.article, analyser) });
  const analysed = mapInOrder(versionsToRebuild(store), ahead * analyser.parallel, analyse);
  for await (const batch of readyBatches(analysed, atOnce)) {
    await writeRebuilt(store, batch);
    for (const { article, analysis } of batch) {
      done += 1;
      yield { id: article.id, analysis, done, total: begun.total };
    }
  }
  for await (const day of linkUnlinked(store, lexicons)) linked(await articlesOn(store, day));
  await endRebuild(store);
}

/** How many articles are in the links of a day. */
async function articlesOn({ tables }: WritableStore, day: string): Promise<number> {
  const row = await tables.selectFrom("day_size").select("articles").where("day", "=", day).executeTakeFirst();
  return row?.articles ?? 0;
}

/** As in `add-inputs.ts`. */
const ahead = 4;

const atOnce = 64;
