import { z } from "zod";
import { confidenceSchema } from "./confidence-schema.js";
import { evidenceSchema } from "./evidence-schema.js";
import { hedgeSchema } from "./hedge.js";
import { idSchemaOf } from "./id-schema.js";
import { stanceRelations } from "./kinds.js";
import { mentionSchema } from "./mention.js";

/** What is backed or contradicted: a statement of this article, somebody whom it mentions, or both; never neither. */
export const stanceTargetSchema = z.union([
  z.object({ statement: idSchemaOf("st"), mention: mentionSchema.nullable() }).readonly(),
  z.object({ statement: z.null(), mention: mentionSchema }).readonly(),
]);

/** Who backs or contradicts whom. */
export const stanceSchema = z
  .object({
    id: idSchemaOf("sn"),
    holder: mentionSchema,
    relation: z.enum(stanceRelations),
    target: stanceTargetSchema,
    hedge: hedgeSchema.nullable(),
    accordingTo: idSchemaOf("st").nullable(),
    evidence: evidenceSchema,
    confidence: confidenceSchema,
  })
  .readonly();

export type Stance = z.infer<typeof stanceSchema>;
