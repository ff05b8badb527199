import type { Article } from "../../doc/article.js";

/** An article of which only the text is known. */
export function bareArticle(id: string, text: string): Article {
  const unknown = { url: null, title: null, outlet: null, published: null, publishedFrom: null };
  return { id, ...unknown, authors: [], language: "en", sha256: "", text, messages: [] };
}
