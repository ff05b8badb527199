import { plainText, unprefix } from "../feed/markup.js";
import type { XmlElement } from "../feed/xml-tree.js";

/** The elements of a name below one, in document order; what stands in one that was found is not looked at. */
export function elementsNamed(root: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const waiting = [...root.children].reverse();
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (element.name === name) found.push(element);
    else waiting.push(...[...element.children].reverse());
  }
  return found;
}

/** The first element at the end of a path of names, each the child of the one before. */
export function elementAt(root: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let element = root;
  for (const name of path) element = element?.children.find((child) => child.name === name);
  return element;
}

/** All words in an element on one line; `null` where it has none, and for no element. */
export function textOfElement(element: XmlElement | undefined): string | null {
  return element === undefined ? null : plainText(unprefix(element.inner));
}

/** The first of the values that is told. */
export function firstTold(...values: readonly (string | null | undefined)[]): string | null {
  return values.find((value) => typeof value === "string" && value.trim() !== "")?.trim() ?? null;
}

/** The writers that a byline names, without the word before them. */
export function bylineOf(written: string | null): string | null {
  return firstTold(written?.replace(/^by:?\s+/i, ""));
}
