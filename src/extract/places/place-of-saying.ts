import type { PlaceId } from "../../record/id.js";
import type { Statement } from "../../record/statement.js";
import { spansOverlap } from "../../text/span.js";
import type { Words } from "../grammar/words.js";
import type { PlaceTable } from "./extract-places.js";

/** Prepositions that tell where something is said; "from" and "to" tell of ways. */
const where = /^(?:in|at|near|outside|inside)$/;

/** What a speaker is told to stand before: "told reporters in Geneva" was said in Geneva, "told officials in Geneva" perhaps not. */
const occasions =
  /^(?:reporter|journalist|press|conference|briefing|hearing|meeting|rally|summit|forum|gathering|audience|crowd|interview|speech|ceremony|talk)$/;

/** Where the clause of the saying says that it was said, `null` where it does not: a place that hangs on the cue, or on the occasion of it. */
export function placeOfSaying({ cue, content }: Statement, words: Words, places: PlaceTable): PlaceId | null {
  const range = cue && words.range(cue.span);
  if (!range) return null;
  const head = words.top(range);
  const told = words.children(head).filter((child) => occasions.test(words.lemma(child)));
  const candidates = [head, ...told].flatMap((governor) => words.children(governor));
  for (const token of candidates) {
    const inside = content.spans.some((span) => spansOverlap(span, words.span({ first: token, end: token + 1 })));
    if (inside || !/^(?:obl|nmod)/.test(words.deprel(token))) continue;
    const located = words
      .children(token)
      .some((child) => words.deprel(child) === "case" && where.test(words.lower(child)));
    const place = located ? places.at(token) : null;
    if (place !== null) return place.id;
  }
  return null;
}
