import { z } from "zod";
import { findFollowed } from "../store/queries/followed.js";
import { findSources } from "../store/queries/sources.js";
import { resource } from "./resource.js";
import { followedSchema, outletSchema } from "./schemas/source.js";

/** `/api/sources`: whose articles are kept, and how the sources that are followed fare. */
export const sourcesResource = resource({
  path: "/api/sources",
  summary:
    "The outlets whose articles are kept, and how each source fares that is followed. `as_of` narrows the outlets down; how sources fare is always told as of now.",
  answers: z.strictObject({
    sources: z.array(outletSchema).readonly(),
    followed: z.array(followedSchema).readonly(),
  }),
  answer: async ({ store }) => ({ sources: await findSources(store), followed: await findFollowed(store) }),
});
