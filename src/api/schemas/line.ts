import { z } from "zod";
import { markKinds } from "../../link/corrections/correction.js";
import { lineKinds } from "../../store/lines-of-record.js";
import type { MarkView } from "../../view/correction-view.js";
import type { ArticleView, LineView } from "../../view/line-view.js";

/** A text that may be unknown. */
const known = z.string().nullable();

/** An article in a list. */
export const articleFields = {
  id: z.string().describe("Of the version."),
  title: known,
  outlet: known,
  published: known.describe("A date, or a date-time with its zone."),
  url: known,
};

export const articleSchema = z
  .strictObject(articleFields)
  .meta({ id: "ArticleView", description: "An article: enough to know it by." }) satisfies z.ZodType<ArticleView>;

/** That a line was corrected. */
export const markSchema = z
  .strictObject({ id: z.string(), kind: z.enum(markKinds), by: z.string(), at: z.string(), why: known, text: known })
  .meta({ id: "MarkView", description: "That a person corrected a line." }) satisfies z.ZodType<MarkView>;

export const lineFields = {
  id: z.string().describe("Names the line in the whole database."),
  kind: z.enum(lineKinds),
  article: articleSchema,
  who: known.describe("By whom it is, by name. Of a posture: whose state it is."),
  type: z.string().describe("The act, the action's type, the posture's aspect or the stance's relation."),
  word: known.describe("The article's word for it; of a posture, its value."),
  whom: known,
  status: known,
  hedge: known.describe("The article's distance, such as “reportedly”."),
  accordingTo: z.array(z.string()).readonly().describe("Who says so, where the article does not in its own voice."),
  when: known,
  where: known,
  words: z.string().describe("What was said; of all others the sentences that tell of it."),
  confidence: z
    .number()
    .nullable()
    .describe("How likely it is read right in what it tells and in who takes part, from 0 to 1."),
  corrections: z.array(markSchema).readonly(),
};

export const lineSchema = z
  .strictObject(lineFields)
  .meta({ id: "LineView", description: "A statement, action, posture or stance." }) satisfies z.ZodType<LineView>;
