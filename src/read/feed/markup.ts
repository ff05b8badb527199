import { walkHtml } from "../markup-depth.js";

/** The text of a piece of HTML on one line, without tags, scripts and styles and with entities resolved; `null` where nothing is left. */
export function plainText(html: string): string | null {
  let text = "";
  let silent = 0;
  walkHtml(html, {
    onopentagname: (name) => {
      if (wordless.has(name)) silent += 1;
    },
    ontext: (part) => {
      if (silent === 0) text += part;
    },
    onclosetag: (name) => {
      if (wordless.has(name)) silent -= 1;
    },
  });
  const line = text.replace(/[\s\u00a0]+/g, " ").trim();
  return line === "" ? null : line;
}

/** What is in these is for machines. */
const wordless = new Set(["script", "style", "noscript", "template", "iframe"]);

/** Plain text as HTML, with a paragraph for each of its own. */
export function paragraphsOfPlain(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escapeHtml(paragraph.trim())}</p>`)
    .join("\n");
}

/** Inline XHTML as HTML: it may carry a prefix on every tag. */
export function unprefix(xhtml: string): string {
  return xhtml
    .replace(/<(\/?)[a-z][\w.-]{0,20}:/gi, "<$1")
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_all, text: string) => escapeHtml(text));
}

/** Plain text as HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
