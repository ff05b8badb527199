import { fileURLToPath } from "node:url";
import { z } from "zod";
import { nothingKnown } from "../read/known-facts.js";
import { uploadName } from "../run/uploads.js";
import { command } from "./command.js";
import { jobSchema } from "./jobs.js";
import { daySchema, idSchema } from "./query.js";
import { Refusal } from "./refusal.js";
import { largestFile } from "./upload-budget.js";

/** The example crisis that the program ships with. */
export const examplesFolder = fileURLToPath(new URL("../../examples", import.meta.url));

const address = z
  .string()
  .max(2000)
  .refine(
    (written) => /^official:[a-z][a-z0-9-]*$/.test(written) || (/^https?:\/\//i.test(written) && URL.canParse(written)),
    "Expected an http or https address, or official: with the id of an official source.",
  );

const webAddress = z
  .string()
  .max(2000)
  .refine((written) => /^https?:\/\//i.test(written) && URL.canParse(written), "Expected an http or https address.");

/** Of a text that is pasted. No character takes more than six bytes as JSON. */
const mostCharacters = 200_000;
const largestText = 6 * mostCharacters + 10_000;

/** What whoever hands something over may say of it. */
const facts = {
  outlet: z.string().trim().min(1).max(200).optional().describe("Who published it, if it does not say so itself."),
  published: daySchema.optional().describe("When it was published, if it does not say so itself."),
};

/** POST `/api/sources`: reads a feed or a page in. */
export const addSourceCommand = command({
  method: "POST",
  path: "/api/sources",
  summary:
    "Reads a feed, a sitemap, a front page, a page or an official source into the record, with the pages behind its items. The job goes on after the answer; `job` events report it.",
  body: z.strictObject({ address, outlet: facts.outlet }),
  status: 202,
  answers: jobSchema,
  perform: async ({ body, startJob }) =>
    startJob("source", body.address, {
      inputs: [body.address],
      known: { ...nothingKnown, outlet: body.outlet ?? null },
    }),
});

/** POST `/api/texts`: reads a text in. */
export const addTextCommand = command({
  method: "POST",
  path: "/api/texts",
  summary: "Reads a text into the record as one article; a job as well.",
  body: z.strictObject({
    text: z.string().max(mostCharacters).regex(/\p{L}/u, "Expected a text with words in it."),
    title: z.string().trim().min(1).max(500).optional(),
    url: webAddress.optional().describe("Where it was published."),
    ...facts,
  }),
  largest: largestText,
  status: 202,
  answers: jobSchema,
  perform: async ({ body: { text, title = null, url = null, outlet = null, published = null }, startJob }) => {
    // Its first line tells it apart from others.
    const name = uploadName(`${(title ?? text.trim()).slice(0, 60).replace(/[/\\.\s]+/g, " ")}.txt`);
    const known = { id: null, title, url, outlet, published };
    return startJob("text", title ?? "a pasted text", {
      inputs: [],
      files: [{ name, bytes: Buffer.from(text) }],
      known,
    });
  },
});

/** POST `/api/files`: reads a file in. */
export const addFileCommand = command({
  method: "POST",
  path: "/api/files",
  summary:
    "Reads a file into the record: any format of `sitrep formats`. The body is the file as it is, of type application/octet-stream, 32 MB at most; a job as well.",
  query: z.strictObject({ name: idSchema.describe("Its name, with its ending."), ...facts }),
  takesFile: true,
  largest: largestFile,
  status: 202,
  answers: jobSchema,
  perform: async ({ query: { name: given, outlet = null, published = null }, file, startJob }) => {
    if (file.length === 0) {
      throw new Refusal("bad_request", "This file is empty, or was not sent as application/octet-stream.");
    }
    const name = uploadName(given);
    return startJob("file", name, {
      inputs: [],
      files: [{ name, bytes: file }],
      known: { ...nothingKnown, outlet, published },
    });
  },
});

/** POST `/api/followed`: follows a source. */
export const followCommand = command({
  method: "POST",
  path: "/api/followed",
  summary: "Follows a feed, a sitemap, a page or an official source: `sitrep watch` asks it for what is new.",
  body: z.strictObject({ address, outlet: facts.outlet }),
  status: 201,
  answers: z.strictObject({
    address: z.string(),
    outcome: z
      .enum(["followed", "resumed", "known"])
      .describe("resumed: it had been stopped; known: it was followed already."),
  }),
  perform: async ({ body, write }) =>
    // What the task gives.
    (await write({ kind: "follow", address: body.address, outlet: body.outlet ?? null })) as {
      readonly address: string;
      readonly outcome: "followed" | "resumed" | "known";
    },
});

/** DELETE `/api/followed/{id}`: follows it no more. */
export const stopFollowingCommand = command({
  method: "DELETE",
  path: "/api/followed/:id",
  summary: "Stops following a source, by its address; its articles stay.",
  params: z.strictObject({ id: idSchema }),
  status: 204,
  perform: async ({ params, write }) => void (await write({ kind: "stop-following", address: params.id })),
});

/** POST `/api/examples`: reads the example crisis in. */
export const addExamplesCommand = command({
  method: "POST",
  path: "/api/examples",
  summary: "Reads the example crisis that the program ships with into the record; a job as well.",
  status: 202,
  answers: jobSchema,
  perform: async ({ startJob }) =>
    startJob("examples", "the example crisis", { inputs: [examplesFolder], known: nothingKnown }),
});
