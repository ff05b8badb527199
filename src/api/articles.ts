import { z } from "zod";
import { toldArticle } from "../ask/told-by-id.js";
import { recordSchema } from "../record/record.js";
import { findArticles } from "../store/queries/find-articles.js";
import { recordById } from "../store/stored-records.js";
import { askedPage } from "./asked-period.js";
import { filterQuery, idSchema } from "./query.js";
import { list, resource } from "./resource.js";
import { articleSchema } from "./schemas/line.js";
import { storedArticleSchema } from "./schemas/thing.js";

/** `/api/articles`: what was read. */
export const articlesResource = list({
  path: "/api/articles",
  summary: "Articles, each in its newest version, newest first.",
  query: filterQuery,
  answers: articleSchema,
  answer: async (asked) => findArticles(asked.store, await askedPage(asked)),
});

/** `/api/articles/{id}`: how one came in, and what its record says. */
export const articleResource = resource({
  path: "/api/articles/:id",
  summary: "An article: how it came in, its versions, its story, whose text it is, and its first 1,000 lines.",
  params: z.strictObject({ id: idSchema }),
  answers: storedArticleSchema,
  answer: ({ params, store }) => toldArticle(store, params.id, mostLines),
});

/** A page of them is no more than a browser can show. */
const mostLines = 1_000;

/** `/api/articles/{id}/record`: its record. */
export const articleRecordResource = resource({
  path: "/api/articles/:id/record",
  summary: "The record of an article as people corrected it: its text, and every line with the spans of its words.",
  params: z.strictObject({ id: idSchema }),
  answers: recordSchema.meta({ id: "ArticleRecord", description: "docs/record.md describes every field." }),
  answer: async ({ params, store }) => (await recordById(store, params.id))?.record ?? null,
});
