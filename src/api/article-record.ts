import { z } from "zod";
import { recordSchema } from "../record/record.js";
import { recordById } from "../store/stored-records.js";
import { idSchema } from "./query.js";
import { resource } from "./resource.js";

/** `/api/articles/{id}/record`: the record of an article, its text and all lines with their spans. */
export const articleRecordResource = resource({
  path: "/api/articles/:id/record",
  summary: "The record of an article as people corrected it: its text, and every line with the spans of its words.",
  params: z.strictObject({ id: idSchema }),
  answers: recordSchema,
  answer: async ({ params, store }) => (await recordById(store, params.id))?.record ?? null,
});
