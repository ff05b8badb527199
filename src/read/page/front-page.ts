import { walkHtml } from "../markup-depth.js";
import { articleData } from "./json-ld.js";

/**
 * Says of a page whether it leads to articles rather than being one: it stands at the root of its site; or it does not call itself an article and
 * shows three or more.
 */
export function isFrontPage(html: string, address: string): boolean {
  if (isRoot(address)) return true;
  const { kind, articles, scripts } = signsIn(html);
  return kind !== "article" && articles >= 3 && articleData(scripts) === null;
}

/** Says of an address whether it is that of a site's root, by whatever name. */
export function isRoot(address: string): boolean {
  const { pathname, search } = new URL(address);
  return search === "" && /^\/(?:(?:index|home|default)(?:\.\w+)?\/?)?$/i.test(pathname);
}

interface Signs {
  /** Its `og:type`, in lower case. */
  readonly kind: string | null;
  readonly articles: number;
  /** Of JSON-LD. */
  readonly scripts: readonly string[];
}

function signsIn(html: string): Signs {
  let kind: string | null = null;
  let articles = 0;
  let script: string | null = null;
  const scripts: string[] = [];
  walkHtml(html, {
    onopentag: (name, { property, content, type }) => {
      if (name === "article") articles += 1;
      else if (name === "meta" && property?.toLowerCase() === "og:type") kind ??= (content ?? "").trim().toLowerCase();
      else if (name === "script" && type?.toLowerCase() === "application/ld+json") script = "";
    },
    ontext: (text) => {
      if (script !== null) script += text;
    },
    onclosetag: (name) => {
      if (name !== "script" || script === null) return;
      scripts.push(script);
      script = null;
    },
  });
  return { kind, articles, scripts };
}
