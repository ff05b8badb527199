import { z } from "zod";

/** How far the article takes an action or a posture to be real, the surest first. */
export const factualitySchema = z.enum([
  "happened",
  "ongoing",
  "announced",
  "possible",
  "conditional",
  "denied",
  "not_done",
]);

export type Factuality = z.infer<typeof factualitySchema>;
