import { lineKinds } from "../store/lines-of-record.js";
import { findLines } from "../store/queries/find-lines.js";
import { lineView } from "../view/line-view.js";
import { askedPage } from "./asked-period.js";
import { filterQuery, someOf, wordsSchema } from "./query.js";
import { list } from "./resource.js";
import { lineSchema } from "./schemas/line.js";

/** `/api/lines`: statements, actions, postures and stances as articles tell them. */
export const linesResource = list({
  path: "/api/lines",
  summary: "Statements, actions, postures and stances, the newest article first, in reading order within an article.",
  query: filterQuery.extend({
    kind: someOf(lineKinds).optional(),
    by: wordsSchema.optional().describe("Words for who says, does or sets it."),
    about: wordsSchema.optional().describe("Words for what it is about."),
  }),
  answers: lineSchema,
  answer: async (asked) => {
    const { kind = lineKinds, by, about } = asked.query;
    const { lines } = await findLines(asked.store, kind, { ...(await askedPage(asked)), by, about });
    return lines.map(lineView);
  },
});
