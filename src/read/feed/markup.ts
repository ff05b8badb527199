import { Parser } from "htmlparser2";

/** The text of a piece of HTML on one line, without tags and with entities resolved; `null` where nothing is left. */
export function plainText(html: string): string | null {
  let text = "";
  const parser = new Parser({
    ontext: (part) => {
      text += part;
    },
  });
  parser.end(html);
  const line = text.replace(/[\s\u00a0]+/g, " ").trim();
  return line === "" ? null : line;
}

/** Plain text as HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
