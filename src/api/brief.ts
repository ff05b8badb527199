import { z } from "zod";
import { toldBrief } from "../ask/told-brief.js";
import { askedPeriod } from "./asked-period.js";
import { filterQuery } from "./query.js";
import { resource } from "./resource.js";
import { briefSchema } from "./schemas/brief.js";

/** `/api/brief`: one page on what the articles of a period tell. */
export const briefResource = resource({
  path: "/api/brief",
  summary: "One page on a period, the most important first; on the last day with articles if no period is given.",
  query: filterQuery.extend({
    reviewed: z
      .enum(["true", "false"])
      .transform((given) => given === "true")
      .optional()
      .describe("Only what a person confirmed."),
  }),
  answers: briefSchema,
  answer: async (asked) => toldBrief(asked.store, await askedPeriod(asked, "last_day"), asked.effects),
});
