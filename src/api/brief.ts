import { z } from "zod";
import { briefQuestion } from "../ask/brief-question.js";
import { toldBrief } from "../ask/told-brief.js";
import type { BriefView } from "../view/brief-view.js";
import { filterQuery } from "./query.js";
import { Refusal } from "./refusal.js";
import { resource } from "./resource.js";

/** `/api/brief`: one page on what the articles of a period tell. */
export const briefResource = resource({
  path: "/api/brief",
  summary:
    "One page on what the articles of a period tell, the most important first; of the last day where no period is named.",
  query: filterQuery,
  answers: z.custom<BriefView>(),
  answer: async ({ query, store, effects }) => {
    const question = await briefQuestion(query, store, effects);
    if (question.kind === "refused") throw new Refusal("bad_request", question.reason);
    return toldBrief(store, question, effects);
  },
});
