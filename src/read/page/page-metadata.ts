import { articleData } from "./json-ld.js";
import { type DateEvidence, pageDate } from "./page-date.js";
import type { PageElement } from "./page-node.js";

/** What a page says of its article outside the article's text. */
export interface PageMetadata {
  readonly title: string | null;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  /** As written. */
  readonly published: string | null;
  /** `null` exactly where `published` is. */
  readonly publishedBy: DateEvidence | null;
  /** The primary subtag of the page's `lang`. */
  readonly language: string | null;
}

/** The page's metadata, from JSON-LD first, then `meta` elements, then the visible page. */
export function pageMetadata(page: PageElement): PageMetadata {
  const data = articleData(textsOf(page, 'script[type="application/ld+json"]'));
  const meta = metaElements(page);
  const outlet = data?.publisher ?? first(meta, siteNames);
  const url =
    address(page.querySelector('link[rel="canonical"]')?.getAttribute("href")) ?? address(first(meta, ["og:url"]));
  const told = { data: data?.published ?? null, meta: dates.flatMap((key) => meta.get(key) ?? []), address: url };
  const date = pageDate(page, told);
  return {
    title: data?.headline ?? first(meta, titles) ?? visibleTitle(page, outlet),
    url,
    outlet,
    authors: authorsOf(data?.authors ?? [], meta, page),
    published: date?.written ?? null,
    publishedBy: date?.evidence ?? null,
    language: /^[a-z]{2}(?![a-z])/i.exec(page.getAttribute("lang") ?? "")?.[0].toLowerCase() ?? null,
  };
}

const siteNames = ["og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "twitter:app:name:iphone"];
const titles = ["og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "parsely-title"];
const dates = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "dc.date.issued",
  "dcterms.issued",
  "dcterms.created",
  "dc.date",
  "dcterms.date",
  "parsely-pub-date",
  "sailthru.date",
  "pubdate",
  "publishdate",
  "publication_date",
  "date",
];
const authorNames = ["author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "article:author"];

type Meta = ReadonlyMap<string, readonly string[]>;

/** The contents of the `meta` elements by name or property, in lower case; one property may hold several names, apart by spaces. */
function metaElements(page: PageElement): Meta {
  const meta = new Map<string, string[]>();
  for (const element of page.querySelectorAll("meta[content]")) {
    const content = element.getAttribute("content")?.trim() ?? "";
    const keys = `${element.getAttribute("property") ?? ""} ${element.getAttribute("name") ?? ""} ${element.getAttribute("itemprop") ?? ""}`;
    if (content === "") continue;
    for (const key of keys.toLowerCase().split(/\s+/)) {
      const name = key.replace(/^(dc|dcterms):/, "$1.");
      if (name !== "") meta.set(name, [...(meta.get(name) ?? []), content]);
    }
  }
  return meta;
}

function first(meta: Meta, keys: readonly string[]): string | null {
  for (const key of keys) {
    const content = meta.get(key)?.[0];
    if (content !== undefined) return squeeze(content);
  }
  return null;
}

/**
 * The page's only level-one heading, where the `title` element agrees or is missing: some sites head every page with their own name.
 * Else the `title` element without the site's name at an end.
 */
function visibleTitle(page: PageElement, outlet: string | null): string | null {
  const [heading, ...otherHeadings] = textsOf(page, "h1");
  const title = textsOf(page, "title")[0];
  const alone = heading !== undefined && otherHeadings.length === 0;
  if (alone && (title === undefined || title.includes(heading))) return heading;
  if (title === undefined) return heading ?? null;
  const parts = title.split(/\s+[|–—»:-]\s+/);
  const rest = parts.filter((part) => part.toLowerCase() !== outlet?.toLowerCase());
  return rest.length < parts.length && rest.length > 0 ? rest.join(" – ") : title;
}

function authorsOf(data: readonly string[], meta: Meta, page: PageElement): readonly string[] {
  const named = data.length > 0 ? data : authorNames.flatMap((key) => meta.get(key) ?? []);
  const shown = named.length > 0 ? named : textsOf(page, '[rel="author"], [itemprop="author"]');
  const names = shown.map((name) => squeeze(name).replace(/^by\s+/i, "")).filter((name) => !/^https?:/i.test(name));
  return [...new Set(names)].filter((name) => name !== "" && name.length <= 120);
}

function textsOf(page: PageElement, selector: string): readonly string[] {
  return [...page.querySelectorAll(selector)]
    .map((element) => squeeze(element.textContent ?? ""))
    .filter((text) => text !== "");
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Only absolute addresses: a page does not tell what a relative one is relative to. */
function address(written: string | null | undefined): string | null {
  return typeof written === "string" && /^https?:\/\//i.test(written.trim()) ? written.trim() : null;
}
