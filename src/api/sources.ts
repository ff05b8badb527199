import { z } from "zod";
import { toldSource } from "../ask/told-source.js";
import { officialSources } from "../run/official-sources.js";
import { findFollowed } from "../store/queries/followed.js";
import { findSources } from "../store/queries/sources.js";
import { idSchema } from "./query.js";
import { resource } from "./resource.js";
import { followedSchema, officialSchema, outletSchema, sourceSchema } from "./schemas/source.js";

/** `/api/sources`: whose articles are kept, and how the sources that are followed fare. */
export const sourcesResource = resource({
  path: "/api/sources",
  summary:
    "Articles by outlet, the status of each source that is followed, and the ready-made official sources. `as_of` narrows the outlets down; the status of sources is always as of now.",
  answers: z.strictObject({
    sources: z.array(outletSchema).readonly(),
    followed: z.array(followedSchema).readonly(),
    official: z.array(officialSchema).readonly(),
  }),
  answer: async ({ store, effects }) => ({
    sources: await findSources(store),
    followed: await findFollowed(store),
    official: await officialSources(effects),
  }),
});

/** `/api/sources/{id}`: one source. */
export const sourceResource = resource({
  path: "/api/sources/:id",
  summary:
    "An outlet by its name, a followed source by its address, or an official source by `official:NAME`: its status, what failed and why, its latest articles, its grade.",
  params: z.strictObject({ id: idSchema }),
  answers: sourceSchema,
  answer: ({ params, store, effects }) => toldSource(store, params.id, effects),
});
