import type { Place } from "../record/place.js";
import type { Posture } from "../record/posture.js";
import type { ArticleRecord } from "../record/record.js";

/** The place that the words of an action, statement or posture tell; `null` where they tell none, and for whatever else has that id. */
export function placeOfLine(record: ArticleRecord, id: string): Place | null {
  const posture = record.postures.find((one) => one.id === id);
  if (posture !== undefined) return placeOfPosture(posture, record);
  const line = [...record.actions, ...record.statements].find((one) => one.id === id);
  return record.places.find((place) => place.id === line?.place) ?? null;
}

/**
 * The place that the words for a posture's institution tell: "the embassy in Oslovar", "its Oslovar consulate", "Belmaran airspace". `null` where
 * they tell none. A country in the name of a mission ("the Ardish embassy") is whose it is and not where.
 */
function placeOfPosture({ subject, aspect }: Posture, { article, places }: ArticleRecord): Place | null {
  const within = places.filter(({ span: [start, end] }) => start >= subject.span[0] && end <= subject.span[1]);
  return within.findLast((place) => isWhere(place, aspect, article.text)) ?? null;
}

function isWhere({ kind, lat, span: [start, end] }: Place, aspect: Posture["aspect"], text: string): boolean {
  if (/\b(?:in|at|near|outside|off)\s+(?:the\s+)?$/i.test(text.slice(Math.max(0, start - 16), start))) return true;
  // What is shut or opened is the place itself.
  if (aspect === "airspace" || aspect === "border") return true;
  // Of a name that no gazetteer has nobody knows whether it is a city or a state.
  if (lat === null) return false;
  // A seat of government with an apostrophe stands for the government: "Oslovar's embassy" is not in Oslovar.
  return (kind === "city" || kind === "facility" || kind === "water") && !/^['’]s?\b/.test(text.slice(end, end + 2));
}
