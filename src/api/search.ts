import { z } from "zod";
import { facetsOfWords, foundByWords } from "../ask/found-by-words.js";
import { namesBegun } from "../ask/names-begun.js";
import type { Picked } from "../store/queries/search-lines.js";
import { askedPage } from "./asked-period.js";
import { filterQuery, severalOf, wordsSchema } from "./query.js";
import { listsOf, resource } from "./resource.js";
import {
  foundArticleSchema,
  foundLineSchema,
  namedOutletSchema,
  namedPlaceSchema,
  namedStorySchema,
  searchFacetsSchema,
} from "./schemas/found.js";
import { namedEntitySchema } from "./schemas/thing.js";

const picks = {
  kind: severalOf(wordsSchema)
    .optional()
    .describe("Only lines of a kind: statement, action, posture, stance. Repeatable."),
  status: severalOf(wordsSchema).optional().describe("Only lines with a status. Repeatable."),
  outlet: severalOf(wordsSchema).optional().describe("Only what an outlet tells. Repeatable."),
  speaker: severalOf(wordsSchema)
    .optional()
    .describe("Only what somebody said, by id or by the words for them. Repeatable."),
  at: severalOf(wordsSchema).optional().describe("Only lines that are placed in a country, by ISO code. Repeatable."),
  day: severalOf(wordsSchema).optional().describe("Only what was told on a day. Repeatable."),
} satisfies Record<keyof Picked, z.ZodType>;

const searchQuery = filterQuery.extend({
  ...picks,
  q: wordsSchema.describe(
    'Words; "several words" in quotation marks have to stand together and are not looked for in other spellings; embass* finds every word with that beginning.',
  ),
});

/** `/api/search`: articles and lines by their words. */
export const searchResource = listsOf({
  path: "/api/search",
  summary:
    "Articles, and lines, with all of the words in them, in every form of theirs and as other articles spell names; the newest first. A line that many articles tell is found once.",
  query: searchQuery,
  answers: { articles: foundArticleSchema, lines: foundLineSchema },
  answer: async (asked) => {
    const question = { ...(await askedPage(asked)), words: asked.query.q, picked: asked.query };
    const { articles, lines } = await foundByWords(asked.store, question, asked.effects);
    return { articles, lines };
  },
});

/** `/api/search/facets`: what the lines of a search can be told apart by. */
export const searchFacetsResource = resource({
  path: "/api/search/facets",
  summary:
    "The values by which the lines of a search can be narrowed down, with their counts; a choice in one facet does not narrow its own counts.",
  query: searchQuery,
  answers: searchFacetsSchema,
  answer: async (asked) => {
    const period = await askedPage({ ...asked, page: { offset: 0, limit: 1 } });
    return facetsOfWords(asked.store, { ...period, words: asked.query.q, picked: asked.query }, asked.effects);
  },
});

/** `/api/find`: what goes by a name that begins so. */
export const findResource = resource({
  path: "/api/find",
  summary:
    "People, bodies, places, stories and outlets with a name that begins so, by any name and in any spelling that the record or its tables know; first what the most articles tell of. Six of each at most.",
  query: z.strictObject({ q: wordsSchema.describe("The beginning of a name, or of words of one.") }),
  answers: z.strictObject({
    entities: z.array(namedEntitySchema).readonly(),
    places: z.array(namedPlaceSchema).readonly(),
    stories: z.array(namedStorySchema).readonly(),
    outlets: z.array(namedOutletSchema).readonly(),
  }),
  answer: ({ query, store, effects }) => namesBegun(store, query.q, mostOfEach, effects),
});

const mostOfEach = 6;
