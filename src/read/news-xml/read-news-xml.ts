import type { Message } from "../../text/message.js";
import { buildArticle } from "../build-article.js";
import { xmlText } from "../feed/xml-text.js";
import { parseXml, type XmlElement } from "../feed/xml-tree.js";
import { fillFacts, type KnownFacts, nothingKnown } from "../known-facts.js";
import { type ReadingOrNote, unreadable } from "../reading.js";
import { elementAt, elementsNamed } from "./find-element.js";
import type { NewsItem } from "./news-item.js";
import { newsmlItem } from "./newsml-item.js";
import { nitfItem } from "./nitf-item.js";

/**
 * The articles of a document as news agencies send them: NewsML-G2 with one item or a message of many, NewsML 1, or NITF. Their metadata give outlet, date and
 * byline, and a copyright holder other than the outlet is told by a message. What is withdrawn or kept back is told in a note.
 */
export async function* readNewsXml(bytes: Uint8Array, input: string, known: KnownFacts): AsyncGenerator<ReadingOrNote> {
  const decoded = xmlText(bytes, "news item");
  if (decoded.kind === "unreadable") return yield unreadable(input, decoded.reason);
  const { root, cutOff } = parseXml(decoded.text, known.url);
  if (root === null) return yield unreadable(input, "this is no news item");
  const faults = cutOff ? [...decoded.faults, "it ends in the middle; its last item may not be whole"] : decoded.faults;
  for (const note of faults) yield { kind: "note", input, note };
  const items = itemsIn(root);
  if (items.length === 0) return yield unreadable(input, withoutItems(root));
  const alone = items.length === 1;
  for (const [index, item] of items.entries()) {
    yield* readItem(
      item(),
      alone ? input : `${input}, item ${index + 1}`,
      alone ? known : { ...known, id: null, url: null },
    );
  }
}

function itemsIn(root: XmlElement): readonly (() => NewsItem)[] {
  if (root.name === "nitf") return [() => nitfItem(root)];
  const found = root.name === "newsitem" ? [root] : elementsNamed(root, "newsitem");
  return found.map((one) => () => newsmlItem(one));
}

function withoutItems(root: XmlElement): string {
  const isPackage = root.name === "packageitem" || elementAt(root, "itemset", "packageitem") !== undefined;
  return isPackage
    ? "this is a package (NewsML-G2), which names news items and holds none"
    : "this is a news message (NewsML) without a news item";
}

async function* readItem(item: NewsItem, input: string, known: KnownFacts): AsyncGenerator<ReadingOrNote> {
  for (const note of item.notes) yield { kind: "note", input, note };
  const body = item.paragraphs.length > 0 ? withDateline(item) : item.summary === null ? [] : [item.summary];
  if (body.length === 0) return yield unreadable(input, "this news item has no text");
  const { title, published, outlet, authors, language } = item;
  const messages = [
    ...(item.paragraphs.length === 0 ? [summaryOnly] : []),
    ...(item.copyrightHolder === null || item.copyrightHolder === (known.outlet ?? outlet)
      ? []
      : [heldBy(item.copyrightHolder)]),
  ];
  const found = {
    text: (title === null || title === body[0] ? body : [title, ...body]).join("\n\n"),
    ...{ title, url: null, outlet, authors, published, publishedFrom: "metadata" as const, language, messages },
  };
  const article = await buildArticle(
    found,
    fillFacts({ ...nothingKnown, id: known.url === null ? item.id : null }, known),
  );
  yield { kind: "article", input, article, retrieval: null, source: null };
}

/** The dateline and the first words are one line, as they are in print. */
function withDateline({ dateline, paragraphs: [first = "", ...rest] }: NewsItem): readonly string[] {
  const place = dateline?.replace(/[\s,–—-]+$/, "") ?? "";
  if (place === "" || first.toLowerCase().startsWith(place.toLowerCase())) return [first, ...rest];
  return [`${place} — ${first}`, ...rest];
}

const summaryOnly: Message = {
  code: "feed-summary",
  severity: "info",
  span: null,
  reason: "The text is what the news item says of itself: its content lies elsewhere.",
};

function heldBy(holder: string): Message {
  return {
    code: "copyright-held",
    severity: "info",
    span: null,
    reason: `The copyright is held by ${holder.slice(0, 100)}.`,
  };
}
