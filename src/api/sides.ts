import { toldSides } from "../ask/told-sides.js";
import { askedPeriod } from "./asked-period.js";
import { filterQuery, idSchema, severalOf } from "./query.js";
import { resource } from "./resource.js";
import { sidesSchema } from "./schemas/drawn.js";

/** `/api/sides`: who says what, party by party. */
export const sidesResource = resource({
  path: "/api/sides",
  summary: "Parties as columns with what each said in order of time, and which words back or contradict which.",
  query: filterQuery.extend({
    party: severalOf(idSchema)
      .optional()
      .describe(
        "The ids of whoever is to be a column, as wh_e2c915666eb3905c; else those whom the most outlets quote. Repeatable.",
      ),
  }),
  answers: sidesSchema,
  answer: async (asked) => toldSides(asked.store, await askedPeriod(asked), [...new Set(asked.query.party ?? [])]),
});
