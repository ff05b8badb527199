import { toldHistories } from "../ask/told-links.js";
import { findHistories } from "../store/queries/events.js";
import { askedPage } from "./asked-period.js";
import { filterQuery, wordsSchema } from "./query.js";
import { list } from "./resource.js";
import { historySchema } from "./schemas/links.js";

/** `/api/postures`: the history of each institution's posture. */
export const posturesResource = list({
  path: "/api/postures",
  summary: "The dated states of each institution, and which took the place of which; the latest first.",
  query: filterQuery.extend({
    by: wordsSchema.optional().describe("Words for who set one of its states."),
    about: wordsSchema
      .optional()
      .describe("Words for the institution or its states, or of the sentences that tell of them."),
    institution: wordsSchema.optional().describe("One institution, by the `key` that its histories give."),
  }),
  answers: historySchema,
  answer: async (asked) => {
    const { by, about, institution } = asked.query;
    return toldHistories(
      asked.store,
      await findHistories(asked.store, { ...(await askedPage(asked)), by, about, institution }),
    );
  },
});
