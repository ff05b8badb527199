import { hiddenLines } from "../link/corrections/correct-record.js";
import { correctableLines } from "../link/corrections/find-anchored.js";
import type { Place } from "../record/place.js";
import type { StoredRecord } from "../store/stored-records.js";
import { lineView } from "./line-view.js";

/** What stands before and behind the features of a collection (RFC 7946), and between two of them. */
export const geoJsonFrame = { start: '{"type":"FeatureCollection","features":[\n', between: ",\n", end: "\n]}\n" };

/**
 * The lines of a record that tell a place, one JSON object each: a point with the line, the phrase that placed it and what the coordinates stand for. A place
 * that could not be resolved has no geometry.
 */
export function geoJsonFeatures(stored: StoredRecord): readonly string[] {
  const { record, marks } = stored;
  const hidden = hiddenLines(marks);
  const places = new Map<string, Place>(record.places.map((place) => [place.id, place]));
  return correctableLines(record).flatMap((claim) => {
    if (claim.kind === "posture" || claim.kind === "stance" || hidden.has(claim.line.id)) return [];
    const place = claim.line.place === null ? undefined : places.get(claim.line.place);
    if (place === undefined) return [];
    const { article, id, ...line } = lineView({ stored, id: claim.line.id, kind: claim.kind });
    const { text: phrase, span: phraseSpan, name, kind, country, precision, geonames } = place;
    const properties = {
      ...line,
      ...{ place: { name, kind, country, precision, geonames, phrase, phraseSpan } },
      article,
    };
    return [JSON.stringify({ type: "Feature", id, geometry: geometryOf(place), properties })];
  });
}

function geometryOf({ lat, lon }: Place): unknown {
  return lat === null || lon === null ? null : { type: "Point", coordinates: [lon, lat] };
}
