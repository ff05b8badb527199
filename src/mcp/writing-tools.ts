import { z } from "zod";
import { idSchema } from "../api/query.js";
import { Refusal } from "../api/refusal.js";
import { correctionSchema } from "../api/schemas/thing.js";
import type { CorrectionView } from "../view/correction-view.js";
import type { Correct, Tool } from "./tool.js";

const output = z.strictObject({ correction: correctionSchema });

const reason = z.string().trim().min(1).max(2_000).optional().describe("Why: it is kept and shown with it.");
const state = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .optional()
  .describe("Of a history the state that is meant, as ordered_departure; the one that holds now if not given.");

interface Written<Input extends z.ZodObject> extends Pick<Tool, "name" | "title" | "description" | "writes"> {
  readonly input: Input;
  readonly task: (args: z.output<Input>) => Parameters<Correct>[0];
}

function writingTool<Input extends z.ZodObject>({ task, ...own }: Written<Input>): Tool {
  return {
    ...{ ...own, output },
    call: async (args, { correct }) => {
      if (correct === null) throw new Refusal("forbidden", "This assistant may read, but not correct.");
      const { reason: why = null } = args as { readonly reason?: string };
      // It is what the input's own schema gave; and what comes back, what a correction gives.
      return { correction: (await correct(task(args as z.output<Input>), why)) as CorrectionView };
    },
  };
}

/** What an assistant can say of the record where it may; each is kept under its name, shown, and can be taken back. */
export const writingTools: readonly Tool[] = [
  writingTool({
    name: "confirm",
    title: "Confirm",
    description:
      "Says, by your name, that a line, an act, a state of a history, a dispute or a person is right. Only when a person asked you to.",
    input: z.strictObject({ id: idSchema, state, reason }),
    writes: "adds",
    task: ({ id, state }) => ({ kind: "confirm", id, state }),
  }),
  writingTool({
    name: "reject",
    title: "Reject",
    description:
      "Says, by your name, that a line, an act, a state of a history, a dispute or a person is wrong: it is hidden, and can be brought back by `undo`. Only when a person asked you to.",
    input: z.strictObject({ id: idSchema, state, reason }),
    writes: "takes_away",
    task: ({ id, state }) => ({ kind: "hide", id, state }),
  }),
  writingTool({
    name: "undo",
    title: "Undo",
    description: "Takes a correction back, by its id (co_…). Both stay on record.",
    input: z.strictObject({
      id: z.string().regex(/^co_\d{1,15}$/, "Expected the id of a correction, as co_1."),
      reason,
    }),
    writes: "adds",
    task: ({ id }) => ({ kind: "undo", id }),
  }),
];
