import type { PageElement } from "./page-node.js";
import { isDialogBox, longLine, namesOf, upwards } from "./page-outline.js";
import { nameTest } from "./page-words.js";

/**
 * Shows what a page keeps from its readers' eyes until they ask for it, as the rest of a story behind "Read more": blocks with `aria-hidden`, and blocks with
 * `hidden` behind a button, that hold paragraphs which stand nowhere else. Dialogs, menus and the slides of a gallery stay hidden.
 */
export function revealStory(page: PageElement): void {
  for (const box of [...page.querySelectorAll('[aria-hidden="true"], [hidden]')].slice(0, mostBoxes)) {
    if (!blocks.has(box.localName) || isKeptHidden(box)) continue;
    const isBehindButton = box.getAttribute("hidden") !== null;
    if (isBehindButton && !hasButton(box)) continue;
    const prose = proseIn(box);
    if (prose.length === 0 || !standsInStory(box) || isShownElsewhere(prose, box, page)) continue;
    box.removeAttribute("aria-hidden");
    box.removeAttribute("hidden");
  }
}

/** A page that hides more keeps other things than a story; each is looked for in the whole page. */
const mostBoxes = 200;

const blocks: ReadonlySet<string> = new Set(["div", "section", "article", "main", "p", "details"]);
const keptHidden: ReadonlySet<string> = new Set(["aside", "nav", "footer", "header", "dialog", "form"]);
const isHiddenName = nameTest("hidden-name");

function isKeptHidden(box: PageElement): boolean {
  return upwards(box).some((one) => {
    const { localName } = one;
    if (localName === "body" || localName === "html") return false;
    return keptHidden.has(localName) || isDialogBox(one) || isHiddenName(namesOf(one));
  });
}

/** A button that stands right before or behind it. */
function hasButton(box: PageElement): boolean {
  const around = box.parentElement;
  return around !== null && around.querySelector('button, [role="button"], [aria-expanded]') !== null;
}

/** Its paragraphs that read like prose. */
function proseIn(box: PageElement): readonly string[] {
  const paragraphs = box.localName === "p" ? [box] : [...box.querySelectorAll("p")].slice(0, mostCompared);
  return paragraphs.flatMap((one) => {
    const text = (one.textContent ?? "").replace(/\s+/g, " ").trim();
    const isProse = text.length >= longLine && /[.!?]["”’')]?$/.test(text) && one.querySelector("a") === null;
    return isProse ? [text] : [];
  });
}

const mostCompared = 400;

function standsInStory(box: PageElement): boolean {
  return upwards(box).some((one) => one.localName === "article" || one.localName === "main" || holdsHeading(one));
}

function holdsHeading({ localName, parentElement }: PageElement): boolean {
  return parentElement !== null && localName !== "body" && parentElement.querySelector("h1") !== null;
}

function isShownElsewhere(prose: readonly string[], box: PageElement, page: PageElement): boolean {
  const own = new Set(prose);
  for (const one of page.querySelectorAll("p")) {
    const text = (one.textContent ?? "").replace(/\s+/g, " ").trim();
    if (own.has(text) && !upwards(one).includes(box)) return true;
  }
  return false;
}
