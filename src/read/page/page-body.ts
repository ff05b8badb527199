import { Readability } from "@mozilla/readability";
import { isInterruption } from "./furniture.js";
import type { PageDocument, PageElement, PageNode } from "./page-node.js";
import { isOfStory, longLine, namesOf, type PageOutline, upwards } from "./page-outline.js";
import { paragraphsOf } from "./paragraphs.js";

/**
 * The article's paragraphs as Readability finds them; an empty list where it finds none. Takes the page apart: read everything else from it first. Lines that
 * stand `beside` the story are left out.
 */
export function pageBody(document: PageDocument, outline: PageOutline, beside: ReadonlySet<string>): readonly string[] {
  bareFormulas(document.documentElement);
  const lines = proseOf(outline);
  const found = readabilityBody(document);
  const paragraphs = (found === null ? [] : paragraphsOf(found)).filter((one) => !beside.has(one));
  return paragraphs.length > 0 ? withLostLines(paragraphs, lines) : [];
}

/** A paragraph of the page that reads like prose, and where it stands: the names of its element and of what that stands in. */
interface Prose {
  readonly text: string;
  readonly place: string;
}

function proseOf(outline: PageOutline): readonly Prose[] {
  return outline.blocks.flatMap(({ text, element, mark }) => {
    const isProse =
      element.localName === "p" && mark === null && text.length >= longLine && /[.!?]["”’')]?$/.test(text);
    if (!isProse || isInterruption(text) || !isOfStory(element, outline)) return [];
    const place = upwards(element)
      .slice(0, 4)
      .map((one) => `${one.localName} ${namesOf(one)}`);
    return [{ text, place: place.join(">") }];
  });
}

/**
 * The paragraphs that were found, with those that were left out although they stand in the same place of the page as most of them: Readability takes a paragraph that is a link
 * altogether for one of a list.
 */
function withLostLines(found: readonly string[], lines: readonly Prose[]): readonly string[] {
  const at = new Map(found.map((text, index) => [text, index]));
  const places = new Map<string, number>();
  for (const { text, place } of lines) if (at.has(text)) places.set(place, (places.get(place) ?? 0) + 1);
  const kept = lines.filter(({ text }) => at.has(text)).length;
  const lost = new Map<number, string[]>();
  let before = -1;
  for (const { text, place } of lines) {
    const index = at.get(text);
    if (index !== undefined) before = index;
    else if ((places.get(place) ?? 0) > 1 && (places.get(place) ?? 0) * 2 >= kept) {
      const behind = lost.get(before);
      if (behind === undefined) lost.set(before, [text]);
      else behind.push(text);
    }
  }
  if (lost.size === 0) return found;
  return [...(lost.get(-1) ?? []), ...found.flatMap((text, index) => [text, ...(lost.get(index) ?? [])])];
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
function readabilityBody(document: PageDocument): PageNode | null {
  try {
    // Readability asks for the browser's types; linkedom's document is what it gets and what it hands back.
    const reader = new Readability<PageNode>(document as never, { serializer: (node) => node as unknown as PageNode });
    return reader.parse()?.content ?? null;
  } catch {
    return null;
  }
}

/** The paragraphs of the element that pages keep their article in (`article`, `main`, `body`): for pages too big or too deep for Readability, or where it finds nothing. */
export function plainBody(page: PageElement): readonly string[] {
  for (const selector of ['[itemprop="articleBody"]', "article", "main", '[role="main"]', "body"]) {
    const bodies = outermost([...page.querySelectorAll(selector)]).map(paragraphsOf);
    const [longest] = bodies.sort((a, b) => b.join("").length - a.join("").length);
    if (longest !== undefined && longest.length > 0) return longest;
  }
  return paragraphsOf(page);
}

/** Those of the elements, which are in document order, that stand in none of the others: what is inside another is part of its text, and thousands may be. */
function outermost(elements: readonly PageElement[]): readonly PageElement[] {
  const seen = new Set<PageElement>();
  return elements.filter((element) => {
    let around = element.parentElement;
    while (around !== null && !seen.has(around)) around = around.parentElement;
    seen.add(element);
    return around === null;
  });
}
