import type { Message } from "../../text/message.js";
import { buildArticle } from "../build-article.js";
import type { KnownFacts } from "../known-facts.js";
import { withLevel } from "../page/level-line.js";
import type { ArticleReading } from "../reading.js";
import type { Feed, FeedItem } from "./feed.js";
import { itemParagraphs } from "./item-paragraphs.js";

/**
 * The article that a feed's item holds by itself, without the page behind it: its title and its content, or its summary where it has no
 * content. Its time of publication is the feed's word.
 */
export async function itemArticle(
  item: FeedItem,
  feed: Pick<Feed, "title" | "language">,
  input: string,
  known: KnownFacts,
): Promise<ArticleReading> {
  const body = withLevel(itemParagraphs(item), item.level ?? null, item.title);
  const title = known.title ?? item.title;
  const found = {
    text: (title === null || title === body[0] ? body : [title, ...body]).join("\n\n"),
    title,
    url: item.address,
    outlet: item.outlet ?? feed.title,
    authors: item.authors,
    published: item.published ?? item.updated,
    publishedFrom: "feed" as const,
    language: feed.language,
    messages: item.content === null && item.summary !== null ? [feedSummary] : [],
  };
  return { kind: "article", input, article: await buildArticle(found, known), retrieval: null, source: null };
}

const feedSummary: Message = {
  code: "feed-summary",
  severity: "info",
  span: null,
  reason: "The text is the feed's summary of the article, which may be all of it or a sentence.",
};
