import { reviewBy, reviewKeys } from "./review-keys.js";
import { go } from "./router.svelte.js";
import { settings } from "./settings.svelte.js";

/** What a key does, for the list that `?` shows. */
export interface Key {
  readonly keys: readonly string[];
  readonly does: string;
}

/** THE list of keys, as the reader is told of them. */
export const keys: readonly Key[] = [
  { keys: ["j"], does: "the next line" },
  { keys: ["k"], does: "the line before" },
  { keys: ["Enter"], does: "open the line" },
  { keys: ["w"], does: "its words in the article" },
  { keys: ["e"], does: "correct it" },
  ...reviewKeys,
  { keys: ["/"], does: "search" },
  { keys: ["g", "b"], does: "the brief" },
  { keys: ["g", "p"], does: "postures" },
  { keys: ["g", "d"], does: "disputes" },
  { keys: ["g", "r"], does: "review" },
  { keys: ["g", "t"], does: "the timeline" },
  { keys: ["g", "m"], does: "the map" },
  { keys: ["g", "w"], does: "who says what" },
  { keys: ["g", "n"], does: "the network" },
  { keys: ["g", "s"], does: "stories" },
  { keys: ["g", "a"], does: "articles" },
  { keys: ["?"], does: "these keys" },
  { keys: ["Esc"], does: "close what is open" },
];

const pages: Readonly<Record<string, string>> = {
  b: "/",
  p: "/postures",
  d: "/disputes",
  r: "/review",
  t: "/timeline",
  m: "/map",
  w: "/says",
  n: "/network",
  s: "/stories",
  a: "/articles",
};

/** Listens for keys that need no modifier. @returns what ends it */
export function followKeys(showKeys: () => void): () => void {
  let going = false;
  const pressed = (event: KeyboardEvent): void => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
    if (!plain || !settings.letterKeys || isTyping(event.target) || document.querySelector("dialog[open]")) return;
    const went = going;
    going = event.key === "g" && !went;
    const page = went ? pages[event.key] : undefined;
    if (page !== undefined) go(page);
    if (page !== undefined || actOn(event.key, showKeys)) event.preventDefault();
  };
  addEventListener("keydown", pressed);
  return () => removeEventListener("keydown", pressed);
}

function actOn(key: string, showKeys: () => void): boolean {
  switch (key) {
    case "j":
      return step(1);
    case "k":
      return step(-1);
    case "w":
      return press("[data-words]");
    case "e":
      return press("[data-correct]");
    case "/":
      return focus(document.querySelector("[data-search]"));
    case "?":
      showKeys();
      return true;
    default:
      return reviewBy(key);
  }
}

/** Moves the focus to another line: from the one that has it, else from the top of what is seen. */
function step(by: 1 | -1): boolean {
  const items = [...document.querySelectorAll<HTMLElement>("[data-item]")].filter((one) => one.offsetParent !== null);
  const here = itemAround(document.activeElement);
  const at = here === null ? -1 : items.indexOf(here);
  const seen = items.findIndex((one) => one.getBoundingClientRect().top >= 60);
  return focus(at === -1 ? items[Math.max(0, seen)] : items[at + by]);
}

/** Presses what belongs to the line that has the focus, or to the page. */
function press(selector: string): boolean {
  const around = document.activeElement?.closest("li, article, section");
  const target = around?.querySelector<HTMLElement>(selector) ?? document.querySelector<HTMLElement>(selector);
  target?.click();
  return target !== null;
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

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;
}
