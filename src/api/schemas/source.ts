import { z } from "zod";
import type { SourceView } from "../../ask/told-source.js";
import { sourceGrades } from "../../link/corrections/correction.js";
import { type OfficialSource, officialKinds } from "../../run/official-sources.js";
import { sourceKinds } from "../../store/following-tables.js";
import type { FollowedSource } from "../../store/queries/followed.js";
import type { FoundSource } from "../../store/queries/sources.js";
import { articleSchema } from "./line.js";

const known = z.string().nullable();

export const outletSchema = z
  .strictObject({
    outlet: known,
    articles: z.int(),
    edits: z.int().describe("Versions beyond the first of each article."),
    first: known,
    last: known,
    added: z.string(),
    grade: z
      .enum(sourceGrades)
      .describe("How reliable a person holds it to be, A to E; F cannot be judged, and is what nobody graded."),
    graded: z.strictObject({ by: z.string(), at: z.string(), why: known, id: z.string() }).nullable(),
  })
  .meta({ id: "Outlet", description: "What the database has of one outlet." }) satisfies z.ZodType<FoundSource>;

export const followedSchema = z
  .strictObject({
    address: z.string(),
    kind: z.enum(sourceKinds).nullable(),
    title: known,
    foundIn: known,
    followed: z.string(),
    stopped: known,
    lastSuccess: known,
    lastError: known,
    error: known,
    failures: z.int(),
    seen: z.int(),
    pages: z.int(),
    feedTexts: z.int(),
    waiting: z.int(),
    lost: z.int(),
    gaps: z.array(z.strictObject({ since: z.string(), until: z.string() })).readonly(),
    next: z.string(),
  })
  .meta({
    id: "FollowedSource",
    description: "How a source that is followed fares.",
  }) satisfies z.ZodType<FollowedSource>;

export const officialSchema = z
  .strictObject({
    id: z.string().describe("Read in by the address `official:` with this behind it."),
    issuer: z.string(),
    country: known.describe("ISO code of the issuer's country; null for a body of several."),
    what: z.string(),
    address: z.string().describe("As last known."),
    kind: z.enum(officialKinds),
  })
  .meta({
    id: "OfficialSource",
    description: "An official source that is ready made.",
  }) satisfies z.ZodType<OfficialSource>;

const openItemSchema = z.strictObject({
  id: z.string(),
  address: known,
  state: z.enum(["waiting", "page", "feed-text", "given-up"]),
  seen: z.string(),
  tries: z.int(),
  reason: known.describe("Why its page could not be had."),
  next: known.describe("When it is tried again; null where it is not."),
});

export const sourceSchema = z
  .strictObject({
    id: z.string(),
    outlet: outletSchema.nullable(),
    followed: z
      .array(
        followedSchema.extend({
          outlets: z.array(z.string()).readonly().describe("Whose articles it gave of late."),
          lastItem: z.strictObject({ title: known, address: known, seen: z.string(), article: known }).nullable(),
          open: z.array(openItemSchema).readonly().describe("Items without their page, the latest hundred."),
        }),
      )
      .readonly(),
    official: officialSchema.nullable(),
    articles: z.array(articleSchema).readonly().describe("The latest 50."),
  })
  .meta({ id: "Source", description: "How a source fares." }) satisfies z.ZodType<SourceView>;
