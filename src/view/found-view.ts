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
  /** How many articles tell it: it is found once, in the newest. */
  readonly articles: number;
}

/** The line with its highlights. @param words those that answer, as the article has them */
export function foundLineView(
  line: LineView,
  { words, articles }: { readonly words: ReadonlySet<string>; readonly articles: number },
): FoundLineView {
  const highlights = [...line.words.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
    .filter(([word]) => words.has(word))
    .map(({ index, 0: word }): Span => [index, index + word.length]);
  return { ...line, highlights, articles };
}
