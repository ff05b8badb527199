import { z } from "zod";
import { findWatches, type Watch } from "../store/watches.js";
import { list } from "./resource.js";

/** A watch in a list. */
export type WatchView = Omit<Watch, "seen">;

/** `/api/watches`: what people want to be told of. */
export const watchesResource = list({
  path: "/api/watches",
  summary: "The watches that there are, by name; as of now, whatever `as_of` says.",
  answers: z.custom<WatchView>(),
  answer: async ({ store, page: { offset, limit } }) =>
    (await findWatches(store)).slice(offset, offset + limit + 1).map(({ seen: _, ...watch }) => watch),
});
