import { z } from "zod";
import { lineKinds } from "../store/lines-of-record.js";
import { findWatches } from "../store/watches.js";
import { command } from "./command.js";
import { list } from "./resource.js";

const name = z.string().trim().min(1).max(100);
const asked = z
  .string()
  .trim()
  .max(200)
  .regex(/[\p{L}\p{N}]/u, "Expected a word to look for.");
const watchedKinds = lineKinds.slice(0, 3);

const watchSchema = z.strictObject({
  name: z.string(),
  countries: z.array(z.string()).readonly().describe("By code or name."),
  who: z.array(z.string()).readonly().describe("By name or title."),
  kinds: z.array(z.enum(lineKinds)).readonly().describe("Empty for all."),
  at: z.string().describe("When it was set up."),
});

/** `/api/watches`: what people want to be told of. */
export const watchesResource = list({
  path: "/api/watches",
  summary: "The watches, by name; as of now, whatever `as_of` says.",
  answers: watchSchema,
  answer: async ({ store, page: { offset, limit } }) =>
    (await findWatches(store)).slice(offset, offset + limit + 1).map(({ seen: _, ...watch }) => watch),
});

/** POST `/api/watches`: sets one up. */
export const saveWatchCommand = command({
  method: "POST",
  path: "/api/watches",
  summary: "Sets up a watch for lines that name any of these countries or people, or changes it.",
  body: z
    .strictObject({
      name,
      countries: z.array(asked).max(50).default([]),
      who: z.array(asked).max(50).default([]),
      kinds: z.array(z.enum(watchedKinds)).max(10).default([]).describe("Empty for all."),
    })
    .refine(({ countries, who }) => countries.length + who.length > 0, "Expected a country or somebody to watch for."),
  status: 201,
  answers: z.strictObject({ name: z.string() }),
  perform: async ({ body, write }) => {
    await write({ kind: "save-watch", ...body });
    return { name: body.name };
  },
});

/** DELETE `/api/watches/{name}`: removes one. */
export const removeWatchCommand = command({
  method: "DELETE",
  path: "/api/watches/:name",
  summary: "Removes a watch.",
  params: z.strictObject({ name }),
  status: 204,
  perform: async ({ params, write }) => void (await write({ kind: "remove-watch", name: params.name })),
});
