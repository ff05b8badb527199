import { z } from "zod";
import type { FoundArticle } from "../../store/queries/search.js";
import { spanSchema } from "../../text/span-schema.js";
import type { FoundLineView } from "../../view/found-view.js";
import { articleFields, lineFields } from "./line.js";

const highlights = z.array(spanSchema).readonly();

export const foundArticleSchema = z
  .strictObject({ ...articleFields, excerpt: z.string(), highlights: highlights.describe("In the excerpt.") })
  .meta({ id: "FoundArticle", description: "An article with words in it." }) satisfies z.ZodType<FoundArticle>;

export const foundLineSchema = z
  .strictObject({ ...lineFields, highlights: highlights.describe("In its words.") })
  .meta({ id: "FoundLine", description: "A line with words in it." }) satisfies z.ZodType<FoundLineView>;
