import { z } from "zod";
import { toldById } from "../ask/told-by-id.js";
import { pageQuery } from "./page.js";
import { idSchema } from "./query.js";
import { resource } from "./resource.js";
import { thingSchema } from "./schemas/thing.js";

/** `/api/things/{id}`: whatever an id names. */
export const thingResource = resource({
  path: "/api/things/*",
  summary:
    "Whatever an id names: a line, article, event, dispute, posture history, origin, entity, story or correction.",
  params: z.strictObject({ id: idSchema }),
  query: z.strictObject({
    limit: pageQuery.shape.limit.describe("How many lines of a person or body at most: 50 if not given, up to 500."),
  }),
  answers: thingSchema,
  answer: ({ params, query, store, effects }) => toldById(store, params.id, effects, query.limit),
});
