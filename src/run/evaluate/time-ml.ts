import { DOMParser } from "linkedom";
import { isElement, isText, type PageElement, type PageNode, walkPage } from "../../read/page/page-node.js";
import type { Span } from "../../text/span.js";

/** A TIMEX3 annotation: its words, type and value. */
export interface GoldTime {
  readonly span: Span;
  readonly type: string;
  readonly value: string;
}

/** An article of a TimeML corpus. */
export interface GoldTimeArticle {
  readonly id: string;
  /** What stands in `TEXT`, without the mark-up. */
  readonly text: string;
  /** The day of the document's creation time, as an ISO date; `null` where the file has none. */
  readonly published: string | null;
  /** In text order. */
  readonly times: readonly GoldTime[];
}

/** The article that a TimeML file holds; empty times and text where it has no `TEXT`. */
export function readTimeML(id: string, xml: string): GoldTimeArticle {
  // linkedom types its document by the browser's library, which the compiler is not given (see page-node.ts).
  const root = new DOMParser().parseFromString(xml, "text/xml") as unknown as PageElement;
  const created = root.querySelector('DCT TIMEX3, TIMEX3[functionInDocument="CREATION_TIME"]')?.getAttribute("value");
  const published = created?.match(/^\d{4}-\d{2}-\d{2}/)?.[0] ?? null;
  const body = root.querySelector("TEXT");
  return { id, published, ...(body === null ? { text: "", times: [] } : readBody(body)) };
}

function readBody(body: PageElement): Pick<GoldTimeArticle, "text" | "times"> {
  const times: GoldTime[] = [];
  const starts = new Map<PageNode, number>();
  let text = "";
  const enter = (node: PageNode): "inside" => {
    starts.set(node, text.length);
    if (isText(node)) text += node.textContent ?? "";
    return "inside";
  };
  const leave = (node: PageNode): void => {
    if (!isElement(node) || node.localName !== "TIMEX3") return;
    const span: Span = [starts.get(node) ?? 0, text.length];
    times.push({ span, type: node.getAttribute("type") ?? "", value: node.getAttribute("value") ?? "" });
  };
  walkPage(body, enter, leave);
  return { text, times: times.sort((a, b) => a.span[0] - b.span[0]) };
}
