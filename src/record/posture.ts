import { z } from "zod";
import { confidenceSchema } from "./confidence-schema.js";
import { evidenceSchema } from "./evidence-schema.js";
import { factualitySchema } from "./factuality.js";
import { idSchemaOf } from "./id-schema.js";
import { institutionKinds, postureValues } from "./kinds.js";
import { mentionSchema } from "./mention.js";

/**
 * The institution whose state it is, whatever words stand for it: whose mission or force, and in which country; whose airspace, border or alert; whose
 * advice, and on which country. Countries as ISO 3166-1 alpha-2 codes.
 */
export const institutionSchema = z
  .object({ kind: z.enum(institutionKinds), of: z.string().length(2).nullable(), in: z.string().length(2).nullable() })
  .readonly();

export type Institution = z.infer<typeof institutionSchema>;

const shared = {
  id: idSchemaOf("po"),
  subject: mentionSchema,
  institution: institutionSchema,
  by: mentionSchema.nullable(),
  since: idSchemaOf("ti").nullable(),
  until: idSchemaOf("ti").nullable(),
  status: factualitySchema,
  accordingTo: idSchemaOf("st").nullable(),
  evidence: evidenceSchema,
  confidence: confidenceSchema,
};

/**
 * The state that an institution is put in, by whom and since when. Told apart by `aspect`, which settles what `value` can be: no border
 * can be "recalled".
 */
export const postureSchema = z.discriminatedUnion("aspect", [
  aspect("staffing"),
  aspect("consular"),
  aspect("operations"),
  aspect("travel_advice"),
  aspect("relations"),
  aspect("airspace"),
  aspect("border"),
  aspect("alert"),
  aspect("forces"),
]);

export type Posture = Readonly<z.infer<typeof postureSchema>>;

function aspect<Name extends keyof typeof postureValues>(name: Name) {
  return z.object({ ...shared, aspect: z.literal(name), value: z.enum(postureValues[name]) });
}
