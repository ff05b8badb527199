import type { ArticleRecord } from "../record/record.js";
import { lineKey } from "./line-id.js";
import { linesOfRecord } from "./lines-of-record.js";

/** The rows that a record gives in the tables of the derived part, for the version with that key. Pure: a rebuild gives the same. */
export function derivedRows(version: number, record: ArticleRecord) {
  const { published } = record.article;
  return {
    line: linesOfRecord(record).map((line, index) => ({ key: lineKey(version, index), version, ...line, published })),
    entity: record.entities.map(({ id, name, kind, country }) => ({ version, id, name, kind, country })),
    place: record.places.map(({ id, name, text, kind, country, lat, lon, geonames }) => {
      return { version, id, name: name ?? text, kind, country, lat, lon, geonames };
    }),
    time: record.times.map(({ id, type, value, from, to }) => ({ version, id, type, value, from, to })),
  };
}

export type DerivedRows = ReturnType<typeof derivedRows>;
