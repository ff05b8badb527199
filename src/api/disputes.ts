import { toldDisputes } from "../ask/told-links.js";
import { findDisputes } from "../store/queries/disputes.js";
import { askedPage } from "./asked-period.js";
import { filterQuery } from "./query.js";
import { list } from "./resource.js";
import { disputeSchema } from "./schemas/links.js";

/** `/api/disputes`: what articles do not agree on. */
export const disputesResource = list({
  path: "/api/disputes",
  summary: "What articles, or those they quote, do not agree on; the dispute that was added to last first.",
  query: filterQuery,
  answers: disputeSchema,
  answer: async (asked) => toldDisputes(asked.store, await findDisputes(asked.store, await askedPage(asked))),
});
