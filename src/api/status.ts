import { existsSync } from "node:fs";
import { z } from "zod";
import { version } from "../run/version.js";
import { recordSize } from "../store/queries/record-size.js";
import { databaseZone } from "../store/zone.js";
import { examplesFolder } from "./reading-in.js";
import { resource } from "./resource.js";

/** `/api/status`: which program this is, and how much it has read. */
export const statusResource = resource({
  path: "/api/status",
  summary: "Which program answers, and how much its record holds.",
  answers: z.strictObject({
    version: z.string(),
    database: z.strictObject({
      articles: z.int(),
      lines: z.int(),
      stories: z.int(),
      sources: z.int().describe("Outlets whose articles are kept."),
      firstDay: z.string().nullable(),
      lastDay: z.string().nullable(),
      lastAdded: z.string().nullable().describe("When an article last came in."),
    }),
    zone: z.string().describe("The time zone of all days, by its name in the IANA database."),
    mayCorrect: z.boolean().describe("Whether you may correct the record."),
    examples: z.boolean().describe("Whether the example crisis can be read in."),
  }),
  answer: async ({ store, mayCorrect }) => ({
    version,
    database: await recordSize(store),
    zone: await databaseZone(store),
    mayCorrect,
    examples: existsSync(examplesFolder),
  }),
});
