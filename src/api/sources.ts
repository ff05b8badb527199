import { z } from "zod";
import { type FollowedSource, findFollowed } from "../store/queries/followed.js";
import { type FoundSource, findSources } from "../store/queries/sources.js";
import { resource } from "./resource.js";

/** `/api/sources`: whose articles are kept, and how the sources that are followed fare. */
export const sourcesResource = resource({
  path: "/api/sources",
  summary:
    "The outlets whose articles are kept, and how each source fares that is followed. `as_of` narrows the outlets down; how sources fare is always told as of now.",
  answers: z.strictObject({
    sources: z.array(z.custom<FoundSource>()).readonly(),
    followed: z.array(z.custom<FollowedSource>()).readonly(),
  }),
  answer: async ({ store }) => ({ sources: await findSources(store), followed: await findFollowed(store) }),
});
