import type { Transaction } from "kysely";
import { type Analysis, writeAnalysis } from "./derived.js";
import { type ArrivedArticle, addVersion, findVersion, type StoredVersion } from "./ground.js";
import { keepBytes } from "./objects/fetched-bytes.js";
import type { PackedBytes } from "./packed-bytes.js";
import type { WritableStore } from "./store.js";
import type { StoreTables } from "./tables.js";

/** An article that came in, and what analysis made of it. */
export interface AnalysedArrival {
  readonly arrival: ArrivedArticle;
  readonly analysis: Analysis;
}

/** `known`: the very text was there already, and nothing was added. */
export interface Added {
  readonly kind: "added" | "known";
  readonly version: StoredVersion;
}

/** Adds the articles, ground and derived part, in one transaction: when this resolves all are on the disk, and before that none is. */
export async function addArticles(
  store: WritableStore,
  batch: readonly AnalysedArrival[],
): Promise<ReadonlyMap<ArrivedArticle, Added>> {
  const packed = await keepBytes(
    store,
    batch.flatMap(({ arrival }) => arrival.fetched?.bytes ?? []),
  );
  return store.tables.transaction().execute(async (tables) => {
    const added = new Map<ArrivedArticle, Added>();
    for (const one of batch) added.set(one.arrival, await add(tables, one, store.now, packed));
    return added;
  });
}

async function add(
  tables: Transaction<StoreTables>,
  { arrival, analysis }: AnalysedArrival,
  now: WritableStore["now"],
  packed: (bytes: Uint8Array) => PackedBytes,
): Promise<Added> {
  // Asked again, because another article of the batch may be the same.
  const known = await findVersion(tables, arrival.article);
  if (known !== null) return { kind: "known", version: known };
  const version = await addVersion(tables, arrival, now, packed);
  await writeAnalysis(tables, version.key, arrival.article, analysis);
  return { kind: "added", version };
}
