import { correctRecord, hiddenLines } from "../link/corrections/correct-record.js";
import type { LineCorrection } from "../link/corrections/correction.js";
import type { ArticleRecord } from "../record/record.js";
import { lineKey } from "./line-id.js";
import { linesOfRecord } from "./lines-of-record.js";
import { encodeContent } from "./record-content.js";
import { encodeShown } from "./shown-line.js";
import type { DatedVersion } from "./zone.js";

/**
 * The rows that a record gives in the tables of the derived part, for a version with its day. Pure: a rebuild gives the same. A line that is hidden
 * has no row, and the others keep their keys.
 *
 * @param read the record as analysis made it
 * @param corrections those in effect that may be about it
 */
export function derivedRows(
  { version, article, day, at }: DatedVersion,
  read: ArticleRecord,
  corrections: readonly LineCorrection[] = [],
) {
  const { record, marks } = correctRecord(read, corrections);
  const hidden = hiddenLines(marks);
  const { published } = record.article;
  const when = published === null ? { day: null, at: null } : { day, at };
  return {
    corrected: marks.length === 0 ? [] : [{ version, content: encodeContent(record), marks: JSON.stringify(marks) }],
    line: linesOfRecord(record)
      .map((line, index) => ({
        ...{ key: lineKey(version, index), version, ...line, published, ...when, article },
        shown: encodeShown(record, line.kind, line.id),
      }))
      .filter(({ id }) => !hidden.has(id)),
    entity: record.entities.map(({ id, name, kind, country }) => ({ version, id, name, kind, country })),
    place: record.places.map(({ id, name, text, kind, country, lat, lon, geonames, precision }) => {
      return { version, id, name: name ?? text, kind, country, lat, lon, geonames, precision };
    }),
    time: record.times.map(({ id, type, value, from, to }) => ({ version, id, type, value, from, to })),
  };
}

export type DerivedRows = ReturnType<typeof derivedRows>;
