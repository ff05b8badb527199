import { z } from "zod";
import { toldLineFields } from "../ask/told-line-fields.js";
import { idSchema } from "./query.js";
import { resource } from "./resource.js";
import { lineFieldsSchema } from "./schemas/review.js";

/** `/api/fields/{id}`: what of a line can be corrected, and to what. */
export const fieldsResource = resource({
  path: "/api/fields/*",
  summary: "The fields of a line that can be corrected, and the values that each can have, for forms.",
  params: z.strictObject({ id: idSchema }),
  answers: lineFieldsSchema,
  answer: ({ params, store }) => toldLineFields(store, params.id),
});
