import { isCredit, isInterruption } from "./furniture.js";
import { isElement, isText, type PageNode, walkPage } from "./page-node.js";

/**
 * The paragraphs under a node, in document order: the text between the starts and ends of block elements, with runs of white space as
 * one space, as a browser shows it. Two line breaks in a row end a paragraph too. What is no running text (scripts, navigation, forms)
 * is left out, and so are lines that pages put between paragraphs, such as "Advertisement".
 */
export function paragraphsOf(root: PageNode): readonly string[] {
  const paragraphs: string[] = [];
  let line = "";
  let breaks = 0;
  let captions = 0;
  const flush = (): void => {
    const paragraph = line.replace(/[\s\u00a0]+/g, " ").trim();
    const isOwn = isInterruption(paragraph) || (captions > 0 && isCredit(paragraph));
    if (paragraph !== "" && !isOwn) paragraphs.push(paragraph);
    line = "";
  };
  walkPage(
    root,
    (node) => {
      if (isText(node)) {
        const text = node.textContent ?? "";
        if (text.trim() !== "") breaks = 0;
        line += text;
      }
      if (!isElement(node)) return "inside";
      if (node.localName === "figcaption") captions += 1;
      if (passedOver.has(node.localName) || isHidden(node.getAttribute("hidden"), node.getAttribute("aria-hidden"))) {
        return "past";
      }
      if (node.localName === "br") {
        breaks += 1;
        line += " ";
        if (breaks > 1) flush();
      } else if (node.localName === "img") line += " ";
      else if (blocks.has(node.localName)) flush();
      return "inside";
    },
    (node) => {
      if (!isElement(node) || !blocks.has(node.localName)) return;
      flush();
      if (node.localName === "figcaption") captions -= 1;
    },
  );
  flush();
  return paragraphs;
}

export const blocks = new Set(
  "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td th thead tr ul".split(
    " ",
  ),
);

export const passedOver = new Set(
  "annotation annotation-xml aside audio button canvas embed footer form head iframe input label nav noscript object script select style svg template textarea title video".split(
    " ",
  ),
);

export function isHidden(hidden: string | null, ariaHidden: string | null): boolean {
  return hidden !== null || ariaHidden === "true";
}
