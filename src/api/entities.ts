import { z } from "zod";
import { namedEntities } from "../ask/named-entities.js";
import { toldEntity } from "../ask/told-entity.js";
import { idSchema, wordsSchema } from "./query.js";
import { list, resource } from "./resource.js";
import { entityViewSchema, namedEntitySchema } from "./schemas/thing.js";

/** `/api/entities`: people and bodies. */
export const entitiesResource = list({
  path: "/api/entities",
  summary: "People and bodies across articles, those in the most articles first.",
  query: z.strictObject({ q: wordsSchema.optional().describe("A name, or part of one.") }),
  answers: namedEntitySchema,
  answer: ({ query, store, page, effects }) =>
    namedEntities(store, query.q ?? null, { ...page, limit: page.limit + 1 }, effects),
});

/** `/api/entities/{id}`: one person or body. */
export const entityResource = resource({
  path: "/api/entities/:id",
  summary: "A person or body: names, roles, why articles are held to tell of the same, and the latest lines.",
  params: z.strictObject({ id: idSchema }),
  answers: entityViewSchema,
  answer: ({ params, store, effects }) => toldEntity(store, params.id, mostLines, effects),
});

const mostLines = 50;
