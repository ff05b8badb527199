import { z } from "zod";
import { spanSchema } from "../text/span-schema.js";
import { idSchemaOf } from "./id-schema.js";
import { entityKinds } from "./kinds.js";

/** A title that the article gives somebody, and whose title it is: `{title: "Secretary of State", of: "US"}`. */
export const roleSchema = z.object({ title: z.string(), of: z.string().nullable(), span: spanSchema }).readonly();

/**
 * Somebody or something that acts or speaks in the article, under one name. `country` is an ISO 3166-1 alpha-2 code. `mentions` are all
 * words that stand for it, names, role phrases and pronouns, in reading order.
 */
export const entitySchema = z
  .object({
    id: idSchemaOf("en"),
    name: z.string().min(1),
    kind: z.enum(entityKinds),
    country: z.string().length(2).nullable(),
    roles: z.array(roleSchema).readonly(),
    mentions: z.array(spanSchema).readonly(),
  })
  .readonly();

export type Role = z.infer<typeof roleSchema>;
export type Entity = z.infer<typeof entitySchema>;
export type EntityKind = Entity["kind"];
