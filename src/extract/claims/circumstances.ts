import { firstFrom } from "../../doc/find-ranges.js";
import type { Claim } from "../../doc/layers.js";
import type { PlaceId, TimeId } from "../../record/id.js";
import type { PlaceTable } from "../places/extract-places.js";
import type { ExtractedTime } from "../times/extract-times.js";

/** The time expression in the words that the reader takes for the claim's time; `null` where there is none. */
export function timeOfRole({ time }: Claim, times: readonly ExtractedTime[]): TimeId | null {
  const found = time.flatMap((range) => {
    const first = times[firstFrom(times.length, (at) => (times[at]?.end ?? 0) > range.first)];
    return first !== undefined && first.first < range.end ? [first] : [];
  });
  return found.sort((a, b) => a.first - b.first)[0]?.time.id ?? null;
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
