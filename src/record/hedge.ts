import { z } from "zod";
import { spanSchema } from "../text/span-schema.js";
import { hedgeKinds } from "./kinds.js";

/** Words by which the article keeps its distance: "appeared to" (appearance), "reportedly" (hearsay), "probably" (likelihood). */
export const hedgeSchema = z.object({ text: z.string(), span: spanSchema, kind: z.enum(hedgeKinds) }).readonly();

export type Hedge = z.infer<typeof hedgeSchema>;
export type HedgeKind = Hedge["kind"];
