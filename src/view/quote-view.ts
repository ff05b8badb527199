import { lineId } from "../store/line-id.js";
import type { LinkSources, SourceArticle } from "../store/queries/link-sources.js";
import type { Span } from "../text/span.js";
import type { ArticleView } from "./line-view.js";
import { type OriginView, originView } from "./origin-view.js";
import { quotedWords } from "./quoted-words.js";

/** Words of an article that a link rests on. */
export interface QuoteView {
  /** Of the line; of the article's version where the words are in no line, as a figure may be. */
  readonly id: string;
  readonly article: ArticleView;
  /** As the article has them. */
  readonly words: string;
  readonly spans: readonly Span[];
  /** Whose voice it is, where that was asked for; else `null`. */
  readonly voice: OriginView | null;
}

/** Where a link stands in an article. */
export interface QuotedPlace {
  readonly article: string;
  readonly line: string | null;
  readonly spans: readonly Span[];
}

/** The words at that place. @throws {RangeError} where the article is not among the sources: it was not asked for. */
export function quoteView({ article, line, spans }: QuotedPlace, sources: LinkSources): QuoteView {
  const source = sources.articles.get(article);
  if (source === undefined) throw new RangeError(`Found no article ${article} among the sources of a view.`);
  const id = idOfPlace({ article, line });
  const voice = sources.originOf.get(id);
  return {
    id,
    article: articleView(source),
    words: quotedWords(source.text, spans),
    spans,
    voice: voice === undefined ? null : originView(voice),
  };
}

/** What `sitrep explain` opens to show the words. */
export function idOfPlace({ article, line }: Pick<QuotedPlace, "article" | "line">): string {
  return line === null ? article : lineId(article, line);
}

export function articleView({ id, title, outlet, published, url }: Omit<SourceArticle, "text">): ArticleView {
  return { id, title, outlet, published, url };
}
