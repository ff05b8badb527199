import { z } from "zod";
import type { NamedOutlet, NamedStory, ToldPlace } from "../../store/queries/names-beginning.js";
import type { FoundArticle } from "../../store/queries/search.js";
import { type FacetValue, facetNames } from "../../store/queries/search-lines.js";
import { spanSchema } from "../../text/span-schema.js";
import type { FoundLineView } from "../../view/found-view.js";
import { articleFields, lineFields } from "./line.js";

const highlights = z.array(spanSchema).readonly();

export const foundArticleSchema = z
  .strictObject({ ...articleFields, excerpt: z.string(), highlights: highlights.describe("In the excerpt.") })
  .meta({ id: "FoundArticle", description: "An article with words in it." }) satisfies z.ZodType<FoundArticle>;

export const foundLineSchema = z
  .strictObject({
    ...lineFields,
    highlights: highlights.describe("In its words."),
    articles: z.int().describe("How many articles tell it: it is found once, in the newest."),
  })
  .meta({ id: "FoundLine", description: "A line with words in it." }) satisfies z.ZodType<FoundLineView>;

const facetValueSchema = z
  .strictObject({
    value: z.string().describe("What the parameter of this name takes."),
    name: z.string(),
    results: z.int(),
  })
  .meta({
    id: "FacetValue",
    description: "A value that found lines can be picked by.",
  }) satisfies z.ZodType<FacetValue>;

export const searchFacetsSchema = z
  .strictObject({
    facets: z.strictObject(
      Object.fromEntries(facetNames.map((name) => [name, z.array(facetValueSchema).readonly()])) as Record<
        (typeof facetNames)[number],
        z.ZodReadonly<z.ZodArray<typeof facetValueSchema>>
      >,
    ),
    results: z.int().describe("Lines that answer, each once."),
    whole: z.boolean().describe("False where more lines answer than are counted: the 5,000 that came in last."),
    spellings: z.array(z.string()).readonly().describe("Other spellings and names that will do as well."),
  })
  .meta({ id: "SearchFacets", description: "What found lines can be told apart by." });

const articles = z.int();

export const namedPlaceSchema = z
  .strictObject({ name: z.string(), kind: z.string(), country: z.string().nullable(), articles })
  .meta({ id: "NamedPlace", description: "A place that articles name." }) satisfies z.ZodType<ToldPlace>;

export const namedStorySchema = z
  .strictObject({ id: z.string(), title: z.string(), articles, last: z.string() })
  .meta({ id: "NamedStory", description: "A story by its title." }) satisfies z.ZodType<NamedStory>;

export const namedOutletSchema = z
  .strictObject({ outlet: z.string(), articles })
  .meta({ id: "NamedOutlet", description: "An outlet whose articles are kept." }) satisfies z.ZodType<NamedOutlet>;
