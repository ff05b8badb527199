import { parseHTML } from "linkedom";
import { withinDepth } from "../markup-depth.js";
import type { PageElement } from "./page-node.js";
import { paragraphsOf } from "./paragraphs.js";

/** The paragraphs of a piece of HTML that is no page of its own. */
export function paragraphsOfHtml(html: string): readonly string[] {
  if (html.trim() === "") return [];
  // linkedom types its document by the browser's library, which the compiler is not given (see page-node.ts).
  const { document } = parseHTML(`<html><body>${withinDepth(html, { xmlMode: false })}</body></html>`) as unknown as {
    document: { readonly documentElement: PageElement };
  };
  return paragraphsOf(document.documentElement);
}
