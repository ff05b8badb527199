import type { LinkInput } from "../../src/link/link-input.js";
import { recordFormat } from "../../src/record/format.js";
import type { ArticleRecord } from "../../src/record/record.js";

/** What a test tells of an article; the rest is unknown. */
export type GivenArticle = Partial<
  Pick<ArticleRecord["article"], "url" | "title" | "outlet" | "authors" | "published">
> &
  Partial<Pick<ArticleRecord, "entities" | "times" | "statements" | "actions" | "postures" | "stances" | "places">> & {
    readonly fetched?: string;
  };

/** An article to link, with an empty record but for what is given. The text starts with the title where one is given. */
export function articleToLink(id: string, body: string, given: GivenArticle = {}): LinkInput {
  const { fetched = null, entities = [], places = [], times = [], statements = [], actions = [] } = given;
  const {
    postures = [],
    stances = [],
    url = null,
    title = null,
    outlet = null,
    authors = [],
    published = null,
  } = given;
  const text = title === null ? body : `${title}\n\n${body}`;
  const article = {
    ...{ id, url, title, outlet, authors, published, language: "en", sha256: "0".repeat(64), text },
    publishedFrom: published === null ? null : ("option" as const),
  };
  const producer = { name: "sitrep", version: "test", model: null } as const;
  const lists = { entities, places, times, statements, actions, postures, stances, messages: [] };
  return { id, fetched, record: { format: recordFormat, producer, article, ...lists } };
}
