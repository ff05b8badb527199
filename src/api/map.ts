import { z } from "zod";
import { toldAtPlace, toldMap } from "../ask/told-map.js";
import type { PlaceKey } from "../store/queries/placed-lines.js";
import { askedPeriod } from "./asked-period.js";
import { filterQuery, wordsSchema } from "./query.js";
import { Refusal } from "./refusal.js";
import { list, resource } from "./resource.js";
import { mapSchema, placedLineSchema } from "./schemas/drawn.js";

/** `/api/map`: what a map is drawn of. */
export const mapResource = resource({
  path: "/api/map",
  summary:
    "Where actions, statements and postures are placed, by which words and how precisely, and what has no place.",
  query: filterQuery,
  answers: mapSchema,
  answer: async (asked) => toldMap(asked.store, await askedPeriod(asked)),
});

const degrees = z
  .string()
  .regex(/^-?\d{1,3}(?:\.\d{1,12})?$/)
  .transform(Number);

const atPlaceQuery = filterQuery.extend({
  lat: degrees.optional().describe("The latitude of a mark, as `/api/map` has it; with `lon` and `precision`."),
  lon: degrees.optional(),
  precision: wordsSchema.optional(),
  name: wordsSchema.optional().describe("Instead of them, the name of a place that no gazetteer has."),
});

/** `/api/map/lines`: what a mark of the map rests on. */
export const mapLinesResource = list({
  path: "/api/map/lines",
  summary: "The lines at one place of the map, the latest first, each with the words that placed it.",
  query: atPlaceQuery,
  answers: placedLineSchema,
  answer: async (asked) => {
    const { offset, limit } = asked.page;
    const place = placeAsked(asked.query);
    return toldAtPlace(asked.store, await askedPeriod(asked), place, { offset, limit: limit + 1 });
  },
});

/** @throws {Refusal} where no place is named */
function placeAsked({ lat, lon, precision, name }: z.output<typeof atPlaceQuery>): PlaceKey {
  if (lat !== undefined && lon !== undefined && precision !== undefined) return { lat, lon, precision };
  if (name !== undefined) return { name };
  throw new Refusal("bad_request", "Name a place: `lat`, `lon` and `precision` of a mark, or `name`.", "name");
}
