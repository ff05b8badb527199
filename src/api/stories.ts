import { findStories } from "../store/queries/stories.js";
import { storySummaries } from "../store/queries/story-summaries.js";
import { askedPage } from "./asked-period.js";
import { filterQuery } from "./query.js";
import { list } from "./resource.js";
import { storySummarySchema } from "./schemas/thing.js";

/** `/api/stories`: what is reported together. */
export const storiesResource = list({
  path: "/api/stories",
  summary: "Stories: articles on one matter. The one with the latest article first.",
  query: filterQuery,
  answers: storySummarySchema,
  answer: async (asked) => {
    const found = await findStories(asked.store, await askedPage(asked));
    return storySummaries(
      asked.store,
      found.map(({ id }) => id),
    );
  },
});
