import { z } from "zod";
import { correctionDoings, remarkKinds, sourceGrades } from "../link/corrections/correction.js";
import { latestCorrections } from "../store/queries/corrections.js";
import { type CorrectionView, correctionView } from "../view/correction-view.js";
import { type Commanded, command } from "./command.js";
import { idSchema, someOf, wordsSchema } from "./query.js";
import { list } from "./resource.js";
import { correctionSchema } from "./schemas/thing.js";
import type { CorrectTask } from "./writing/task.js";

const answers = correctionSchema;

/** `/api/corrections`: what people said against the record. */
export const correctionsResource = list({
  path: "/api/corrections",
  summary:
    "Corrections, the latest first. `as_of` lists those made by then; the record itself is always shown as corrected now.",
  query: z.strictObject({
    by: wordsSchema.optional().describe("Only those of this person, by name."),
    kind: someOf(correctionDoings).optional(),
    about: idSchema.optional().describe("Only those of what has this id."),
  }),
  answers,
  answer: async ({ store, page, moment, query }) =>
    (await latestCorrections(store, { until: moment, ...query, offset: page.offset, limit: page.limit + 1 })).map(
      correctionView,
    ),
});

const by = z.string().trim().min(1).max(100).optional();
const signed = {
  by: by.describe("Who corrects. The name of the token counts before it; if neither is given, the server's own user."),
  reason: z.string().trim().max(2000).optional().describe("Why; it is shown with the correction."),
};

const state = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .optional()
  .describe("Which state of a history, as `ordered_departure`; the one that holds now if not given.");

const correctionBody = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("merge"),
    ids: z
      .array(idSchema)
      .min(2)
      .max(50)
      .describe(
        "Entities (wh_…), stories (sy_…), events (ev_…) or disputes (di_…) that are one; they go by the first id.",
      ),
    ...signed,
  }),
  z.strictObject({
    kind: z.literal("split"),
    id: idSchema.describe("An entity, a story or an event."),
    members: z
      .array(idSchema)
      .min(1)
      .max(500)
      .describe(
        "What to split off: members of an entity, as art_5c34f14789777e74/en_3, articles of a story, or lines of an event.",
      ),
    ...signed,
  }),
  z.strictObject({
    kind: z.literal("hide"),
    id: idSchema.describe(
      "What is wrong: a line, all lines of an event or of a state of a history, a dispute or an entity that is none, or an article to take out.",
    ),
    state,
    lines: z.boolean().optional().describe("Of a dispute: reject the lines on its sides, rather than the dispute."),
    ...signed,
  }),
  z.strictObject({
    kind: z.literal("confirm"),
    id: idSchema.describe("What is right: a line, an event, a state of a history, a dispute or an entity."),
    state,
    ...signed,
  }),
  z.strictObject({
    kind: z.enum(remarkKinds),
    id: idSchema.describe("What is noted, tagged or assigned: a line, an event, a state of a history or a dispute."),
    state,
    text: z
      .string()
      .trim()
      .min(1)
      .max(2000)
      .describe(
        "The note; the tag, of at most 60 characters; or the name of whoever is to look at it, of at most 100.",
      ),
    ...signed,
  }),
  z.strictObject({
    kind: z.literal("rename"),
    id: idSchema.describe("A known person or body (wh_…)."),
    name: z.string().trim().min(1).max(200).describe("The name under which it is shown."),
    ...signed,
  }),
  z.strictObject({
    kind: z.literal("grade"),
    outlet: z.string().min(1).max(1000).describe("The name of an outlet, as `/api/sources` has it."),
    grade: z
      .enum(sourceGrades)
      .describe("How reliable it is by the Admiralty code: A completely … E not; F cannot be judged."),
    ...signed,
  }),
  z.strictObject({
    kind: z.literal("relabel"),
    id: idSchema.describe("A line."),
    fields: z
      .record(z.string().regex(/^[a-z]{1,20}$/), z.string().max(500).nullable())
      .refine((fields) => Object.keys(fields).length > 0, "Expected at least one field.")
      .describe("What fields should hold, as `sitrep relabel` takes them; null empties one."),
    ...signed,
  }),
]);

/** POST `/api/corrections`: says what is wrong or right in the record. */
export const correctCommand = command({
  method: "POST",
  path: "/api/corrections",
  summary:
    "Corrects, confirms or annotates something in the record, or grades a source. What rests on it is linked again before the answer comes.",
  body: correctionBody,
  status: 201,
  answers,
  perform: async ({ body, by, write }) => written(await write({ ...taskOf(body), ...signatureOf(body, by) })),
});

/** POST `/api/corrections/{id}/undo`: takes one back. */
export const undoCommand = command({
  method: "POST",
  path: "/api/corrections/:id/undo",
  summary: "Takes a correction back. Both stay on record, and an undo can be undone too.",
  params: z.strictObject({ id: z.string().regex(/^co_\d{1,15}$/) }),
  body: z.strictObject(signed),
  status: 201,
  answers,
  perform: async ({ params, body, by, write }) =>
    written(await write({ kind: "undo", id: params.id, ...signatureOf(body, by) })),
});

type Unsigned<Task> = Task extends unknown ? Omit<Task, "by" | "why"> : never;

function taskOf(body: z.output<typeof correctionBody>): Unsigned<CorrectTask> {
  switch (body.kind) {
    case "merge":
      return { kind: "merge", ids: body.ids };
    case "split":
      return { kind: "split", id: body.id, members: body.members };
    case "hide":
      return { kind: "hide", id: body.id, state: body.state, lines: body.lines };
    case "confirm":
      return { kind: "confirm", id: body.id, state: body.state };
    case "note":
    case "tag":
    case "assign":
      return { kind: body.kind, id: body.id, state: body.state, text: body.text };
    case "rename":
      return { kind: "rename", id: body.id, name: body.name };
    case "grade":
      return { kind: "grade", outlet: body.outlet, grade: body.grade };
    case "relabel": {
      const fields = Object.entries(body.fields).map(([field, value]) => `${field}=${value ?? "none"}`);
      return { kind: "relabel", id: body.id, fields };
    }
  }
}

function signatureOf(
  { by: said, reason }: { readonly by?: string | undefined; readonly reason?: string | undefined },
  by: Commanded<unknown, unknown>["by"],
) {
  return { by: by(said), why: reason === undefined || reason === "" ? null : reason };
}

/** What writing gives for a correction. */
function written(result: unknown): CorrectionView {
  return result as CorrectionView;
}
