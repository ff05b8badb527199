import type { Article } from "../doc/article.js";
import { type Analysis, writeAnalysis } from "./derived.js";
import { derivedLayout } from "./derived-tables.js";
import { articleColumns, articleOfRow } from "./ground.js";
import type { WritableStore } from "./store.js";

/** A rebuild that has begun: how many versions it has before it, and how many of them an earlier attempt has done. */
export interface Rebuild {
  readonly total: number;
  readonly done: number;
}

/** An article of the ground, by the key of its version. */
export interface VersionToRebuild {
  readonly key: number;
  readonly article: Article;
}

/**
 * Empties the derived part, so that `versionsToRebuild` gives every version of the ground. Where a rebuild by the same `producer` was broken off,
 * what it has done stays and it goes on.
 */
export async function beginRebuild(store: WritableStore, producer: string): Promise<Rebuild> {
  const { tables } = store;
  const by = `${derivedLayout} ${producer}`;
  const begun = await tables.selectFrom("setting").select("value").where("name", "=", mark).executeTakeFirst();
  if (begun?.value !== by) await store.emptyDerived([[mark, by]]);
  const { total, done } = await tables
    .selectFrom("version")
    .leftJoin("record", "record.version", "version.key")
    .select(({ fn }) => [fn.countAll<number>().as("total"), fn.count<number>("record.version").as("done")])
    .executeTakeFirstOrThrow();
  return { total, done };
}

/** The versions that have no record yet, in the order in which they were added. */
export async function* versionsToRebuild({ tables }: WritableStore): AsyncGenerator<VersionToRebuild> {
  for (let seen = 0; ; ) {
    const rows = await tables
      .selectFrom("version")
      .leftJoin("record", "record.version", "version.key")
      .select(articleColumns)
      .where("record.version", "is", null)
      .where("version.key", ">", seen)
      .orderBy("version.key")
      .limit(20)
      .execute();
    for (const row of rows) {
      seen = row.key;
      yield { key: row.key, article: articleOfRow(row) };
    }
    if (rows.length === 0) return;
  }
}

/** Writes what the analyses gave, in one transaction. */
export function writeRebuilt(
  store: WritableStore,
  batch: readonly (VersionToRebuild & { readonly analysis: Analysis })[],
): Promise<void> {
  return store.tables.transaction().execute(async (tables) => {
    for (const { key, article, analysis } of batch) await writeAnalysis(tables, key, article, analysis);
  });
}

/** Notes that nothing is left to do. */
export async function endRebuild({ tables }: WritableStore): Promise<void> {
  await tables.deleteFrom("setting").where("name", "=", mark).execute();
}

/** The setting that is there while a rebuild is under way; its value is who makes it. */
const mark = "rebuild-by";
