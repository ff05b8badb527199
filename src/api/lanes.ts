import { toldLanes } from "../ask/told-lanes.js";
import { askedPeriod } from "./asked-period.js";
import { filterQuery } from "./query.js";
import { resource } from "./resource.js";
import { lanesSchema } from "./schemas/drawn.js";

/** `/api/timeline/lanes`: what a timeline is drawn of. */
export const lanesResource = resource({
  path: "/api/timeline/lanes",
  summary: "Actions, statements and postures by party along time, with the stretches that have no articles.",
  query: filterQuery,
  answers: lanesSchema,
  answer: async (asked) => toldLanes(asked.store, await askedPeriod(asked)),
});
