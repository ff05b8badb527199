/**
 * What this folder uses of the DOM. The compiler is not given the browser's own library: its globals (`name`, `event`, …) would then
 * be known in every file of a program that runs in no browser.
 */
export interface PageNode {
  readonly nodeType: number;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly parentNode: PageNode | null;
  readonly textContent: string | null;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  readonly parentElement: PageElement | null;
  getAttribute(name: string): string | null;
  removeAttribute(name: string): void;
  remove(): void;
  replaceWith(other: PageNode): void;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

export interface PageDocument {
  readonly documentElement: PageElement;
}

/** Says of a node whether it is an element; DOM's `ELEMENT_NODE` is 1. */
export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1;
}

/** DOM's `TEXT_NODE` is 3. */
export function isText(node: PageNode): boolean {
  return node.nodeType === 3;
}

/** What a visitor asks for: to go on with what is inside the node, or to pass it over. */
export type Visit = "inside" | "past";

/**
 * Visits `root` and all that is in it in document order, `enter` before what is inside a node and `leave` after. It keeps no stack, so
 * the depth of the page does not matter.
 */
export function walkPage(root: PageNode, enter: (node: PageNode) => Visit, leave: (node: PageNode) => void): void {
  let node: PageNode = root;
  for (;;) {
    const child = enter(node) === "inside" ? node.firstChild : null;
    if (child !== null) {
      node = child;
      continue;
    }
    leave(node);
    while (node !== root && node.nextSibling === null) {
      if (node.parentNode === null) return;
      node = node.parentNode;
      leave(node);
    }
    if (node === root || node.nextSibling === null) return;
    node = node.nextSibling;
  }
}
