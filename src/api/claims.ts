import { z } from "zod";
import { toldClaim } from "../ask/told-claim.js";
import { idSchema } from "./query.js";
import { resource } from "./resource.js";
import { claimSchema } from "./schemas/links.js";

/** `/api/claims/{id}`: what a line claims, and who holds and denies it. */
export const claimResource = resource({
  path: "/api/claims/*",
  summary:
    "What a line claims, in the shape of a dispute: who holds it, in whose words, where it was first told, how it stood over time, and who says that it is not so.",
  params: z.strictObject({ id: idSchema }),
  answers: claimSchema,
  answer: ({ params, store }) => toldClaim(store, params.id),
});
