import { z } from "zod";
import { spanSchema } from "../text/span-schema.js";
import { idSchemaOf } from "./id-schema.js";

/**
 * A time expression. `value` is a TIMEX3 value resolved against the article's own date; `from` and `to` are ISO bounds, half-open, and
 * `null` where nothing anchors them: an article without a date leaves "yesterday" unanchored.
 */
export const timeSchema = z
  .object({
    id: idSchemaOf("ti"),
    span: spanSchema,
    text: z.string(),
    type: z.enum(["DATE", "TIME", "DURATION", "SET"]),
    value: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
  })
  .readonly();

export type Time = z.infer<typeof timeSchema>;
