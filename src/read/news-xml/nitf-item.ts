import { plainText, unprefix } from "../feed/markup.js";
import type { XmlElement } from "../feed/xml-tree.js";
import { paragraphsOfHtml } from "../page/paragraphs-of-html.js";
import { bylineOf, elementAt, elementsNamed, firstTold, textOfElement } from "./find-element.js";
import type { NewsItem } from "./news-item.js";

/** The item in an NITF document (IPTC News Industry Text Format), by its `nitf` element. */
export function nitfItem(nitf: XmlElement): NewsItem {
  const [data, pub] = [elementAt(nitf, "head", "docdata"), elementAt(nitf, "head", "pubdata")];
  const head = elementAt(nitf, "body", "body.head");
  const content = elementAt(nitf, "body", "body.content");
  const rights = elementAt(data, "doc.copyright");
  const outlet = firstTold(pub?.attributes.get("name"), textOfElement(elementAt(head, "distributor")));
  const headline = elementAt(head, "hedline", "hl1") ?? elementAt(head, "hedline");
  const dates = ["date.issue", "date.release"].map((name) => elementAt(data, name)?.attributes.get("norm"));
  const written = elementAt(head, "dateline", "story.date")?.attributes.get("norm");
  const holder = firstTold(
    rights?.attributes.get("holder"),
    elementAt(data, "doc.rights")?.attributes.get("owner"),
    textOfElement(elementAt(head, "rights", "rights.owner")),
  );
  const isWithdrawn = /^(?:cancel|kill|withdraw|withheld)/i.test(
    elementAt(data, "du-key")?.attributes.get("status") ?? "",
  );
  return {
    id: firstTold(elementAt(data, "doc-id")?.attributes.get("id-string")),
    title: firstTold(textOfElement(headline), textOfElement(elementAt(nitf, "head", "title"))),
    dateline: placeOf(elementAt(head, "dateline")),
    paragraphs: content === undefined ? [] : paragraphsOfHtml(withoutMedia(content)),
    summary: textOfElement(elementAt(head, "abstract")),
    published: firstTold(...dates, written, pub?.attributes.get("date.publication")),
    outlet: outlet ?? holder,
    copyrightHolder: holder,
    authors: bylinesIn(head),
    language: firstTold(nitf.attributes.get("xml:lang"))?.slice(0, 2).toLowerCase() ?? null,
    notes: isWithdrawn ? ["its sender has withdrawn it"] : [],
  };
}

/** A byline names people apart, or is one line, of which what they do is no part. */
function bylinesIn(head: XmlElement | undefined): readonly string[] {
  if (head === undefined) return [];
  return elementsNamed(head, "byline").flatMap((byline) => {
    const people = elementsNamed(byline, "person").flatMap((person) => textOfElement(person) ?? []);
    if (people.length > 0) return people;
    const line = plainText(unprefix(byline.inner.replace(/<(byttl|location)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, "")));
    return bylineOf(line?.replace(/[\s,]+$/, "") ?? null) ?? [];
  });
}

/** The place alone: the day that stands with it is told elsewhere. */
function placeOf(dateline: XmlElement | undefined): string | null {
  if (dateline === undefined) return null;
  return (
    textOfElement(elementAt(dateline, "location")) ??
    plainText(unprefix(dateline.inner.replace(/<story\.date[\s\S]*$/i, "")))
  );
}

/** The markup of a body without pictures and films, whose captions are no part of the text. */
export function withoutMedia({ inner }: XmlElement): string {
  return unprefix(inner)
    .replace(/<(media|figure)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<(\/?)(?:block|hl2)\b/gi, "<$1div");
}
