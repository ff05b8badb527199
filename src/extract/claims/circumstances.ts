import type { Claim } from "../../doc/layers.js";
import type { PlaceId, TimeId } from "../../record/id.js";
import type { PlaceTable } from "../places/extract-places.js";
import type { ExtractedTime } from "../times/extract-times.js";

/** The time expression in the words that the reader takes for the claim's time; `null` where there is none. */
export function timeOfRole({ time }: Claim, times: readonly ExtractedTime[]): TimeId | null {
  const found = times.find(({ first, end }) => time.some((range) => range.first < end && first < range.end));
  return found?.time.id ?? null;
}

/** The place named in the words that the reader takes for where it happened; `null` where there is none. */
export function placeOfRole({ place }: Claim, places: PlaceTable): PlaceId | null {
  for (const { first, end } of place)
    for (let token = first; token < end; token++) {
      const found = places.at(token);
      if (found !== null) return found.id;
    }
  return null;
}
