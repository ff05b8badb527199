import { toldTimeline } from "../ask/told-brief.js";
import { askedPeriod } from "./asked-period.js";
import { filterQuery } from "./query.js";
import { resource } from "./resource.js";
import { timelineSchema } from "./schemas/brief.js";

/** `/api/timeline`: what happened, day by day. */
export const timelineResource = resource({
  path: "/api/timeline",
  summary: "What happened, which states began, and what was said, under the day on which it happened.",
  query: filterQuery,
  answers: timelineSchema,
  answer: async (asked) => toldTimeline(asked.store, await askedPeriod(asked), asked.effects),
});
