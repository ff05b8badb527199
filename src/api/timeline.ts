import { z } from "zod";
import { toldTimeline } from "../ask/told-brief.js";
import type { TimelineView } from "../view/timeline-view.js";
import { askedPeriod } from "./asked-period.js";
import { filterQuery } from "./query.js";
import { resource } from "./resource.js";

/** `/api/timeline`: what happened, day by day. */
export const timelineResource = resource({
  path: "/api/timeline",
  summary: "What happened, what came to hold and what was said, under the day on which it happened.",
  query: filterQuery,
  answers: z.custom<TimelineView>(),
  answer: async (asked) => toldTimeline(asked.store, await askedPeriod(asked), asked.effects),
});
