import { z } from "zod";
import { actionSchema } from "../../record/action.js";
import { postureValues } from "../../record/kinds.js";
import { spanSchema } from "../../text/span-schema.js";
import type { ClaimView } from "../../view/claim-view.js";
import type { DisputeView } from "../../view/dispute-view.js";
import type { EventView, TellingView } from "../../view/event-view.js";
import type { HistoryView } from "../../view/history-view.js";
import type { OriginView, VoicesView } from "../../view/origin-view.js";
import type { EventOriginsView, LineOriginsView, SameOriginView } from "../../view/origins-view.js";
import type { ReliabilityView } from "../../view/reliability-view.js";
import type { ToldView } from "../../view/stored-line-view.js";
import { articleSchema, lineSchema, markSchema } from "./line.js";

/** As the record has them. */
const postureAspects = Object.keys(postureValues) as (keyof typeof postureValues)[];

const known = z.string().nullable();
const day = known.describe("A day; null where none is known.");

export const originSchema = z
  .strictObject({
    id: known,
    name: z.string(),
    kind: z.string().describe("speaker: somebody known; unnamed: nobody known; text: an outlet's own account."),
    through: known.describe("Whom an unnamed speaker spoke to."),
  })
  .meta({ id: "OriginView", description: "Where a claim entered the news." }) satisfies z.ZodType<OriginView>;

const voicesSchema = z.strictObject({ count: z.int(), named: z.array(originSchema).readonly() }).meta({
  id: "VoicesView",
  description: "Independent voices: how many, and the first by name.",
}) satisfies z.ZodType<VoicesView>;

export const reliabilitySchema = z
  .strictObject({
    sourcing: z
      .enum(["reported", "claimed", "contested", "withdrawn"])
      .describe(
        "reported: an outlet or agency says so in its own voice; claimed: it is told on the word of those who say so; contested: somebody says that it is not so; withdrawn: whoever told it took it back.",
      ),
    credibility: z
      .literal([1, 2, 3, 4, 5, 6])
      .describe(
        "From 1, confirmed by others, to 5, improbable; 6 cannot be judged. By the rule in docs/methods/reliability.md.",
      ),
    vouching: z.int().describe("Independent origins that vouch for it."),
    against: z.int().describe("Independent origins that say it is not so."),
  })
  .meta({
    id: "ReliabilityView",
    description: "On whose word an act or a state is told, and how far it can be believed.",
  }) satisfies z.ZodType<ReliabilityView>;

const quoteFields = {
  id: z.string().describe("Of the line; of the article's version where the words are in no line."),
  article: articleSchema,
  words: z.string(),
  spans: z.array(spanSchema).readonly(),
  voice: originSchema.nullable(),
};

const tellingSchema = z
  .strictObject({
    ...quoteFields,
    status: actionSchema.unwrap().shape.status,
    date: day,
    dated: z.enum(["told", "published", "unknown"]),
    reason: z.string(),
  })
  .meta({ id: "TellingView", description: "Where an event stands in an article." }) satisfies z.ZodType<TellingView>;

const namedSchema = z.strictObject({ id: known, name: z.string() }).meta({ id: "NamedView" });

const eventFields = {
  id: z.string(),
  kind: z.enum(["action", "posture"]),
  what: z.string().describe("A PLOVER type, or a posture's aspect and value."),
  who: z.array(namedSchema).readonly(),
  first: day,
  last: day,
  statuses: z.array(actionSchema.unwrap().shape.status).readonly(),
  voices: voicesSchema,
  reliability: reliabilitySchema,
  articles: z.int(),
};

export const eventSchema = z
  .strictObject({ ...eventFields, tellings: z.array(tellingSchema).readonly(), moreTellings: z.int() })
  .meta({
    id: "EventView",
    description: "One action or posture with the articles that tell it.",
  }) satisfies z.ZodType<EventView>;

const disputeFields = {
  headline: z.strictObject({
    claim: z.string().describe("What is held or denied, as a sentence; of figures what is counted."),
    heldBy: z.array(z.string()).readonly(),
    deniedBy: z.array(z.string()).readonly(),
    since: day.describe("The day on which both sides had first told it."),
    earliest: z.strictObject({ ...quoteFields, date: day }).nullable(),
    ownVoice: z
      .array(z.strictObject({ outlet: z.string(), position: z.string(), id: z.string(), words: z.string() }))
      .readonly()
      .describe("Outlets that take a side in their own voice."),
  }),
  kind: z.enum(["event", "statement", "figure"]),
  about: z.string(),
  first: day,
  last: day,
  sides: z
    .array(
      z.strictObject({
        position: z.string().describe("asserts and denies, or the number that the side gives."),
        voices: voicesSchema,
        ends: z.array(z.strictObject({ ...quoteFields, date: day })).readonly(),
        moreEnds: z.int(),
      }),
    )
    .readonly(),
  course: z
    .array(
      z.strictObject({
        day,
        reports: z.array(z.int()).readonly().describe("How many articles told each side on that day, by side."),
        stood: z
          .enum(["told", "opened", "contested"])
          .describe("told: by one side alone so far; opened: the day of the second side; contested: since then."),
      }),
    )
    .readonly()
    .describe("How it stood over time: the days on which articles added to it."),
  reason: z.string(),
};

export const disputeSchema = z
  .strictObject({
    id: z.string(),
    ...disputeFields,
    marks: z.array(markSchema).readonly().describe("Notes, tags, whom it is assigned to, that it is confirmed."),
  })
  .meta({ id: "DisputeView", description: "What articles do not agree on." }) satisfies z.ZodType<DisputeView>;

export const claimSchema = z
  .strictObject({
    ...disputeFields,
    line: lineSchema,
    event: known.describe("The act or state that it is; null where it is what somebody said."),
    disputes: z.array(z.strictObject({ id: z.string(), claim: z.string() })).readonly(),
  })
  .meta({
    id: "ClaimView",
    description: "What a line claims, and who holds and denies it.",
  }) satisfies z.ZodType<ClaimView>;

export const historySchema = z
  .strictObject({
    id: z.string(),
    subject: namedSchema,
    institution: z
      .strictObject({
        key: known.describe("Histories of one key are of one institution; null where it is one within a story alone."),
        kind: z.string(),
        of: z.string().describe("Whose it is, as an ISO 3166-1 code."),
        in: known.describe("In which country."),
        town: known,
      })
      .nullable()
      .describe("Whose institution it is and where; null where the articles do not tell."),
    within: known,
    aspect: z.enum(postureAspects),
    states: z
      .array(
        z.strictObject({
          value: z.string(),
          standing: z.enum(["in_force", "disputed", "denied", "announced", "possible"]),
          from: day,
          dated: z.enum(["told", "published", "unknown"]),
          until: day,
          supersededBy: known,
          voices: voicesSchema,
          reliability: reliabilitySchema,
          tellings: z.array(tellingSchema).readonly(),
          moreTellings: z.int(),
          reason: z.string(),
        }),
      )
      .readonly(),
  })
  .meta({
    id: "HistoryView",
    description: "The states of one aspect of one institution, in order of time.",
  }) satisfies z.ZodType<HistoryView>;

export const sameOriginSchema = z
  .strictObject({
    lines: z.int(),
    articles: z.int(),
    latest: z.array(lineSchema).readonly(),
    more: z.boolean(),
  })
  .meta({ id: "SameOriginView", description: "What has the same origin." }) satisfies z.ZodType<SameOriginView>;

export const toldSchema = z
  .strictObject({ origin: originSchema, steps: z.array(z.string()).readonly(), reason: z.string() })
  .meta({ id: "ToldView", description: "The way of a claim into an article." }) satisfies z.ZodType<ToldView>;

const eventOriginsSchema = z.strictObject({
  event: z.strictObject(eventFields),
  independent: z
    .array(z.strictObject({ origin: originSchema.nullable(), lines: z.int(), first: tellingSchema }))
    .readonly(),
  moreVoices: z.int(),
}) satisfies z.ZodType<EventOriginsView>;

export const lineOriginsSchema = z
  .strictObject({
    line: lineSchema,
    told: toldSchema,
    same: sameOriginSchema,
    events: z.array(eventOriginsSchema).readonly(),
  })
  .meta({
    id: "LineOriginsView",
    description: "Where the claim of a line entered the news.",
  }) satisfies z.ZodType<LineOriginsView>;
