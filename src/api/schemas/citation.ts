import { z } from "zod";
import { lineKinds } from "../../store/lines-of-record.js";
import { spanSchema } from "../../text/span-schema.js";
import type { CitationView } from "../../view/citation-view.js";
import { articleSchema, lineFields } from "./line.js";
import { reliabilitySchema } from "./links.js";

/** Words exactly as the article has them, and where they stand. */
export const citedWordsSchema = z.array(z.strictObject({ text: z.string(), span: spanSchema })).readonly();

export const citationFields = {
  id: z.string().describe("Of the line; of words that are in no line as they were asked for."),
  kind: z.enum([...lineKinds, "words"]),
  article: articleSchema,
  words: citedWordsSchema.describe("The sentences, exactly as the article has them; `span` is where in its text."),
  said: citedWordsSchema.describe("Of a statement the part of them that was said."),
  own: citedWordsSchema.describe("Of that what the article gives in quotation marks as the speaker's own words."),
  by: z
    .string()
    .nullable()
    .describe("Who says so: the speaker, or the outlet in its own voice; null where nobody is named."),
  voice: z.enum(["speaker", "unnamed", "outlet"]),
  through: z.array(z.string()).readonly().describe("Who told whom, the outlet first."),
  reading: z
    .string()
    .describe("What the record reads in the words: its own summary, never to be quoted as the article's."),
  sure: z.strictObject({
    summary: z.string().describe("How sure the record is, in a sentence or two."),
    reliability: reliabilitySchema.nullable(),
    disputes: z.array(z.string()).readonly().describe("Ids of the disputes that it is an end of."),
  }),
  corrections: lineFields.corrections,
  citation: z.string().describe("The citation to copy."),
};

export const citationSchema = z.strictObject(citationFields).meta({
  id: "CitationView",
  description: "Words of an article as one may cite them.",
}) satisfies z.ZodType<CitationView>;
