import { z } from "zod";
import { correctionKinds } from "../../link/corrections/correction.js";
import { entityKinds } from "../../record/kinds.js";
import { spanSchema } from "../../text/span-schema.js";
import type { CorrectionView } from "../../view/correction-view.js";
import type { EntityView, NamedEntityView } from "../../view/entity-view.js";
import type { StoredLineView } from "../../view/stored-line-view.js";
import type { StoredArticleView, StoredView } from "../../view/stored-view.js";
import type { StorySummaryView, StoryView } from "../../view/story-view.js";
import { articleFields, lineSchema } from "./line.js";
import { disputeSchema, eventSchema, historySchema, originSchema, sameOriginSchema, toldSchema } from "./links.js";

const known = z.string().nullable();

export const correctionSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(correctionKinds),
    by: z.string(),
    at: z.string(),
    subject: z.string(),
    what: z.string(),
    plain: z.string().describe("The same without ids."),
    about: known.describe("The id of what it is about; null where that is several things, or an outlet."),
    changes: z
      .array(z.strictObject({ field: z.string(), before: known, after: known }))
      .readonly()
      .describe("What it changed, in plain words; null where nothing stood there, or what did was not kept."),
    text: known.describe("The note, the tag, or the name of whom it is assigned to; null for all else."),
    why: known,
    undone: z.strictObject({ id: z.string(), by: z.string(), at: z.string() }).nullable(),
    lost: z.array(z.string()).readonly().describe("Why it no longer applies; empty where it does."),
  })
  .meta({
    id: "CorrectionView",
    description: "What a person said against the record.",
  }) satisfies z.ZodType<CorrectionView>;

const copySchema = z
  .strictObject({ group: z.string(), of: known, relation: z.string(), origin: known, reason: z.string() })
  .nullable();

const withinFields = {
  likeness: z.number().nullable(),
  reason: z.string(),
  copy: copySchema,
};

const storedArticleFields = {
  ...articleFields,
  authors: z.array(z.string()).readonly(),
  publishedFrom: known,
  input: z.string(),
  added: z.string(),
  fetched: z
    .strictObject({ requested: z.string(), final: z.string(), at: z.string(), status: z.int(), sha256: z.string() })
    .nullable(),
  sha256: z.string(),
  number: z.int(),
  newest: z.boolean(),
  versions: z.array(z.string()).readonly(),
  story: known,
  failure: known,
};

export const storedArticleSchema = z
  .strictObject({
    ...storedArticleFields,
    within: z.strictObject(withinFields).nullable(),
    lines: z.array(lineSchema).readonly(),
    moreLines: z.int(),
  })
  .meta({
    id: "StoredArticleView",
    description: "How an article came in, and what its record says.",
  }) satisfies z.ZodType<StoredArticleView>;

const wordsFields = { text: z.string(), span: spanSchema };

const storedLineSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(["statement", "action", "posture", "stance", "entity", "place", "time"]),
    article: z.strictObject(storedArticleFields),
    pages: z
      .array(z.int())
      .readonly()
      .describe("Those of its document that it stands on; none where that has no pages."),
    second: z.number().nullable().describe("Of the recording at which it was said; null of what is no transcript."),
    passages: z
      .array(
        z.strictObject({
          ...wordsFields,
          paragraph: z.int(),
          marks: z.array(z.strictObject({ field: z.string(), span: spanSchema })).readonly(),
        }),
      )
      .readonly(),
    fields: z
      .array(
        z.strictObject({
          ...{ field: z.string(), value: known, words: z.array(z.strictObject(wordsFields)).readonly() },
          label: z.string().describe("What the field is called on a page."),
          plain: known.describe(
            "The value as a person would say it; null where it is not told, empty where its words say all.",
          ),
          link: known.describe("The id of what the value names."),
        }),
      )
      .readonly(),
    usedBy: z.array(z.string()).readonly(),
    told: toldSchema.nullable(),
    event: eventSchema.nullable(),
    tells: z.array(eventSchema).readonly(),
    who: known,
    history: known,
    disputes: z.array(disputeSchema).readonly(),
    stances: z.array(lineSchema).readonly(),
  })
  .meta({ id: "StoredLineView", description: "Why a line is there." }) satisfies z.ZodType<StoredLineView>;

export const storySummarySchema = z
  .strictObject({
    id: z.string(),
    title: known,
    first: known,
    last: known,
    articles: z.int(),
    outlets: z.int(),
    texts: z.int().describe("Texts, each once however many articles are copies of it."),
  })
  .meta({ id: "StorySummaryView", description: "A story in a list." }) satisfies z.ZodType<StorySummaryView>;

const storySchema = z
  .strictObject({
    id: z.string(),
    title: known,
    central: z.string(),
    first: known,
    last: known,
    terms: z.array(z.string()).readonly(),
    outlets: z.int(),
    texts: z.int(),
    articles: z.array(z.strictObject({ ...articleFields, ...withinFields })).readonly(),
    moreArticles: z.int(),
    disputes: z.array(disputeSchema).readonly(),
    moreDisputes: z.boolean(),
    postures: z.array(historySchema).readonly(),
    morePostures: z.boolean(),
  })
  .meta({ id: "StoryView", description: "A story with its articles." }) satisfies z.ZodType<StoryView>;

export const namedEntitySchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    kind: z.enum(entityKinds),
    country: known,
    countryName: known,
    roles: z.array(z.string()).readonly(),
    articles: z.int(),
  })
  .meta({ id: "NamedEntityView", description: "A person or body in a list." }) satisfies z.ZodType<NamedEntityView>;

export const entityViewSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(entityKinds),
    name: z.string(),
    otherNames: z.array(z.string()).readonly(),
    country: known,
    countryName: known,
    roles: z
      .array(
        z.strictObject({
          title: z.string(),
          of: known,
          former: z.boolean(),
          from: known,
          to: known,
          articles: z.int(),
          first: known,
        }),
      )
      .readonly(),
    articles: z.int(),
    within: z.int().nullable(),
    members: z
      .array(z.strictObject({ id: z.string(), name: z.string(), title: known, outlet: known, day: z.string() }))
      .readonly(),
    reasons: z.array(z.strictObject({ reason: z.string(), article: z.string(), articles: z.int() })).readonly(),
    lines: z.array(lineSchema).readonly(),
    moreLines: z.boolean(),
    byOthers: z.array(lineSchema).readonly(),
    moreByOthers: z.boolean(),
  })
  .meta({ id: "EntityView", description: "A person or body across articles." }) satisfies z.ZodType<EntityView>;

const corrections = z.array(correctionSchema).readonly();

/** Whatever an id names. */
export const thingSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("line"), line: storedLineSchema, corrections }),
    z.strictObject({ kind: z.literal("article"), article: storedArticleSchema, corrections }),
    z.strictObject({ kind: z.literal("story"), story: storySchema, corrections }),
    z.strictObject({
      kind: z.literal("event"),
      event: eventSchema,
      disputes: z.array(disputeSchema).readonly(),
      corrections,
    }),
    z.strictObject({ kind: z.literal("dispute"), dispute: disputeSchema, corrections }),
    z.strictObject({ kind: z.literal("history"), history: historySchema, corrections }),
    z.strictObject({
      kind: z.literal("origin"),
      origin: originSchema,
      who: known,
      same: sameOriginSchema,
      corrections,
    }),
    z.strictObject({ kind: z.literal("entity"), entity: entityViewSchema, corrections }),
    z.strictObject({ kind: z.literal("correction"), correction: correctionSchema, corrections }),
  ])
  .meta({
    id: "StoredView",
    description: "What an id names, and what people corrected of it.",
  }) satisfies z.ZodType<StoredView>;
