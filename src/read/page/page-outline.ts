import { isElement, isText, type PageElement, type PageNode, type Visit, walkPage } from "./page-node.js";
import { nameTest, orderTest, phraseCount, phraseTest, phraseText, prefixTest } from "./page-words.js";
import { blocks as blockElements, isHidden, passedOver } from "./paragraphs.js";

/** A line of a page as a browser sets it: the text between the starts and ends of block elements. */
export interface PageBlock {
  readonly text: string;
  /** The innermost block element that it stands in. */
  readonly element: PageElement;
  /** Whose words it has, other than the story's. */
  readonly mark: "consent" | "wall" | "order" | "offer" | "refusal" | null;
}

/** The lines of a page in order, and which of its elements hold its own story. */
export interface PageOutline {
  readonly blocks: readonly PageBlock[];
  /** The heading of the story: the page's first level-one heading that its title agrees with, else its only one. */
  readonly heading: PageElement | null;
  /** The elements that their names or roles tell to be dialogs or furniture. */
  readonly boxes: readonly NamedBox[];
  /** The innermost element that holds the heading and most of the text; the whole page where it has no heading. */
  readonly story: PageElement;
  /** How much of the long, unmarked lines each element holds, in characters; `story` has what is most of it. */
  readonly prose: ReadonlyMap<PageElement, number>;
}

export interface NamedBox {
  readonly element: PageElement;
  readonly kind: "dialog" | "furniture" | "related" | "pull-quote";
}

/** Measured on a page of one paragraph: Readability takes 0.3 s at 200 levels, 3 s at 500, and overflows the stack at 10,000. */
const deepest = 200;
const mostElements = 60_000;

/** The depths of all elements together: Readability looks at the text of each, so 60,000 at 190 levels took 20 s. Of the long pages of newspapers none comes to 300,000. */
const mostDepth = 2_000_000;

/** The outline of a page, or `null` of one that is too deep or too big for what needs one. */
export function outlineOf(page: PageElement): PageOutline | null {
  if (!isModest(page)) return null;
  const lines = linesOf(page);
  const heading = storyHeading(page, lines.headings);
  const prose = proseIn(lines.blocks);
  return { blocks: lines.blocks, boxes: lines.boxes, heading, story: storyElement(page, heading, prose), prose };
}

/**
 * Whether what needs an outline can take the page apart: it looks at all elements, also at those that nobody sees, and at those that stand behind the end of
 * a broken page.
 */
function isModest(page: PageElement): boolean {
  let [elements, depth, depths] = [0, 0, 0];
  let isSo = true;
  const enter = (node: PageNode): Visit => {
    depth += 1;
    if (isElement(node)) {
      elements += 1;
      depths += depth;
    }
    if (depth > deepest || elements > mostElements || depths > mostDepth) isSo = false;
    return isSo ? "inside" : "past";
  };
  const leave = (): void => {
    depth -= 1;
  };
  for (let root: PageNode | null = page; root !== null; root = root.nextSibling) walkPage(root, enter, leave);
  return isSo;
}

interface PageLines extends Pick<PageOutline, "blocks" | "boxes"> {
  /** Of level one. */
  readonly headings: readonly PageElement[];
}

function linesOf(page: PageElement): PageLines {
  const headings: PageElement[] = [];
  const blocks: PageBlock[] = [];
  const boxes: NamedBox[] = [];
  const open: PageElement[] = [page];
  let line = "";
  const flush = (): void => {
    if (line === "") return;
    const text = line.replace(/[\s\u00a0]+/g, " ").trim();
    line = "";
    if (text !== "") blocks.push({ text, element: open.at(-1) ?? page, mark: markOf(text) });
  };
  walkPage(
    page,
    (node) => {
      if (isText(node)) line += node.textContent ?? "";
      if (!isElement(node)) return "inside";
      if (isUnseen(node)) return "past";
      if (node.localName === "br") line += "\n";
      if (node.localName === "h1") headings.push(node);
      if (!blockElements.has(node.localName) && !node.localName.includes("-")) return "inside";
      const kind = boxKind(node);
      if (kind !== null) boxes.push({ element: node, kind });
      if (!blockElements.has(node.localName)) return "inside";
      flush();
      open.push(node);
      return "inside";
    },
    (node) => {
      if (!isElement(node) || open.at(-1) !== node || open.length === 1) return;
      flush();
      open.pop();
    },
  );
  flush();
  return { blocks, boxes, headings };
}

function isUnseen(element: PageElement): boolean {
  if (passedOver.has(element.localName) && element.localName !== "aside") return true;
  return (
    isHidden(element.getAttribute("hidden"), element.getAttribute("aria-hidden")) ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute("style") ?? "")
  );
}

const isDialogName = prefixTest("dialog-name");
const isFurnitureName = nameTest("furniture-name");
const isRelatedName = nameTest("related-name");
const dialogRoles: ReadonlySet<string | null> = new Set(["dialog", "alertdialog"]);

/** Says of an element whether its name, its role or its names tell it to be a dialog. */
export function isDialogBox(element: PageElement): boolean {
  return isDialogByRole(element) || isDialogName(namesOf(element));
}

function isDialogByRole(element: PageElement): boolean {
  const { localName } = element;
  if (localName === "dialog" || localName === "amp-consent" || dialogRoles.has(element.getAttribute("role")))
    return true;
  return element.getAttribute("aria-modal") === "true";
}

function boxKind(element: PageElement): NamedBox["kind"] | null {
  if (isDialogByRole(element)) return "dialog";
  const names = namesOf(element);
  return names === " " ? null : kindByName(names);
}

function kindByName(names: string): NamedBox["kind"] | null {
  if (isDialogName(names)) return "dialog";
  if (isRelatedName(names)) return "related";
  return isFurnitureName(names) ? "furniture" : /\bpull-?quote/i.test(names) ? "pull-quote" : null;
}

const consentsIn = phraseCount("consent");
const isWall = phraseTest("wall");
const isOffer = phraseTest("offer");
const isOrder = orderTest("offer-order");
const isRefusal = phraseTest("refusal");

/** In characters: paragraphs of dialogs, of offers. */
const [longestConsent, longestOffer] = [900, 320];

function markOf(written: string): PageBlock["mark"] {
  if (written.length > longestConsent || written.length < shortestMarked) return null;
  const text = phraseText(written);
  if (text.length <= longestOffer) {
    if (isWall(text)) return "wall";
    if (isOrder(text)) return "order";
    if (isOffer(text)) return "offer";
    if (isRefusal(text)) return "refusal";
  }
  return consentsIn(text) >= (text.length > shortConsent ? 2 : 1) ? "consent" : null;
}

/** In characters: no phrase is shorter. */
const shortestMarked = 9;

/** In characters: what is longer, and has one of the phrases only, may be of a story about consent. */
const shortConsent = 160;

function storyHeading(page: PageElement, all: readonly PageElement[]): PageElement | null {
  const headings = all.filter((one) => lettersOf(one.textContent) !== "");
  const titles = [page.querySelector("title")?.textContent, metaTitle(page)].map(lettersOf).filter((one) => one !== "");
  if (titles.length === 0) return headings.length === 1 ? (headings[0] ?? null) : null;
  const named = headings.filter((one) => titles.some((title) => agree(title, lettersOf(one.textContent))));
  return named.sort((a, b) => lettersOf(b.textContent).length - lettersOf(a.textContent).length)[0] ?? null;
}

/** A heading may be longer than the title, and differ from it at its end. */
function agree(title: string, heading: string): boolean {
  return (
    title.includes(heading) || heading.includes(title) || (heading.length >= 24 && title.includes(heading.slice(0, 24)))
  );
}

function metaTitle(page: PageElement): string | null {
  return page.querySelector('meta[property="og:title"]')?.getAttribute("content") ?? null;
}

/** The letters and digits of a text, in lower case. */
export function lettersOf(text: string | null | undefined): string {
  return (text ?? "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** In characters: what is shorter may be a teaser or a line of a menu. */
export const longLine = 60;

function proseIn(blocks: readonly PageBlock[]): ReadonlyMap<PageElement, number> {
  const lengths = new Map<PageElement, number>();
  for (const { text, element, mark } of blocks) {
    if (text.length < longLine || mark !== null) continue;
    for (const one of upwards(element)) lengths.set(one, (lengths.get(one) ?? 0) + text.length);
  }
  return lengths;
}

function storyElement(
  page: PageElement,
  heading: PageElement | null,
  prose: ReadonlyMap<PageElement, number>,
): PageElement {
  if (heading === null || !prose.has(page)) return page;
  return upwards(heading).find((one) => (prose.get(one) ?? 0) * 2 >= (prose.get(page) ?? 0)) ?? page;
}

/** The element and what it stands in, innermost first. */
export function upwards(element: PageElement): readonly PageElement[] {
  const found: PageElement[] = [];
  for (let one: PageElement | null = element; one !== null; one = one.parentElement) found.push(one);
  return found;
}

/** The classes and the id of an element, as one text. */
export function namesOf(element: PageElement): string {
  return `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
}

const isAsideName = nameTest("aside-name");

/** Says of an element whether it belongs to the page's own story: it stands in it, and in none of the boxes and teasers that stand beside or in it. */
export function isOfStory(element: PageElement, { story, heading, prose }: PageOutline): boolean {
  const around = upwards(element);
  const depth = around.indexOf(story);
  if (depth < 0) return false;
  const half = (prose.get(story) ?? 0) / 2;
  const holdsStory = (one: PageElement): boolean =>
    (prose.get(one) ?? 0) > half || (heading !== null && upwards(heading).includes(one));
  return around.slice(0, depth).every((one) => {
    if (holdsStory(one)) return true;
    return (
      one.localName !== "aside" && one.localName !== "nav" && one.localName !== "article" && !isAsideName(namesOf(one))
    );
  });
}
