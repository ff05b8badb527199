import { walkHtml } from "../markup-depth.js";

/** In bytes: a page that only leads on is short. */
export const longestLeadingOn = 64 * 1024;

/** In characters, of the text that the page shows: what tells more is a page that renews itself or leads on later. */
const longestText = 600;

/** In seconds: who waits longer is to read the page first. */
const longestDelay = 10;

/**
 * The address, as written, that a page leads on to by `<meta http-equiv="refresh">` without being one to read: it says little, and goes on soon. `null` for
 * any other page.
 */
export function refreshTarget(html: string): string | null {
  let target: string | null = null;
  let length = 0;
  const silent: string[] = [];
  walkHtml(html, {
    onopentag: (name, { "http-equiv": kind = "", content = "" }) => {
      if (wordless.has(name)) silent.push(name);
      if (name === "meta" && kind.trim().toLowerCase() === "refresh" && silent.length === 0)
        target ??= targetIn(content);
    },
    ontext: (text) => {
      if (silent.length === 0) length += text.trim().length;
    },
    onclosetag: (name) => {
      if (silent.at(-1) === name) silent.pop();
    },
  });
  return length <= longestText ? target : null;
}

/** What is in these is not shown; what a page does for browsers without scripts is another matter. */
const wordless: ReadonlySet<string> = new Set(["script", "style", "title", "template", "noscript"]);

/** The address in "0; url='/quay'", by the HTML standard in short. */
function targetIn(content: string): string | null {
  const [, delay = "", written = ""] = /^\s*(\d+)[\d.]*\s*[;,\s]\s*(?:url\s*=\s*)?(.+)$/is.exec(content) ?? [];
  const address = written
    .trim()
    .replace(/^(["'])(.*?)\1?$/s, "$2")
    .trim();
  return address === "" || Number(delay) > longestDelay ? null : address;
}
