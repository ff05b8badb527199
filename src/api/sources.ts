import { z } from "zod";
import { officialSources } from "../run/official-sources.js";
import { findFollowed } from "../store/queries/followed.js";
import { findSources } from "../store/queries/sources.js";
import { resource } from "./resource.js";
import { followedSchema, officialSchema, outletSchema } from "./schemas/source.js";

/** `/api/sources`: whose articles are kept, and how the sources that are followed fare. */
export const sourcesResource = resource({
  path: "/api/sources",
  summary:
    "The outlets whose articles are kept, and how each source fares that is followed, and the official sources that are ready made. `as_of` narrows the outlets down; how sources fare is always told as of now.",
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
