import { parseHTML } from "linkedom";
import type { Message } from "../../text/message.js";
import { type Arrival, noArrival } from "../arrival.js";
import { buildArticle, type FoundFacts } from "../build-article.js";
import type { FeedItem } from "../feed/feed.js";
import type { KnownFacts } from "../known-facts.js";
import { withinDepth } from "../markup-depth.js";
import { decodeText } from "../plain/decode-text.js";
import { publicationDate } from "../publication-date.js";
import { type Reading, unreadable } from "../reading.js";
import { charsetOf } from "../retrieval.js";
import { declaredCharset } from "./declared-charset.js";
import { isInterruption, withoutHeading } from "./furniture.js";
import { isLedToWall } from "./led-away.js";
import { levelLine, withLevel } from "./level-line.js";
import { pageBody, plainBody } from "./page-body.js";
import { type PageMetadata, pageMetadata } from "./page-metadata.js";
import type { PageDocument } from "./page-node.js";
import { outlineOf, type PageBlock, type PageOutline } from "./page-outline.js";
import { paragraphsOf } from "./paragraphs.js";
import { paragraphsOfHtml } from "./paragraphs-of-html.js";
import { isRefusal } from "./refusal.js";
import { revealStory } from "./reveal-story.js";
import { nothingStripped, stripPage } from "./strip-page.js";

/** 32 MiB: a hundred times a long news page; what is bigger is something else. */
const largestPage = 32 * 1024 * 1024;

/**
 * The article in an HTML page. The canonical text is the title and the paragraphs, with a blank line between them. Broken markup is
 * read as far as it goes; a page without a body gives an article with its title alone and the message `page-body-missing`.
 */
export async function readPage(
  bytes: Uint8Array,
  input: string,
  known: KnownFacts,
  { retrieval, item }: Arrival = noArrival,
): Promise<Reading> {
  if (bytes.length > largestPage) {
    return unreadable(input, `this page has ${bytes.length} bytes; pages up to ${largestPage} bytes are read`);
  }
  const decoding = decodeText(bytes, charsetOf(retrieval?.contentType ?? null) ?? declaredCharset(bytes));
  if (decoding.kind === "binary") return unreadable(input, "this is binary data, not a page");
  if (withinDepth(decoding.text, { xmlMode: false }).length < decoding.text.length)
    return unreadable(input, "the elements of this page are nested too deep; no browser would show it");
  const document = parse(decoding.text);
  if (document === null) return unreadable(input, "no markup could be found in this page");
  const page = document.documentElement;
  const level = levelLine(page);
  revealStory(page);
  const outline = outlineOf(page);
  const metadata = pageMetadata(page, outline);
  const title = known.title ?? metadata.title ?? item?.title ?? null;
  const story = storyText(decoding.text, document, outline, metadata, {
    title,
    isLedAway: retrieval !== null && isLedToWall(retrieval),
  });
  const found: FoundFacts = {
    ...metadata,
    publishedFrom: "metadata",
    text: [
      ...(title === null ? [] : [title]),
      ...withLevel(story.paragraphs, story.paragraphs.length === 0 ? null : level, title),
    ].join("\n\n"),
    messages: [...decoding.messages, ...story.messages],
  };
  const article = await buildArticle(item === null ? found : fillFromItem(found, item), {
    ...known,
    url: known.url ?? retrieval?.address ?? null,
  });
  return { kind: "article", input, article, retrieval, source: null };
}

interface StoryText {
  readonly paragraphs: readonly string[];
  readonly messages: readonly Message[];
}

/** The story's paragraphs without its heading lines: those of the page, or those in its JSON-LD where the page shows none of them or only their beginning. */
function storyText(
  html: string,
  document: PageDocument,
  outline: PageOutline | null,
  metadata: PageMetadata,
  { title, isLedAway }: { readonly title: string | null; readonly isLedAway: boolean },
): StoryText {
  const page = document.documentElement;
  const headings = [
    title,
    metadata.title,
    outline?.heading?.textContent ?? null,
    page.querySelector("title")?.textContent ?? null,
  ];
  const day = metadata.published === null ? null : publicationDate(metadata.published);
  const { marked, beside } = outline === null ? nothingStripped : stripPage(outline);
  const found = outline === null ? plainBody(page) : pageBody(document, outline, beside);
  const paragraphs = found.length > 0 ? found : plainAgain(html);
  const body = withoutHeading(paragraphs, { ...metadata, title, published: day });
  const shown = isRefusal(headings, body, outline ?? { blocks: [], heading: null }, isLedAway) ? [] : body;
  const told = metadata.body === null ? [] : paragraphsOfText(metadata.body);
  if (lengthOf(told) >= Math.max(shortestTold, 2 * lengthOf(shown))) return { paragraphs: told, messages: [] };
  if (shown.length === 0) return { paragraphs: [], messages: [bodyMissing] };
  return { paragraphs: shown, messages: metadata.free !== true && isCut(shown, marked, outline) ? [teaser] : [] };
}

/** The plain body of a page that Readability took apart and found nothing in. */
function plainAgain(html: string): readonly string[] {
  const document = parse(html);
  if (document === null) return [];
  revealStory(document.documentElement);
  const outline = outlineOf(document.documentElement);
  const { beside } = outline === null ? nothingStripped : stripPage(outline);
  return plainBody(document.documentElement).filter((one) => !beside.has(one));
}

/** In characters: what JSON-LD gives for a text may be a summary. */
const shortestTold = 200;

function lengthOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, one) => sum + one.length, 0);
}

function paragraphsOfText(written: string): readonly string[] {
  const text = /&lt;\/?(?:p|br|div)\b/i.test(written)
    ? written.replaceAll("&lt;", "<").replaceAll("&gt;", ">")
    : written;
  if (/<\/?(?:p|br|div|a|b|i|em|strong)\b[^<>]*>|&[a-z]{2,8};|&#\d+;/i.test(text))
    return paragraphsOfHtml(text.replace(/\n+/g, "<br><br>"));
  return text
    .split(/\n+/)
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "" && !isInterruption(line));
}

/** Whether a box behind the last paragraph says that the rest is for subscribers. */
function isCut(shown: readonly string[], walls: readonly PageBlock[], outline: PageOutline | null): boolean {
  const blocks = outline?.blocks ?? [];
  const last = blocks.findLastIndex(({ text }) => text === shown.at(-1));
  return walls.some((wall) => wall.mark === "wall" && blocks.indexOf(wall) > last && last >= 0);
}

/** Where the body finder takes less of the text than this, it took one story of several. */
const smallestShare = 0.6;

/** The paragraphs of a page that came without its surroundings, as in a mail: the body, or all where the body is only a part. */
export function bodyOfHtml(html: string): readonly string[] {
  const document = parse(withinDepth(html, { xmlMode: false }));
  if (document === null) return [];
  const all = paragraphsOf(document.documentElement);
  const outline = outlineOf(document.documentElement);
  const body = outline === null ? [] : pageBody(document, outline, new Set());
  return body.join("").length < all.join("").length * smallestShare ? all : body;
}

/** The page's document, with the elements that every document has; `null` where the parser gives up. */
function parse(html: string): PageDocument | null {
  const source = /<body[\s>]/i.test(html) || /<frameset/i.test(html) ? html : wrap(html);
  try {
    // linkedom types its document by the browser's library, which the compiler is not given (see page-node.ts).
    const { document } = parseHTML(source) as unknown as { document: Partial<PageDocument> };
    return document.documentElement?.localName === "html" ? (document as PageDocument) : parseAgain(html);
  } catch {
    return null;
  }
}

function parseAgain(html: string): PageDocument {
  const { document } = parseHTML(`<html><body>${html}</body></html>`) as unknown as { document: PageDocument };
  return document;
}

/** linkedom does not supply the elements that a page leaves out: a fragment's first element would become the document's. */
function wrap(html: string): string {
  const inner = html
    .replace(/^\ufeff?\s*(?:<\?xml[^>]*>)?\s*(?:<!doctype[^>]*>)?/i, "")
    .replace(/<\/?html[^>]*>/gi, "");
  const head = /<\/head\s*>/i.exec(inner);
  if (head === null) return `<html><body>${inner}</body></html>`;
  const end = head.index + head[0].length;
  return `<html>${inner.slice(0, end)}<body>${inner.slice(end)}</body></html>`;
}

/** What the page leaves unsaid, from the feed that led to it. */
function fillFromItem(found: FoundFacts, item: FeedItem): FoundFacts {
  // Atom asks for the time of the last change alone, and that is what most of its feeds tell.
  const told = item.published ?? item.updated;
  const fromFeed = found.published === null && told !== null;
  return {
    ...found,
    title: found.title ?? item.title,
    outlet: found.outlet ?? item.outlet ?? null,
    authors: found.authors.length > 0 ? found.authors : item.authors,
    published: found.published ?? told,
    publishedFrom: fromFeed ? "feed" : found.publishedFrom,
  };
}

const teaser: Message = {
  code: "page-teaser",
  severity: "info",
  span: null,
  reason: "The page shows the beginning of the article only; the rest is for subscribers.",
};

const bodyMissing: Message = {
  code: "page-body-missing",
  severity: "warning",
  span: null,
  reason:
    "No article was found on this page: it may be a list of articles, one that a script fills in, a dialog, or a page to sign in on.",
};
