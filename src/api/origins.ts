import { z } from "zod";
import { toldOrigins } from "../ask/told-origins.js";
import { idSchema } from "./query.js";
import { resource } from "./resource.js";
import { lineOriginsSchema } from "./schemas/links.js";

/** `/api/origins/{line}`: where a claim entered the news. */
export const originsResource = resource({
  path: "/api/origins/*",
  summary:
    "Who told whom until a line stood in its article, the independent voices of its event, and what else has the same origin.",
  params: z.strictObject({ id: idSchema }),
  answers: lineOriginsSchema,
  answer: ({ params, store }) => toldOrigins(store, params.id, mostOthers),
});

const mostOthers = 50;
