import type { PageElement } from "./page-node.js";
import { lettersOf, type NamedBox, namesOf, type PageBlock, type PageOutline, upwards } from "./page-outline.js";
import { nameTest, phraseCount, phraseText } from "./page-words.js";

/** What was taken off a page or stays beside its story. */
export interface Stripped {
  /** The marked lines among what went or stands beside: of dialogs and offers. */
  readonly marked: readonly PageBlock[];
  /** The lines that stay on the page and stand beside its story: of boxes that sell or lead to other stories, as texts that stand nowhere else. */
  readonly beside: ReadonlySet<string>;
}

export const nothingStripped: Stripped = { marked: [], beside: new Set() };

/**
 * Takes dialogs off the page, which are set over its story, and tells the lines of what stands in and around it: boxes that sell, ask to sign in or lead to other
 * stories, share bars. These stay: without them Readability takes more of the rest of the page. A box goes by its name or its role, and by its words
 * where it has no name: when most of what it holds is marked. What holds the story's heading is none.
 */
export function stripPage(outline: PageOutline): Stripped {
  const { blocks, boxes } = outline;
  const found = [...markedBoxes(outline), ...boxes.filter((box) => isNamedBox(box, outline))];
  const off = new Set(found.filter(({ kind }) => kind === "dialog").map(({ element }) => element));
  const besides = new Set(found.filter(({ kind }) => kind !== "dialog").map(({ element }) => element));
  const marked = blocks.filter(({ element, mark }) => mark !== null && (isIn(element, off) || isIn(element, besides)));
  const [inside, outside] = [new Set<string>(), new Set<string>()];
  if (besides.size > 0) for (const { text, element } of blocks) (isIn(element, besides) ? inside : outside).add(text);
  for (const element of off) element.remove();
  return { marked, beside: new Set([...inside].filter((text) => !outside.has(text))) };
}

function isIn(element: PageElement, boxes: ReadonlySet<PageElement>): boolean {
  return upwards(element).some((one) => boxes.has(one));
}

const isOfferName = nameTest("offer-name");

/** What a page may not lose by a name. */
const frames: ReadonlySet<string> = new Set(["html", "body", "main"]);

function isNamedBox({ element, kind }: NamedBox, outline: PageOutline): boolean {
  const prose = outline.prose.get(element) ?? 0;
  if (frames.has(element.localName)) return false;
  if (kind === "dialog") return prose === 0 || !holdsArticle(element);
  if (holdsStory(element, outline)) return false;
  if (kind === "pull-quote") return isSaidElsewhere(element, outline.blocks);
  return kind === "furniture" ? prose === 0 : element.querySelector("a") !== null;
}

function holdsStory(element: PageElement, { story, heading, prose }: PageOutline): boolean {
  const isAround = upwards(story).includes(element) || (heading !== null && upwards(heading).includes(element));
  return isAround || (prose.get(element) ?? 0) * 3 >= (prose.get(story) ?? 0) + 1;
}

function isSaidElsewhere(quote: PageElement, blocks: readonly PageBlock[]): boolean {
  const said = lettersOf(quote.textContent);
  if (said.length < shortestQuote) return false;
  return blocks.some(({ text, element }) => !upwards(element).includes(quote) && lettersOf(text).includes(said));
}

/** In letters: what is shorter is a sign or a word that any line may have. */
const shortestQuote = 16;

function holdsArticle(element: PageElement): boolean {
  return element.querySelector("article, main, h1") !== null;
}

/** In characters: an unmarked line of this length in an offer may be one of the story. */
const longProse = 100;

interface Totals {
  readonly lines: number;
  /** Of headings below the first level. */
  readonly headings: number;
  readonly markedLines: number;
  readonly marked: number;
  readonly all: number;
  /** Of unmarked long lines. */
  readonly prose: number;
}

/** The outermost elements of which most words are of dialogs or offers. */
function* markedBoxes({ blocks, heading, story }: PageOutline): Generator<NamedBox> {
  const marked = blocks.filter(({ mark }) => mark !== null && mark !== "refusal");
  if (marked.length === 0) return;
  const totals = totalsOf(blocks);
  const kept = new Set(heading === null ? [] : upwards(heading));
  for (const block of marked) {
    let box: PageElement | null = null;
    for (const one of upwards(block.element)) {
      const { localName } = one;
      if (localName === "html" || localName === "body" || (kept.has(one) && !isOwnHeading(one, block))) break;
      if (isMostlyMarked(one, totals, block)) box = one;
      else if (one !== block.element) break;
    }
    if (box !== null && box !== story) yield { element: box, kind: block.mark === "consent" ? "dialog" : "related" };
  }
}

/** A heading that is itself a line of the dialog ("We value your privacy") keeps nothing. */
function isOwnHeading(element: PageElement, block: PageBlock): boolean {
  return element === block.element && element.localName === "h1";
}

function isMostlyMarked(element: PageElement, totals: ReadonlyMap<PageElement, Totals>, { mark }: PageBlock): boolean {
  const { lines, headings, markedLines, marked, all, prose } = totals.get(element) ?? nothing;
  if (marked * 2 < all) return false;
  // "The morning letter", and nothing below it but what asks for an address.
  if (headings > 0 && lines - headings === markedLines && prose === 0 && asksAlone(element, mark)) return true;
  if (mark === "consent") return consentWords(element) >= (lines > 1 ? 3 : 2);
  const isNamed = isOfferName(namesOf(element));
  // A line alone may be one of the story, unless it orders or says that the story ends.
  if (markedLines < 2 && !isNamed && (lines > 1 || mark === "offer")) return false;
  return all <= longestOfferBox && (prose === 0 || (isNamed && prose * 2 < all));
}

/** Whether what it says is an order, or has two phrases of offers. */
function asksAlone(element: PageElement, mark: PageBlock["mark"]): boolean {
  if (mark === "order") return true;
  return mark === "offer" && offersIn(phraseText((element.textContent ?? "").slice(0, longestOfferBox))) > 1;
}

const offersIn = phraseCount("offer");

/** How many phrases of dialogs it has; none where it does not say what they are about. */
function consentWords(element: PageElement): number {
  const text = phraseText((element.textContent ?? "").slice(0, longestDialog));
  return /\b(?:cookies?|consent|personal data|privacy)\b/.test(text) ? consentsIn(text) : 0;
}

const consentsIn = phraseCount("consent");

/** In characters; a dialog's first lines tell what it is. */
const longestDialog = 6_000;

const longestOfferBox = 2_000;

const nothing: Totals = { lines: 1, headings: 0, markedLines: 0, marked: 0, all: 1, prose: 0 };

function totalsOf(blocks: readonly PageBlock[]): ReadonlyMap<PageElement, Totals> {
  const totals = new Map<PageElement, { -readonly [Sum in keyof Totals]: Totals[Sum] }>();
  for (const { text, element, mark } of blocks) {
    const length = text.length;
    for (const one of upwards(element)) {
      const sum = totals.get(one) ?? { lines: 0, headings: 0, markedLines: 0, marked: 0, all: 0, prose: 0 };
      sum.lines += 1;
      if (mark === null && /^h[2-6]$/.test(element.localName)) sum.headings += 1;
      sum.all += length;
      if (mark !== null) {
        sum.markedLines += 1;
        sum.marked += length;
      } else if (length >= longProse) sum.prose += length;
      totals.set(one, sum);
    }
  }
  return totals;
}
