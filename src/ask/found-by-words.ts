import { type SearchQuestion, search } from "../store/queries/search.js";
import type { Store } from "../store/store.js";
import { type FoundView, foundLineView } from "../view/found-view.js";
import { lineView } from "../view/line-view.js";

/** The articles and the lines that have all of the words. */
export async function foundByWords(store: Store, question: SearchQuestion): Promise<FoundView> {
  const { articles, lines, words } = await search(store, question);
  return {
    articles: articles.found,
    moreArticles: articles.more,
    lines: lines.lines.map((line, at) => foundLineView(lineView(line), words[at] ?? new Set())),
    moreLines: lines.more,
  };
}
