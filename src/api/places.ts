import { toldMap } from "../ask/told-map.js";
import { askedPeriod } from "./asked-period.js";
import { filterQuery } from "./query.js";
import { resource } from "./resource.js";
import { mapSchema } from "./schemas/drawn.js";

/** `/api/places`: what a map is drawn of. */
export const placesResource = resource({
  path: "/api/places",
  summary:
    "Where actions, statements and postures are placed, by which words and how precisely, and what has no place.",
  query: filterQuery,
  answers: mapSchema,
  answer: async (asked) => toldMap(asked.store, await askedPeriod(asked)),
});
