import { copyWithCitation } from "./citing.js";
import { type DialogName, dialogs } from "./dialogs.svelte.js";
import { hrefOfWords } from "./hrefs.js";
import { withFilters } from "./kept-filters.svelte.js";
import { keysAhead } from "./keys-ahead.js";
import { listedPages } from "./page-list.js";
import { rights } from "./record-zone.svelte.js";
import { reviewActs, reviewBy, reviewKeys } from "./review-keys.js";
import { go } from "./router.svelte.js";
import { toggleSelected } from "./selection.svelte.js";
import { settings } from "./settings.svelte.js";

/** What a key does, for the list that `?` shows. */
export interface Key {
  readonly keys: readonly string[];
  readonly does: string;
  /** Whether it does something on the page as it is; always where none is given. */
  readonly works?: () => boolean;
}

const hasItems = (): boolean => items().length > 0;

/** THE list of keys, as the reader is told of them. */
const keys: readonly Key[] = [
  { keys: [isApple() ? "⌘" : "Ctrl", "K"], does: "find anything" },
  { keys: ["/"], does: "search" },
  { keys: ["a"], does: "add something to read", works: () => rights.mayAdd },
  { keys: ["v"], does: "saved views, and saving this one" },
  { keys: ["j"], does: "the next line", works: hasItems },
  { keys: ["k"], does: "the line before", works: hasItems },
  { keys: ["Enter"], does: "open the line", works: hasItems },
  {
    keys: ["w"],
    does: "its words in the article",
    works: () => visible("[data-words]") !== null || items().some((one) => wordsOf(one) !== null),
  },
  { keys: ["y"], does: "copy it with its citation", works: () => citedItem() !== null },
  { keys: ["m"], does: "select it, to hand on with others", works: () => citedItem() !== null },
  { keys: ["e"], does: "correct it", works: () => visible("[data-correct]") !== null },
  ...reviewKeys.map((one) => ({ ...one, works: () => visible("[data-reviewed]") !== null })),
  ...listedPages.flatMap(({ key, name }) =>
    key === undefined ? [] : [{ keys: ["g", key], does: name.toLowerCase() }],
  ),
  { keys: ["?"], does: "these keys" },
  { keys: ["Esc"], does: "close what is open" },
];

/** The keys that do something on the page as it is now. */
export function keysThatWork(): readonly Key[] {
  return keys.filter(({ works }) => works?.() ?? true);
}

/** Listens for keys: Ctrl K anywhere, those without a modifier where nobody types. @returns what ends it */
export function followKeys(): () => void {
  let going = false;
  const ahead = keysAhead((key) => void (key === "Enter" ? openFocused() : actOn(key)));
  const pressed = (event: KeyboardEvent): void => {
    if (isFind(event)) {
      event.preventDefault();
      dialogs.open = dialogs.open === "find" ? null : "find";
      return;
    }
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
    if (!plain || isTyping(event.target)) return;
    if (dialogs.open !== null) {
      typeAhead(event);
      return;
    }
    if (!settings.letterKeys || isInDialog()) return;
    const went = going;
    going = event.key === "g" && !went;
    const page = went ? listedPages.find(({ key }) => key === event.key) : undefined;
    if (page !== undefined) {
      ahead.drop();
      go(withFilters(page.href));
    }
    if (page !== undefined || (isOfLines(event.key) && ahead.keep(event.key)) || actOn(event.key))
      event.preventDefault();
  };
  addEventListener("keydown", pressed);
  return () => {
    ahead.drop();
    removeEventListener("keydown", pressed);
  };
}

/** Whether the key does something with a line of the page: on another page than its reader meant it would be another line. */
function isOfLines(key: string): boolean {
  return ["j", "k", "Enter", "w", "y", "m", "e"].includes(key) || key in reviewActs;
}

function openFocused(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.matches("[data-item]")) activeElement.click();
}

/** What is typed before the window that was asked for has the focus. */
function typeAhead(event: KeyboardEvent): void {
  if (dialogs.open !== "find" || event.key.length > 1) return;
  dialogs.typed += event.key;
  event.preventDefault();
}

function isFind(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
}

/** Whether the keyboard has a key with ⌘ on it. */
export function isApple(): boolean {
  return typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);
}

function actOn(key: string): boolean {
  switch (key) {
    case "j":
      return step(1);
    case "k":
      return step(-1);
    case "w":
      return press("[data-words]") || toWords();
    case "y":
      return cite(copyWithCitation);
    case "m":
      return cite(toggleSelected);
    case "e":
      return press("[data-correct]");
    case "a":
      return show("add");
    case "v":
      return show("views");
    case "/":
      return focus(searchField()) || show("find");
    case "?":
      return show("keys");
    default:
      return reviewBy(key);
  }
}

function show(name: DialogName): boolean {
  if (name === "add" && !rights.mayAdd) return false;
  dialogs.open = name;
  return true;
}

/** Moves the focus to another line: from the one that has it, else from the top of what is seen. */
function step(by: 1 | -1): boolean {
  const all = items();
  const here = itemAround(document.activeElement);
  const at = here === null ? -1 : all.indexOf(here);
  const seen = all.findIndex((one) => one.getBoundingClientRect().top >= 60);
  return focus(at === -1 ? all[Math.max(0, seen)] : all[at + by]);
}

/** Presses what belongs to the line that has the focus, or to the page. */
function press(selector: string): boolean {
  const around = document.activeElement?.closest("li, article, section");
  const target = around?.querySelector<HTMLElement>(selector) ?? visible(selector);
  target?.click();
  return target !== null;
}

/** Opens the words of the line that has the focus, else of the first, where its link says which line it is. */
function toWords(): boolean {
  const here = itemAround(document.activeElement);
  const href = here === null ? items().flatMap((one) => wordsOf(one) ?? [])[0] : wordsOf(here);
  if (href === undefined || href === null) return false;
  go(href);
  return true;
}

function wordsOf(item: HTMLElement): string | null {
  const id = lineOf(item.getAttribute("href"));
  return id === null ? null : hrefOfWords(id);
}

/** The line whose page the address is; `null` for all else. */
function lineOf(href: string | null): string | null {
  const [, article, line] = /^\/lines\/([^/]+)\/([^/?#]+)/.exec(href ?? "") ?? [];
  if (article === undefined || line === undefined) return null;
  return `${decodeURIComponent(article)}/${decodeURIComponent(line)}`;
}

/** The line that has the focus, else that of the page, else the first. */
function citedItem(): string | null {
  const here = itemAround(document.activeElement);
  const own = lineOf(location.pathname);
  if (here !== null || own !== null) return lineOf(here?.getAttribute("href") ?? null) ?? own;
  return items().flatMap((one) => lineOf(one.getAttribute("href")) ?? [])[0] ?? null;
}

function cite(act: (id: string) => unknown): boolean {
  const id = citedItem();
  if (id !== null) void act(id);
  return id !== null;
}

function items(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-item]")].filter((one) => one.offsetParent !== null);
}

function visible(selector: string): HTMLElement | null {
  return [...document.querySelectorAll<HTMLElement>(selector)].find((one) => one.offsetParent !== null) ?? null;
}

function searchField(): HTMLElement | null {
  return visible("[data-search]");
}

function itemAround(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>("[data-item]") ?? element?.closest("li")?.querySelector("[data-item]") ?? null;
}

function focus(target: Element | null | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  target.focus();
  target.scrollIntoView({ block: "nearest" });
  return true;
}

function isInDialog(): boolean {
  return document.querySelector("dialog[open], [role=dialog], [role=alertdialog]") !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;
}
