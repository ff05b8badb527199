import { z } from "zod";
import { spanSchema } from "../text/span-schema.js";
import { confidenceSchema } from "./confidence-schema.js";
import { evidenceSchema } from "./evidence-schema.js";
import { factualitySchema } from "./factuality.js";
import { idSchemaOf } from "./id-schema.js";
import { actionTypes } from "./kinds.js";
import { mentionSchema } from "./mention.js";

/**
 * Who did what to whom. `mode` is PLOVER's, `cameo` the nearest CAMEO code; `accordingTo` is the statement that tells of it, `null`
 * where the article says it in its own voice.
 */
export const actionSchema = z
  .object({
    id: idSchemaOf("ac"),
    type: z.enum(actionTypes),
    mode: z.string().nullable(),
    cameo: z.string().nullable(),
    actors: z.array(mentionSchema).readonly(),
    recipients: z.array(mentionSchema).readonly(),
    trigger: z.object({ text: z.string(), span: spanSchema, lemma: z.string() }).readonly(),
    status: factualitySchema,
    time: idSchemaOf("ti").nullable(),
    place: idSchemaOf("pl").nullable(),
    accordingTo: idSchemaOf("st").nullable(),
    evidence: evidenceSchema,
    confidence: confidenceSchema,
  })
  .readonly();

export type Action = z.infer<typeof actionSchema>;
export type ActionType = Action["type"];
