import { firstFrom } from "../../doc/find-ranges.js";
import type { ActionType } from "../../record/action.js";
import type { PlaceId } from "../../record/id.js";
import { datelineEnd } from "../grammar/clause.js";
import { isOfTheSaying } from "../grammar/tie-features.js";
import type { Words } from "../grammar/words.js";
import { bestOf, type Weights } from "../ranking.js";
import type { TellingClause } from "../telling-clause.js";
import type { PlaceTable } from "./extract-places.js";
import { noPlaceFeatures, type PlaceMention, placeFeatures } from "./place-features.js";

/** The clause of an act whose place is asked for. */
export interface ActClause extends TellingClause {
  readonly kind: { readonly type: ActionType };
  /** The nouns for those to whom it is done. */
  readonly recipients: readonly number[];
}

/** Where an act was done, `null` where its paragraph leaves that open: of the places there the likeliest by learnt weights. */
export function placeOfAct(act: ActClause, words: Words, places: PlaceTable, weights: Weights): PlaceId | null {
  const choice = { act, mentions: placesWithinReach(act, words, places), words };
  if (choice.mentions.length === 0) return null;
  const candidates = choice.mentions.map((one) => ({ item: one, features: placeFeatures(one, choice) }));
  return bestOf(candidates, noPlaceFeatures(choice), weights)?.place.id ?? null;
}

/** The places that the act's paragraph names, but for those of a dateline and of a saying that tells of the act. */
export function placesWithinReach(
  { anchors: [head] }: TellingClause,
  words: Words,
  { places }: PlaceTable,
): readonly PlaceMention[] {
  const { paragraph } = words.sentence(head);
  return placesNear(head, words, places).flatMap((place) => {
    const range = words.range(place.span);
    if (range === null) return [];
    const sentence = words.sentence(range.first);
    if (sentence.paragraph !== paragraph) return [];
    if (range.end <= datelineEnd(sentence.first, sentence.end, words)) return [];
    return isOfTheSaying(range.first, head, words) ? [] : [{ ...range, place }];
  });
}

/** The places, which lie in text order, at most {@link farthest} tokens away. */
function placesNear(head: number, words: Words, places: PlaceTable["places"]): PlaceTable["places"] {
  const from = words.span({ first: Math.max(0, head - farthest), end: head + 1 })[0];
  const last = Math.min(words.length, head + farthest) - 1;
  const to = words.span({ first: last, end: last + 1 })[1];
  const startsFrom = (offset: number) => firstFrom(places.length, (at) => (places[at]?.span[0] ?? 0) >= offset);
  return places.slice(startsFrom(from), startsFrom(to));
}

/** More than a paragraph of a newspaper has; an endless one names places without number. */
const farthest = 400;
