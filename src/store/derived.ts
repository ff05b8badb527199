import type { Transaction } from "kysely";
import type { Article } from "../doc/article.js";
import type { ArticleRecord } from "../record/record.js";
import { correctionsOfVersion } from "./corrections/correction-rows.js";
import { type DerivedRows, derivedRows, isTakenOut } from "./derived-rows.js";
import { addWords } from "./engine/words/words.js";
import { insertAll } from "./insert-all.js";
import { markUnlinked } from "./links/unlinked.js";
import { decodeRecordContent, encodeContent } from "./record-content.js";
import type { StoreTables } from "./tables.js";
import { datedVersion } from "./zone.js";

/** What analysis made of an article: its record, or the reason why there is none. */
export type Analysis =
  | { readonly kind: "record"; readonly record: ArticleRecord }
  | { readonly kind: "failed"; readonly reason: string };

/** Writes what follows from one version: its record or failure, its lines, its words. The version has none of these yet. */
export async function writeAnalysis(
  tables: Transaction<StoreTables>,
  version: number,
  article: Article,
  analysis: Analysis,
): Promise<void> {
  await tables.insertInto("record").values(recordRow(version, analysis)).execute();
  const said = await correctionsOfVersion(tables, article.id);
  if (isTakenOut(article.id, said)) await tables.insertInto("removed").values({ version }).execute();
  const dated = await datedVersion({ tables }, version);
  await markUnlinked(tables, dated);
  await addWords(tables, "article_words", [{ rowid: version, texts: [article.title, article.text] }]);
  if (analysis.kind === "failed") return;
  await writeRows(tables, derivedRows(dated, analysis.record, said));
}

/** The record of a version, from its article and the content of its row. The same bytes as when it was made. */
export function recordFrom({ messages: _, ...article }: Article, content: Uint8Array): ArticleRecord {
  const { format, producer, ...rest } = decodeRecordContent(content);
  return { format, producer, article, ...rest };
}

function recordRow(version: number, analysis: Analysis) {
  if (analysis.kind === "failed") {
    return { version, producer: null, model: null, content: null, failure: analysis.reason };
  }
  const { name, version: number, model } = analysis.record.producer;
  return { version, producer: `${name} ${number}`, model, content: encodeContent(analysis.record), failure: null };
}

async function writeRows(tables: Transaction<StoreTables>, rows: DerivedRows): Promise<void> {
  const { corrected, line } = rows;
  if (corrected.length > 0) await tables.insertInto("corrected").values(corrected).execute();
  await writeLines(tables, line);
  await writeNamed(tables, rows);
}

/** Writes whom, where and when a record names. */
export async function writeNamed(
  tables: Transaction<StoreTables>,
  { entity, place, time }: Pick<DerivedRows, "entity" | "place" | "time">,
): Promise<void> {
  await insertAll(tables, "entity", entity);
  await insertAll(tables, "place", place);
  await insertAll(tables, "time", time);
}

/** Writes lines and their words. */
export async function writeLines(tables: Transaction<StoreTables>, lines: DerivedRows["line"]): Promise<void> {
  await insertAll(tables, "line", lines);
  await addWords(
    tables,
    "line_words",
    lines.map(({ key: rowid, who, what }) => ({ rowid, texts: [who, what] })),
  );
}
