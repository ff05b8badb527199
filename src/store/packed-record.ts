import type { ArticleRecord, RecordArticle } from "../record/record.js";
import { decodeRecordContent, type RecordContent } from "./record-content.js";

/**
 * Records of which the article is there and all else is unpacked when somebody asks for it. The first that are asked for stay unpacked; of the others, which are too many for
 * the memory, the last few do: whoever goes over them again and again, one by one, finds as many as can be kept.
 */
export class PackedRecords {
  readonly #kept = new Map<number, RecordContent>();
  readonly #last = new Map<number, RecordContent>();

  readonly #most: number;

  /** @param most how many stay unpacked */
  constructor(most = mostUnpacked) {
    this.#most = most;
  }

  /** The record of an article, from the content of its row, which it is packed in. */
  recordOf(key: number, article: RecordArticle, packed: Uint8Array): ArticleRecord {
    const record: object = { article };
    for (const name of parts) {
      Object.defineProperty(record, name, { enumerable: true, get: () => this.#contentOf(key, packed)[name] });
    }
    // Every part of a record has its property.
    return record as ArticleRecord;
  }

  #contentOf(key: number, packed: Uint8Array): RecordContent {
    const known = this.#kept.get(key) ?? this.#last.get(key);
    if (known !== undefined) return known;
    const content = decodeRecordContent(packed);
    if (this.#kept.size < this.#most) this.#kept.set(key, content);
    else {
      const [oldest] = this.#last.keys();
      if (oldest !== undefined && this.#last.size >= mostLast) this.#last.delete(oldest);
      this.#last.set(key, content);
    }
    return content;
  }
}

/** Some 250 megabytes. */
const mostUnpacked = 4_000;

const mostLast = 20;

const parts = [
  ...["format", "producer", "entities", "places", "times", "statements", "actions", "postures", "stances"],
  "messages",
] as readonly (keyof RecordContent)[];
