import { paragraphsOfHtml } from "../page/paragraphs-of-html.js";
import type { FeedItem } from "./feed.js";

/** The paragraphs that a feed holds of an item, without the line in which its program says where it stood first. */
export function itemParagraphs({
  content,
  summary,
  title,
}: Pick<FeedItem, "content" | "summary" | "title">): readonly string[] {
  const paragraphs = paragraphsOfEscaped(content ?? summary ?? "");
  const last = paragraphs.at(-1);
  if (last === undefined) return paragraphs;
  const kept = withoutOrigin(last, title);
  return kept === last ? paragraphs : [...paragraphs.slice(0, -1), ...(kept === "" ? [] : [kept])];
}

/** What follows a text in feeds: "The post Quay shut appeared first on Orsen Mail." */
const origin =
  /(?:^|\s)(?:the (?:post|article|story)\s.{1,300}?|this (?:post|article|story)\s+)(?:appeared first|first appeared|was (?:first|originally) published) (?:on|in|at|by) .{1,100}$/iu;
const ownOrigin =
  /^\s*(?:appeared first|first appeared|was (?:first|originally) published) (?:on|in|at|by) .{1,100}$/iu;

function withoutOrigin(paragraph: string, title: string | null): string {
  if (title !== null && paragraph.startsWith(title) && ownOrigin.test(paragraph.slice(title.length))) return "";
  const tail = paragraph.slice(-longestOrigin);
  const found = origin.exec(tail);
  return found === null ? paragraph : paragraph.slice(0, paragraph.length - tail.length + found.index).trim();
}

/** In characters. */
const longestOrigin = 450;

/** Programs escape what is escaped already, up to this often. */
const mostEscaped = 3;

/** Opens with a tag of running text and has an end tag: markup that nobody writes to be read as it is. */
const escapedMarkup =
  /^\s*<(?:p|div|span|br|ul|ol|li|h[1-6]|table|article|section|blockquote|figure|img|a|strong|em|b|i)(?:\s[^<>]*)?\/?>[\s\S]*<\/[a-z][a-z0-9]*>/i;
const entity = /&(?:#\d{2,6}|#x[\da-f]{2,6}|[a-z]{2,8}\d?);/i;

/** The paragraphs of HTML that may have been escaped more than once: tags or entities that would be read as words are taken for what they are. */
export function paragraphsOfEscaped(html: string): readonly string[] {
  let paragraphs = paragraphsOfHtml(html);
  for (let again = 1; again < mostEscaped; again++) {
    const text = paragraphs.join("\n\n");
    if (escapedMarkup.test(text)) paragraphs = paragraphsOfHtml(text);
    else if (entity.test(text))
      paragraphs = paragraphs.flatMap((one) => (entity.test(one) ? resolvedEntities(one) : [one]));
    else return paragraphs;
  }
  return paragraphs;
}

function resolvedEntities(paragraph: string): readonly string[] {
  return paragraphsOfHtml(paragraph.replaceAll("<", "&lt;"));
}
