import { Readability } from "@mozilla/readability";
import { isElement, type PageElement, type PageNode, walkPage } from "./page-node.js";
import { paragraphsOf } from "./paragraphs.js";

/**
 * The article's paragraphs, or an empty list where the page has none. Readability finds the body; where it finds nothing, or the page
 * is too big or too deep for it, the body is the element that pages keep it in (`article`, `main`, `body`). Takes the page apart: read
 * everything else from it first.
 */
export function pageBody(page: PageElement, document: unknown): readonly string[] {
  const plain = ownBody(page);
  if (!isModest(page)) return plain;
  bareFormulas(page);
  const found = readabilityBody(document);
  const paragraphs = found === null ? [] : paragraphsOf(found);
  return paragraphs.length > 0 ? paragraphs : plain;
}

/** Measured on a page of one paragraph: Readability takes 0.3 s at 200 levels, 3 s at 500, and overflows the stack at 10,000. */
const deepest = 200;
const mostElements = 60_000;

function isModest(page: PageElement): boolean {
  let depth = 0;
  let elements = 0;
  let modest = true;
  walkPage(
    page,
    (node) => {
      depth += 1;
      if (isElement(node)) elements += 1;
      if (depth > deepest || elements > mostElements) modest = false;
      return modest ? "inside" : "past";
    },
    () => {
      depth -= 1;
    },
  );
  return modest;
}

/**
 * Puts formulas bare into their lines. Readability reads "menu" in the class of the custom elements that formulas are drawn in
 * (`CtxtMenu_Attached_0`), and breaks a line at elements that it does not know; the sentence would be left with a hole.
 */
function bareFormulas(page: PageElement): void {
  for (const formula of [...page.querySelectorAll("math")]) {
    const words = formula.textContent?.trim();
    let drawing = formula;
    for (;;) {
      const around = drawing.parentElement;
      if (around === null || !around.localName.includes("-") || around.textContent?.trim() !== words) break;
      drawing = around;
    }
    if (drawing !== formula) drawing.replaceWith(formula);
  }
}

/** The element that Readability takes for the body, or `null`. It throws on some broken pages, where the page has no body for it either. */
function readabilityBody(document: unknown): PageNode | null {
  try {
    // Readability asks for the browser's types; linkedom's document is what it gets and what it hands back.
    const reader = new Readability<PageNode>(document as never, { serializer: (node) => node as unknown as PageNode });
    return reader.parse()?.content ?? null;
  } catch {
    return null;
  }
}

function ownBody(page: PageElement): readonly string[] {
  for (const selector of ['[itemprop="articleBody"]', "article", "main", '[role="main"]', "body"]) {
    const bodies = [...page.querySelectorAll(selector)].map(paragraphsOf);
    const [longest] = bodies.sort((a, b) => b.join("").length - a.join("").length);
    if (longest !== undefined && longest.length > 0) return longest;
  }
  return paragraphsOf(page);
}
