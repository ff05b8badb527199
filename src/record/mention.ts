import { z } from "zod";
import { spanSchema } from "../text/span-schema.js";
import { idSchemaOf } from "./id-schema.js";

/** Words of the article that stand for an entity; `entity` is `null` where it is not known which. */
export const mentionSchema = z
  .object({ text: z.string(), span: spanSchema, entity: idSchemaOf("en").nullable() })
  .readonly();

export type Mention = z.infer<typeof mentionSchema>;
