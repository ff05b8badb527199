import { articleDay } from "../src/doc/article-day.js";
import type { ArticleRecord } from "../src/record/record.js";
import type { StoredRecord } from "../src/store/stored-records.js";

/** A record as the database gives it, of the only version of an article that nobody corrected. */
export function storedAs(record: ArticleRecord, key = 1): StoredRecord {
  const { id, published } = record.article;
  const added = "2031-03-07T12:00:00Z";
  const { day } = articleDay({ published, fetched: null, added }, "UTC") ?? { day: "" };
  return { key, article: id, number: 1, newest: true, added, day, record, whole: record, marks: [] };
}
