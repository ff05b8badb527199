import { z } from "zod";
import { toldDisputes } from "../ask/told-links.js";
import { disputeKinds, findDisputes } from "../store/queries/disputes.js";
import { noFilter } from "../store/queries/line-filter.js";
import { remarkedLines } from "../store/queries/review.js";
import { askedPage } from "./asked-period.js";
import { filterQuery, someOf, wordsSchema } from "./query.js";
import { list } from "./resource.js";
import { disputeSchema } from "./schemas/links.js";

/** `/api/disputes`: what articles do not agree on. */
export const disputesResource = list({
  path: "/api/disputes",
  summary: "What articles, or those whom they quote, disagree on; the dispute with the latest addition first.",
  query: filterQuery.extend({
    kind: someOf(disputeKinds).optional(),
    tag: wordsSchema.optional().describe("Only those with this tag."),
    assigned: wordsSchema.optional().describe("Only those assigned to somebody of this name."),
    reviewed: z
      .enum(["true", "false"])
      .transform((given) => given === "true")
      .optional()
      .describe("true: only those that a person confirmed; false: only the others."),
  }),
  answers: disputeSchema,
  answer: async (asked) => {
    const { kind, tag, assigned, reviewed, ...query } = asked.query;
    const { store } = asked;
    const { filter = noFilter, ...page } = await askedPage({ ...asked, query });
    const words = [
      ...filter.words,
      ...(tag === undefined ? [] : [await remarkedLines(store, "tag", tag)]),
      ...(assigned === undefined ? [] : [await remarkedLines(store, "assign", assigned)]),
    ];
    const question = { ...page, filter: { ...filter, words }, kind, confirmed: reviewed };
    return toldDisputes(store, await findDisputes(store, question));
  },
});
