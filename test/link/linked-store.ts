import type { LinkInput } from "../../src/link/link-input.js";
import type { ArticleRecord } from "../../src/record/record.js";
import { addArticles } from "../../src/store/add-articles.js";
import { linkUnlinked } from "../../src/store/links/link-unlinked.js";
import { beginRebuild, endRebuild, versionsToRebuild, writeRebuilt } from "../../src/store/rebuild.js";
import type { WritableStore } from "../../src/store/store.js";
import { sha256 } from "../../src/text/hash.js";
import { allOf } from "../all-of.js";
import { shippedLexicons } from "./shipped-tables.js";

/** Links all days of a database that are to be linked, by the lexicons that ship. */
export const link = (store: WritableStore) => allOf(linkUnlinked(store, shippedLexicons));

/** Adds articles with these records to a database, in one batch, and links them. */
export async function addAndLink(store: WritableStore, inputs: readonly LinkInput[]): Promise<void> {
  const batch = inputs.map(({ record }) => {
    const article = { ...record.article, sha256: sha256(record.article.text), messages: [] };
    return {
      arrival: { article, input: "test", fetched: null },
      analysis: { kind: "record", record: { ...record, article } } as const,
    };
  });
  await addArticles(store, batch);
  await link(store);
}

/** Makes all that the database says of its articles again, of these records by the ids of their articles, and links it. */
export async function rebuildWith(store: WritableStore, records: ReadonlyMap<string, ArticleRecord>): Promise<void> {
  await beginRebuild(store, "test");
  for (const one of await allOf(versionsToRebuild(store))) {
    const record = records.get(one.article.id);
    if (record === undefined) throw new Error(`no ${one.article.id}`);
    const { messages: _, ...article } = one.article;
    await writeRebuilt(store, [{ ...one, analysis: { kind: "record", record: { ...record, article } } }]);
  }
  await link(store);
  await endRebuild(store);
}
