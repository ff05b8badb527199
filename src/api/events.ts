import { z } from "zod";
import { toldEvents } from "../ask/told-links.js";
import { findEvents } from "../store/queries/events.js";
import { askedPage } from "./asked-period.js";
import { filterQuery } from "./query.js";
import { list } from "./resource.js";
import { eventSchema } from "./schemas/links.js";

/** `/api/events`: what is told to have happened. */
export const eventsResource = list({
  path: "/api/events",
  summary:
    "Actions and states of institutions, each once with all its tellings; the latest day first. `since` and `until` ask for the days on which it happened.",
  query: filterQuery.extend({ kind: z.enum(["action", "posture"]).optional().describe("Only events of this kind.") }),
  answers: eventSchema,
  answer: async (asked) =>
    toldEvents(asked.store, await findEvents(asked.store, { ...(await askedPage(asked)), kind: asked.query.kind })),
});
