import { correctRecord, hiddenLines } from "../link/corrections/correct-record.js";
import { articleOfVersion } from "../link/corrections/correction.js";
import type { ArticleRecord } from "../record/record.js";
import type { CorrectionsOfVersion } from "./corrections/correction-rows.js";
import { lineKey } from "./line-id.js";
import { linesOfRecord } from "./lines-of-record.js";
import { encodeContent } from "./record-content.js";
import { encodeShown } from "./shown-line.js";
import type { DatedVersion } from "./zone.js";

/**
 * The rows that a record gives in the tables of the derived part, for a version with its day. Pure: a rebuild gives the same. A line that is hidden
 * has no row, and the others keep their keys; an article that is taken out has no rows at all.
 *
 * @param read the record as analysis made it
 * @param said the corrections in effect that may be about it
 */
export function derivedRows(
  { version, article, day, at }: DatedVersion,
  read: ArticleRecord,
  said: CorrectionsOfVersion = nothingSaid,
) {
  const { record, marks } = correctRecord(read, said.corrections, said.copies);
  const hidden = hiddenLines(marks);
  const confirmed = new Set(marks.flatMap(({ line, kind }) => (kind === "confirm" ? [line] : [])));
  const { entities, places, times } = isTakenOut(read.article.id, said)
    ? { entities: [], places: [], times: [] }
    : record;
  const { published } = record.article;
  const when = published === null ? { day: null, at: null } : { day, at };
  return {
    corrected: marks.length === 0 ? [] : [{ version, content: encodeContent(record), marks: JSON.stringify(marks) }],
    line: linesOfRecord(record)
      .map((line, index) => ({
        ...{ key: lineKey(version, index), version, ...line, published, ...when, article },
        shown: encodeShown(record, line.kind, line.id),
        confirmed: confirmed.has(line.id) ? 1 : null,
      }))
      .filter(({ id }) => !hidden.has(id)),
    entity: entities.map(({ id, name, kind, country }) => ({ version, id, name, kind, country })),
    place: places.map(({ id, name, text, kind, country, lat, lon, geonames, precision }) => {
      return { version, id, name: name ?? text, kind, country, lat, lon, geonames, precision };
    }),
    time: times.map(({ id, type, value, from, to }) => ({ version, id, type, value, from, to })),
  };
}

/** Whether the article of a version is taken out, by the corrections in effect that may be about it. */
export function isTakenOut(version: string, { corrections }: CorrectionsOfVersion): boolean {
  return corrections.some(
    ({ detail }) => detail.kind === "remove" && articleOfVersion(detail.article) === articleOfVersion(version),
  );
}

const nothingSaid: CorrectionsOfVersion = { corrections: [], copies: new Set() };

export type DerivedRows = ReturnType<typeof derivedRows>;
