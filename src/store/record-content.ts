import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { ArticleRecord } from "../record/record.js";

/** A record without its article, which the ground keeps. */
export type RecordContent = Omit<ArticleRecord, "article">;

/** The content as JSON, compressed; the same content gives the same bytes. */
export function encodeContent({ article: _, ...content }: ArticleRecord): Uint8Array {
  return deflateRawSync(JSON.stringify(content));
}

/** The content in the bytes that {@link encodeContent} gave. */
export function decodeRecordContent(bytes: Uint8Array): RecordContent {
  // The database holds what this version wrote; `sitrep verify` holds it against the schema.
  return JSON.parse(inflateRawSync(bytes).toString("utf8")) as RecordContent;
}
