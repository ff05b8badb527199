import { unprefix } from "../feed/markup.js";
import type { XmlElement } from "../feed/xml-tree.js";
import { plainParagraphs } from "../mail/mail-text.js";
import { paragraphsOfHtml } from "../page/paragraphs-of-html.js";
import { bylineOf, elementAt, elementsNamed, firstTold, textOfElement } from "./find-element.js";
import type { NewsItem } from "./news-item.js";
import { nitfItem, withoutMedia } from "./nitf-item.js";

/** The item in a `newsItem` element of NewsML-G2 (IPTC News Architecture), or of the NewsML 1 before it. */
export function newsmlItem(item: XmlElement): NewsItem {
  return elementAt(item, "itemmeta") === undefined && elementAt(item, "newsmanagement") !== undefined
    ? oldItem(item)
    : g2Item(item);
}

function g2Item(item: XmlElement): NewsItem {
  const [meta, content, rights] = ["itemmeta", "contentmeta", "rightsinfo"].map((name) => elementAt(item, name));
  const body = bodyIn(elementAt(item, "contentset"));
  const holder = nameOf(elementAt(rights, "copyrightholder"));
  const source = elementAt(content, "infosource");
  const bylines = named(content, "by").flatMap((by) => bylineOf(textOfElement(by)) ?? []);
  const creators = named(content, "creator").flatMap((creator) => nameOf(creator) ?? []);
  const told = bylines.length > 0 ? bylines : creators;
  return {
    id: firstTold(item.attributes.get("guid")),
    title: firstTold(
      textOfElement(elementAt(content, "headline")),
      textOfElement(elementAt(meta, "title")),
      body.title,
    ),
    dateline: firstTold(textOfElement(elementAt(content, "dateline")), body.dateline),
    paragraphs: body.paragraphs,
    summary: firstTold(textOfElement(elementAt(content, "description")), body.summary),
    published: firstTold(
      ...["versioncreated", "firstcreated"].map((name) => textOfElement(elementAt(meta, name))),
      textOfElement(elementAt(content, "contentcreated")),
      body.published,
    ),
    outlet: firstTold(nameOf(elementAt(meta, "provider")), nameOf(source), body.outlet, holder),
    copyrightHolder: holder ?? body.copyrightHolder,
    authors: told.length > 0 ? told : body.authors,
    language: languageOf(elementAt(content, "language")?.attributes.get("tag") ?? item.attributes.get("xml:lang")),
    notes: [...statusNotes(elementAt(meta, "pubstatus")), ...embargoNotes(elementAt(meta, "embargoed"))],
  };
}

const nothing: NewsItem = {
  ...{ id: null, title: null, dateline: null, paragraphs: [], summary: null, published: null, outlet: null },
  ...{ copyrightHolder: null, authors: [], language: null, notes: [] },
};

/** The first rendering of the content that has a text: HTML, NITF, or plain text. */
function bodyIn(set: XmlElement | undefined): NewsItem {
  for (const part of set?.children ?? []) {
    const body = part.name === "inlinexml" || part.name === "inlinedata" ? contentOf(part) : nothing;
    if (body.paragraphs.length > 0) return body;
  }
  return nothing;
}

function contentOf(part: XmlElement): NewsItem {
  const [nitf] = elementsNamed(part, "nitf");
  if (nitf !== undefined) return nitfItem(nitf);
  const [body] = elementsNamed(part, "body");
  if (body !== undefined) return { ...nothing, paragraphs: paragraphsOfHtml(withoutMedia(body)) };
  if (/html|xml/i.test(part.attributes.get("contenttype") ?? "") || part.children.length > 0) {
    return {
      ...nothing,
      paragraphs: paragraphsOfHtml(part.children.length > 0 ? withoutMedia(part) : unprefix(part.text)),
    };
  }
  return { ...nothing, paragraphs: plainParagraphs(part.text) };
}

/** A party's name: an element, or the literal that stands for it. */
function nameOf(party: XmlElement | undefined): string | null {
  return firstTold(textOfElement(elementAt(party, "name")), party?.attributes.get("literal"));
}

function named(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

function statusNotes(status: XmlElement | undefined): readonly string[] {
  const code = status?.attributes.get("qcode")?.split(":").at(-1) ?? "";
  return /^(?:canceled|cancelled|withheld)$/i.test(code) ? ["its sender has withdrawn it"] : [];
}

function embargoNotes(embargoed: XmlElement | undefined): readonly string[] {
  const until = textOfElement(embargoed);
  return until === null ? [] : [`its sender wants it kept back until ${until.slice(0, 40)}`];
}

function languageOf(tag: string | undefined): string | null {
  return /^[a-z]{2}(?![a-z])/i.exec(tag ?? "")?.[0].toLowerCase() ?? null;
}

/** NewsML 1 keeps what is told of an item within its first component that has lines for people. */
function oldItem(item: XmlElement): NewsItem {
  const [lines] = elementsNamed(item, "newslines");
  const [administration] = elementsNamed(item, "administrativemetadata");
  const body =
    elementsNamed(item, "datacontent")
      .map(contentOf)
      .find(({ paragraphs }) => paragraphs.length > 0) ?? nothing;
  const provider = elementAt(administration, "provider", "party")?.attributes.get("formalname");
  const rights = textOfElement(elementAt(lines, "copyrightline"))?.replace(
    /^(?:(?:copyright|©|\(c\))[\s,]*)+(?:\d{4}[\s,]*)?/i,
    "",
  );
  const byline = bylineOf(textOfElement(elementAt(lines, "byline")));
  const [management, identifier] = [
    elementAt(item, "newsmanagement"),
    elementAt(item, "identification", "newsidentifier"),
  ];
  return {
    ...body,
    id: firstTold(
      textOfElement(elementAt(identifier, "publicidentifier")),
      textOfElement(elementAt(identifier, "newsitemid")),
    ),
    title: firstTold(textOfElement(elementAt(lines, "headline")), body.title),
    dateline: firstTold(textOfElement(elementAt(lines, "dateline")), body.dateline),
    published: firstTold(
      ...["thisrevisioncreated", "firstcreated"].map((name) => textOfElement(elementAt(management, name))),
      body.published,
    ),
    outlet: firstTold(provider, textOfElement(elementAt(lines, "creditline")), body.outlet, rights),
    copyrightHolder: firstTold(rights, body.copyrightHolder),
    authors: byline === null ? body.authors : [byline],
  };
}
