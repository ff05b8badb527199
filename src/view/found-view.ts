import type { FoundArticle } from "../store/queries/search.js";
import type { Span } from "../text/span.js";
import type { LineView } from "./line-view.js";

/** Articles and lines that have words in them, the newest first. */
export interface FoundView {
  readonly articles: readonly FoundArticle[];
  readonly moreArticles: boolean;
  readonly lines: readonly FoundLineView[];
  readonly moreLines: boolean;
}

/** A line, and where in its `words` those asked for stand. */
export interface FoundLineView extends LineView {
  readonly highlights: readonly Span[];
}

/** The line with its highlights. @param words those that answer, as the article has them */
export function foundLineView(line: LineView, words: ReadonlySet<string>): FoundLineView {
  const highlights = [...line.words.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
    .filter(([word]) => words.has(word))
    .map(({ index, 0: word }): Span => [index, index + word.length]);
  return { ...line, highlights };
}
