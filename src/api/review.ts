import { toldReview } from "../ask/told-review.js";
import { remarksInUse } from "../store/queries/review.js";
import { reviewKinds } from "../view/review-ranking.js";
import { askedPeriod } from "./asked-period.js";
import { filterQuery, someOf, wordsSchema } from "./query.js";
import { list, resource } from "./resource.js";
import { remarksSchema, reviewSchema } from "./schemas/review.js";

/** `/api/review`: what nobody has confirmed or rejected. */
export const reviewResource = list({
  path: "/api/review",
  summary:
    "Lines, events, states and disputes that nobody has confirmed or rejected, the most important first by the rule in docs/methods/ranking.md.",
  query: filterQuery.extend({
    kind: someOf(reviewKinds).optional(),
    tag: wordsSchema.optional().describe("Only what has this tag."),
    assigned: wordsSchema.optional().describe("Only what is assigned to somebody of this name."),
  }),
  answers: reviewSchema,
  answer: async (asked) => {
    const { kind, tag, assigned } = asked.query;
    const { offset, limit } = asked.page;
    const question = { kind, tag, assigned, offset, limit: limit + 1 };
    return toldReview(asked.store, await askedPeriod(asked), question, asked.effects);
  },
});

/** `/api/remarks`: what tags are in use, and by whom. */
export const remarksResource = resource({
  path: "/api/remarks",
  summary: "The tags in use, the people to whom things are assigned, and those who correct.",
  answers: remarksSchema,
  answer: ({ store }) => remarksInUse(store),
});
