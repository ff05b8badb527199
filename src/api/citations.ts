import { z } from "zod";
import { toldCitations } from "../ask/told-citations.js";
import { idSchema } from "./query.js";
import { resource } from "./resource.js";
import { citationSchema } from "./schemas/citation.js";

/** So many citations at once. */
export const mostCitations = 100;

/** `/api/citations`: lines as one may cite them. */
export const citationsResource = resource({
  path: "/api/citations",
  summary:
    "Lines as you may cite them: the words exactly as the article has them with their spans, who says so, how sure the record is, and a citation to copy.",
  query: z.strictObject({
    of: z
      .union([z.array(idSchema).min(1).max(mostCitations), idSchema.transform((one) => [one])])
      .describe(
        "The id of a line, or of an article's version with spans, as art_5c34f14789777e74#579-706. Repeatable.",
      ),
  }),
  answers: z.strictObject({
    items: z.array(citationSchema).readonly(),
    missing: z.array(z.string()).readonly().describe("Ids that are not in the record."),
  }),
  answer: ({ query, store }) => toldCitations(store, query.of),
});
