import { z } from "zod";
import { spanSchema } from "../../text/span-schema.js";

const snippet = z.object({ text: z.string().nullable(), span: spanSchema.nullable(), is: z.string().nullable() });
const words = z.object({ text: z.string(), span: spanSchema });
const alternatives = z.array(z.string());

/** What careful readers marked in an article: each act in every paragraph that tells it; `alt` has readings that are as good. */
export const articleMarksSchema = z.object({
  id: z.string(),
  actions: z.array(
    z.object({
      p: z.number(),
      trigger: words,
      type: z.string(),
      alt: alternatives,
      actors: z.array(snippet),
      recipients: z.array(snippet),
      status: z.string(),
      time: z.string().nullable(),
      main: z.boolean(),
    }),
  ),
  postures: z.array(
    z.object({
      p: z.number(),
      words,
      subject: snippet.nullable(),
      aspect: z.string(),
      value: z.string(),
      alt: alternatives,
      by: snippet.nullable(),
      status: z.string(),
    }),
  ),
  stances: z.array(
    z.object({
      p: z.number(),
      words,
      holder: snippet.nullable(),
      relation: z.string(),
      alt: alternatives,
      target: snippet.nullable(),
    }),
  ),
  mustNot: z.array(z.object({ p: z.number(), words, not: z.string(), why: z.string() })),
});

export type ArticleMarks = z.infer<typeof articleMarksSchema>;
/** Words that stand for somebody, and whom they mean. */
export type Snippet = z.infer<typeof snippet>;
