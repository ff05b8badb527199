import { toldStatementsByParty } from "../ask/told-statements-by-party.js";
import { askedPeriod } from "./asked-period.js";
import { filterQuery, idSchema, severalOf } from "./query.js";
import { resource } from "./resource.js";
import { statementsByPartySchema } from "./schemas/drawn.js";

/** `/api/statements`: who says what, party by party. */
export const statementsByPartyResource = resource({
  path: "/api/statements",
  summary: "Parties as columns with what each said in order of time, and which words back or contradict which.",
  query: filterQuery.extend({
    party: severalOf(idSchema)
      .optional()
      .describe(
        "The ids of whoever is to be a column, as wh_e2c915666eb3905c; else those whom the most outlets quote. Repeatable.",
      ),
  }),
  answers: statementsByPartySchema,
  answer: async (asked) =>
    toldStatementsByParty(asked.store, await askedPeriod(asked), [...new Set(asked.query.party ?? [])]),
});
