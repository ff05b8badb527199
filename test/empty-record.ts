import { recordFormat } from "../src/record/format.js";
import type { ArticleRecord } from "../src/record/record.js";

/** The record of an article in which nothing was found. */
export const emptyRecord: ArticleRecord = {
  format: recordFormat,
  producer: { name: "sitrep", version: "0.0.0", model: null },
  article: {
    id: "art_1",
    url: null,
    title: null,
    outlet: null,
    authors: [],
    published: null,
    publishedFrom: null,
    language: "en",
    sha256: "0".repeat(64),
    text: "Quay at Orsen shut",
  },
  entities: [],
  places: [],
  times: [],
  statements: [],
  actions: [],
  postures: [],
  stances: [],
  messages: [],
};
