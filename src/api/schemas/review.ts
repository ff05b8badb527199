import { z } from "zod";
import { correctableKinds } from "../../link/corrections/correction.js";
import type { RemarksInUse } from "../../store/queries/review.js";
import type { LineFieldsView } from "../../view/line-fields-view.js";
import { reviewKinds } from "../../view/review-ranking.js";
import type { ReviewView } from "../../view/review-view.js";
import { briefLineSchema } from "./brief.js";
import { markSchema } from "./line.js";

export const reviewSchema = z
  .strictObject({
    kind: z.enum(reviewKinds).describe("line: a statement; event: an act; state: a state of an institution."),
    id: z.string().describe("What a correction of it names: a line, an event, a history or a dispute."),
    state: z.string().nullable().describe("Of a history the state that is meant."),
    weight: z.number(),
    reasons: z.array(z.string()).readonly().describe("Why it weighs what it does."),
    line: briefLineSchema,
    marks: z.array(markSchema).readonly().describe("Notes, tags, whom it is assigned to, what was corrected."),
  })
  .meta({
    id: "ReviewView",
    description: "Something nobody has confirmed or rejected.",
  }) satisfies z.ZodType<ReviewView>;

const used = z.array(z.strictObject({ text: z.string(), count: z.int() })).readonly();

export const remarksSchema = z
  .strictObject({ tags: used, assigned: used, people: z.array(z.string()).readonly() })
  .meta({ id: "RemarksInUse", description: "Tags and names in use." }) satisfies z.ZodType<RemarksInUse>;

export const lineFieldsSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(correctableKinds),
    fields: z
      .array(
        z.strictObject({
          field: z.string().describe("Two names with a space between them are set together."),
          label: z.string(),
          values: z.array(z.string()).readonly().describe("What it holds now, by the values of its choices."),
          now: z.string().describe("The same as the article has it."),
          several: z.boolean(),
          optional: z.boolean(),
          choices: z
            .array(
              z.strictObject({
                ...{ value: z.string(), label: z.string(), note: z.string().nullable() },
                also: z.array(z.string()).readonly().describe("What else it is found by as one types."),
              }),
            )
            .readonly(),
        }),
      )
      .readonly(),
  })
  .meta({ id: "LineFieldsView", description: "What of a line can be corrected." }) satisfies z.ZodType<LineFieldsView>;
