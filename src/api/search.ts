import { foundByWords } from "../ask/found-by-words.js";
import { askedPage } from "./asked-period.js";
import { filterQuery, wordsSchema } from "./query.js";
import { listsOf } from "./resource.js";
import { foundArticleSchema, foundLineSchema } from "./schemas/found.js";

/** `/api/search`: articles and lines by their words. */
export const searchResource = listsOf({
  path: "/api/search",
  summary: "Articles, and lines, with all of the words in them, in every form of theirs; the newest first.",
  query: filterQuery.extend({
    q: wordsSchema.describe(
      'Words; "several words" in quotation marks have to stand together, embass* finds what begins so.',
    ),
  }),
  answers: { articles: foundArticleSchema, lines: foundLineSchema },
  answer: async (asked) => {
    const { articles, lines } = await foundByWords(asked.store, { ...(await askedPage(asked)), words: asked.query.q });
    return { articles, lines };
  },
});
