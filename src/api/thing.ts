import { z } from "zod";
import { toldById } from "../ask/told-by-id.js";
import { idSchema } from "./query.js";
import { resource } from "./resource.js";
import { thingSchema } from "./schemas/thing.js";

/** `/api/things/{id}`: whatever an id names. */
export const thingResource = resource({
  path: "/api/things/*",
  summary:
    "Whatever an id names: a line, article, event, dispute, posture history, origin, entity, story or correction.",
  params: z.strictObject({ id: idSchema }),
  answers: thingSchema,
  answer: ({ params, store }) => toldById(store, params.id),
});
