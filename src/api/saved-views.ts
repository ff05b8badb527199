import { z } from "zod";
import { findSavedViews } from "../store/saved-views.js";
import { command } from "./command.js";
import { list } from "./resource.js";

const name = z.string().trim().min(1).max(100);
const by = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .optional()
  .describe("Who saves it. The name of the token counts before it; if neither is given, the server's own user.");
const address = z
  .string()
  .max(4000)
  .regex(/^\/(?!\/|api\/)[^\s#\\]*$/, "Expected the path of a page of the desk with its query, as /timeline?who=Sulk.");

/** `/api/views`: pages of the desk with their filters, under names. */
export const savedViewsResource = list({
  path: "/api/views",
  summary: "The views of the desk that people saved, by name; as of now, whatever `as_of` says.",
  answers: z.strictObject({
    name: z.string(),
    address: z.string().describe("Path and query of the page."),
    by: z.string().describe("Who saved it last."),
    at: z.string().describe("When."),
  }),
  answer: async ({ store, page: { offset, limit } }) => (await findSavedViews(store)).slice(offset, offset + limit + 1),
});

/** POST `/api/views`: saves one. */
export const saveViewCommand = command({
  method: "POST",
  path: "/api/views",
  summary: "Saves a view of the desk under a name, replacing one of that name.",
  body: z.strictObject({ name, address, by }),
  status: 201,
  answers: z.strictObject({ name: z.string() }),
  perform: async ({ body, by, write }) => {
    await write({ kind: "save-view", name: body.name, address: body.address, by: by(body.by) });
    return { name: body.name };
  },
});

/** POST `/api/views/{name}`: gives one another name. */
export const renameViewCommand = command({
  method: "POST",
  path: "/api/views/:name",
  summary: "Gives a saved view another name.",
  params: z.strictObject({ name }),
  body: z.strictObject({ name, by }),
  status: 201,
  answers: z.strictObject({ name: z.string() }),
  perform: async ({ params, body, by, write }) => {
    await write({ kind: "rename-view", name: params.name, to: body.name, by: by(body.by) });
    return { name: body.name };
  },
});

/** DELETE `/api/views/{name}`: deletes one. */
export const deleteViewCommand = command({
  method: "DELETE",
  path: "/api/views/:name",
  summary: "Deletes a saved view.",
  params: z.strictObject({ name }),
  status: 204,
  perform: async ({ params, by, write }) =>
    void (await write({ kind: "delete-view", name: params.name, by: by(undefined) })),
});
