import { fileURLToPath } from "node:url";
import { z } from "zod";
import { command } from "./command.js";
import { jobSchema } from "./jobs.js";

/** The example crisis that the program ships with. */
export const examplesFolder = fileURLToPath(new URL("../../examples", import.meta.url));

const address = z
  .string()
  .max(2000)
  .refine(
    (written) => /^official:[a-z][a-z0-9-]*$/.test(written) || (/^https?:\/\//i.test(written) && URL.canParse(written)),
    "Expected an http or https address, or official: with the id of an official source.",
  );

/** POST `/api/sources`: reads a feed or a page in. */
export const addSourceCommand = command({
  method: "POST",
  path: "/api/sources",
  summary:
    "Reads a feed, a sitemap, a front page, a page or an official source into the record, with the pages behind its items. The job goes on behind the answer; `job` events tell of it.",
  body: z.strictObject({
    address,
    outlet: z.string().trim().min(1).max(200).optional().describe("Who published it, where it does not say so itself."),
  }),
  status: 202,
  answers: jobSchema,
  perform: async ({ body, startJob }) =>
    startJob("source", body.address, { inputs: [body.address], outlet: body.outlet ?? null }),
});

/** POST `/api/examples`: reads the example crisis in. */
export const addExamplesCommand = command({
  method: "POST",
  path: "/api/examples",
  summary: "Reads the example crisis that the program ships with into the record; a job as well.",
  status: 202,
  answers: jobSchema,
  perform: async ({ startJob }) =>
    startJob("examples", "the example crisis", { inputs: [examplesFolder], outlet: null }),
});
