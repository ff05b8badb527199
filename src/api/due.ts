import { toldDue } from "../ask/told-due.js";
import { askedPeriod } from "./asked-period.js";
import { daySchema, filterQuery } from "./query.js";
import { resource } from "./resource.js";
import { dueSchema } from "./schemas/brief.js";

/** `/api/due`: what is due, and what passed without a report. */
export const dueResource = resource({
  path: "/api/due",
  summary:
    "Announced, possible and demanded acts and states that have a day, and deadlines: what is due, what passed without a report, what was done or called off.",
  query: filterQuery.extend({
    on: daySchema.optional().describe("What was known on this day; by default the last day with articles."),
  }),
  answers: dueSchema,
  answer: async (asked) => toldDue(asked.store, await askedPeriod(asked), { ...asked.query, limit: mostLines }),
});

/** Who wants more asks for less: by a country, a story, a day. */
const mostLines = 200;
