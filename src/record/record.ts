import { z } from "zod";
import { messageSchema } from "../text/message.js";
import { actionSchema } from "./action.js";
import { entitySchema } from "./entity.js";
import { recordFormat } from "./format.js";
import { placeSchema } from "./place.js";
import { postureSchema } from "./posture.js";
import { stanceSchema } from "./stance.js";
import { statementSchema } from "./statement.js";
import { timeSchema } from "./time.js";

/** The article as the record shows it: where it is from, and the text that every span of the record counts in. */
export const recordArticleSchema = z
  .object({
    id: z.string().min(1),
    url: z.string().nullable(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    authors: z.array(z.string()).readonly(),
    published: z.string().nullable(),
    publishedFrom: z.enum(["option", "feed", "metadata", "dateline", "text"]).nullable(),
    language: z.string().nullable(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    text: z.string(),
    pages: z
      .array(z.tuple([z.int().min(0), z.int().min(1)]).readonly())
      .readonly()
      .exactOptional(),
    timecodes: z
      .array(z.tuple([z.int().min(0), z.number().min(0)]).readonly())
      .readonly()
      .exactOptional(),
  })
  .readonly();

/** What the program says about one article: `docs/record.md` in code. */
export const recordSchema = z
  .object({
    format: z.literal(recordFormat),
    producer: z.object({ name: z.literal("sitrep"), version: z.string(), model: z.string().nullable() }).readonly(),
    article: recordArticleSchema,
    entities: z.array(entitySchema).readonly(),
    places: z.array(placeSchema).readonly(),
    times: z.array(timeSchema).readonly(),
    statements: z.array(statementSchema).readonly(),
    actions: z.array(actionSchema).readonly(),
    postures: z.array(postureSchema).readonly(),
    stances: z.array(stanceSchema).readonly(),
    messages: z.array(messageSchema).readonly(),
  })
  .readonly();

/** `ArticleRecord` and not `Record`, which is TypeScript's own word for a dictionary. */
export type ArticleRecord = z.infer<typeof recordSchema>;
export type RecordArticle = z.infer<typeof recordArticleSchema>;
