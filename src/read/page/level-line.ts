import { isElement, type PageElement, walkPage } from "./page-node.js";

/** Says of the name of a part of a page or a feed whether it is that of a level of travel advice. */
export function isLevelName(name: string): boolean {
  return /(?:^|[\s_-])(?:overall|travel|field|country)?[_-]*(?:advi[cs]e|advisory|threat|risk|alert|security)[_-]*(?:level|status)(?=\s|$)/i.test(
    name,
  );
}

const longestLevel = 120;

/** A level says one of these, in whatever words. */
const advice = /\b(?:travel|caution|precautions?|level \d|advise[ds]?|avoid|warning)\b/i;

/** A heading that gives the level with its place, as the US Department of State's do: "Chad - Level 3: Reconsider Travel". */
const headingWithLevel = /\blevel [1-4]\s*[:–—-]\s*(?:exercise|reconsider|do not|avoid)\b/i;

/** The level of advice that a page shows in an element made for it or in a heading, in its words; `null` where it has none. */
export function levelLine(page: PageElement): string | null {
  let found: string | null = null;
  walkPage(
    page,
    (node) => {
      if (found !== null || !isElement(node)) return "past";
      const isHeading = /^h[1-4]$/.test(node.localName);
      const isNamed = isLevelName(`${node.getAttribute("class") ?? ""} ${node.getAttribute("id") ?? ""}`);
      if (!isHeading && !isNamed) return "inside";
      const words = (node.textContent ?? "").replace(/\s+/g, " ").trim();
      const isLevel = isNamed ? advice.test(words) : headingWithLevel.test(words);
      if (words.length > longestLevel || !isLevel) return "inside";
      found = words;
      return "past";
    },
    () => undefined,
  );
  return found;
}

/** The paragraphs with the level as a line of its own before them, unless they or the title have its words already. */
export function withLevel(body: readonly string[], level: string | null, title: string | null): readonly string[] {
  if (level === null) return body;
  const words = level.toLowerCase();
  return [title ?? "", ...body].some((told) => told.toLowerCase().includes(words)) ? body : [level, ...body];
}
