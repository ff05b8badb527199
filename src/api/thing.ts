import { z } from "zod";
import { toldById } from "../ask/told-by-id.js";
import type { StoredView } from "../view/stored-view.js";
import { idSchema } from "./query.js";
import { resource } from "./resource.js";

/** `/api/things/{id}`: whatever an id names. */
export const thingResource = resource({
  path: "/api/things/*",
  summary:
    "Whatever an id names: a line, article, event, dispute, posture history, origin, entity, story or correction.",
  params: z.strictObject({ id: idSchema }),
  answers: z.custom<StoredView>(),
  answer: ({ params, store }) => toldById(store, params.id),
});
