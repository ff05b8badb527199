import type { Article } from "../doc/article.js";

/** How the layers of an analysis are written out. */
export type LayerFormat = "readable" | "conllu";

/** The layers of an article's analysis, written out; it ends with a line end. */
export async function showLayers(article: Article, format: LayerFormat): Promise<string> {
  const heading = format === "conllu" ? `# text_id = ${article.id}\n` : `${article.id}\n`;
  return heading;
}
