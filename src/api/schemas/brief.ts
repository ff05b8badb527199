import { z } from "zod";
import type { BriefLine } from "../../view/brief-line.js";
import type { BriefView } from "../../view/brief-view.js";
import type { DueView } from "../../view/due-view.js";
import type { TimelineView } from "../../view/timeline-view.js";
import { reliabilitySchema } from "./links.js";

const known = z.string().nullable();
const words = z.strictObject({
  text: z.string(),
  verbatim: z.boolean().describe("Whether the article gives all of it as somebody's own words."),
});
const told = z.strictObject({
  origins: z.int(),
  articles: z.int(),
  in: z.array(z.strictObject({ id: z.string(), outlet: known, url: known, title: known })).readonly(),
});

export const briefLineSchema = z
  .strictObject({
    id: z.string().describe("An event, history or dispute, or the line itself."),
    line: z.string().describe("The line that its words are from; of a figure in an article's text, the article."),
    tone: z.enum(["violence", "pressure", "talk", "posture", "denial"]),
    mark: z.string(),
    who: known,
    whom: known,
    day: known,
    dated: z.enum(["on", "since", "reported", "by", "until"]),
    facts: z.array(z.string()).readonly(),
    words: words.nullable(),
    told,
    reliability: reliabilitySchema.nullable().optional().describe("Of an act or a state: how far it can be believed."),
    sides: z
      .array(
        z.strictObject({
          position: z.string(),
          voices: z.array(z.strictObject({ who: z.string(), words, line: known, day: known })).readonly(),
          moreVoices: z.int(),
          told,
        }),
      )
      .readonly(),
    story: known.optional().describe("The story that it is of."),
  })
  .meta({ id: "BriefLine", description: "One line of a brief or a timeline." }) satisfies z.ZodType<BriefLine>;

const periodFields = {
  period: z.strictObject({ since: known, until: known, chosen: z.enum(["asked", "last_day"]), zone: z.string() }),
  about: z.array(z.string()).readonly().describe("What it is narrowed down to, in plain words."),
  size: z.strictObject({ articles: z.int(), outlets: z.int(), stories: z.int(), first: known, last: known }),
};
const section = z
  .strictObject({ lines: z.array(briefLineSchema).readonly(), more: z.int() })
  .meta({ id: "BriefSection" });

export const briefSchema = z
  .strictObject({
    ...periodFields,
    stories: z
      .array(z.strictObject({ id: z.string(), title: known, articles: z.int().describe("Of the period.") }))
      .readonly()
      .describe("The stories of the lines, the most important first."),
    changes: section,
    postures: section,
    actions: section,
    statements: section,
    disputes: section,
    due: section,
  })
  .meta({
    id: "BriefView",
    description: "One page on a period.",
  }) satisfies z.ZodType<BriefView>;

export const timelineSchema = z
  .strictObject({
    ...periodFields,
    days: z
      .array(z.strictObject({ day: z.string(), lines: z.array(briefLineSchema).readonly(), more: z.int() }))
      .readonly(),
    more: z.int(),
  })
  .meta({ id: "TimelineView", description: "What happened, day by day." }) satisfies z.ZodType<TimelineView>;

export const dueSchema = z
  .strictObject({
    on: known.describe("The day that it is asked from; null where there are no articles."),
    period: periodFields.period,
    about: periodFields.about,
    lines: z
      .array(
        briefLineSchema
          .extend({
            state: z
              .enum(["due", "passed", "done", "called_off"])
              .describe("`passed`: its day is over and nobody tells of it."),
            announced: z.string().describe("The first day on which an article tells that it is due."),
            outcome: z
              .strictObject({ line: z.string(), day: z.string() })
              .nullable()
              .describe("The line that tells what came of it."),
          })
          .meta({ id: "DueLine", description: "Something that is or was due." }),
      )
      .readonly(),
    more: z.int(),
  })
  .meta({
    id: "DueView",
    description: "What is due, the next first; then what passed without a report, was done or was called off.",
  }) satisfies z.ZodType<DueView>;
