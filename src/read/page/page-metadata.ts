import { authorNames, isPersonName } from "../author-names.js";
import { articleData, pageDataDate } from "./json-ld.js";
import { dateWithin, pageDate } from "./page-date.js";
import type { PageElement } from "./page-node.js";
import { isOfStory, namesOf, type PageOutline } from "./page-outline.js";
import { pageWords } from "./page-words.js";

/** What a page says of its article outside the article's text. */
export interface PageMetadata {
  readonly title: string | null;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  /** As written. */
  readonly published: string | null;
  /** The primary subtag of the page's `lang`. */
  readonly language: string | null;
  /** The article's text as JSON-LD has it. */
  readonly body: string | null;
  /** Whether JSON-LD says that all may read it; `null` where it does not say. */
  readonly free: boolean | null;
}

/** The page's metadata, from JSON-LD first, then `meta` elements, then the visible page. `outline` is `null` for a page that is too big for one. */
export function pageMetadata(page: PageElement, outline: PageOutline | null): PageMetadata {
  const scripts = textsOf(page, 'script[type="application/ld+json" i]');
  const meta = metaElements(page);
  const url =
    address(page.querySelector('link[rel="canonical"]')?.getAttribute("href")) ?? address(first(meta, ["ogurl"]));
  const named = first(meta, pageWords["meta-title"]);
  const shown = { headings: textsOf(page, "h1"), titles: textsOf(page, "title") };
  const titles = [...shown.headings, ...shown.titles, ...(named === null ? [] : [named])];
  const data = articleData(scripts, { titles, address: url });
  const outlet = data?.publisher ?? first(meta, pageWords["meta-site"]);
  return {
    title: data?.headline ?? named ?? visibleTitle(shown, outlet),
    url,
    outlet,
    authors: authorsOf(data?.authors ?? [], meta, page, outline),
    published: pageDate(page, outline, {
      data: data?.published ?? null,
      pageData: pageDataDate(scripts),
      meta: pageWords["meta-date"].flatMap((key) => meta.get(key) ?? []),
      address: url,
    }),
    language: /^[a-z]{2}(?![a-z])/i.exec(page.getAttribute("lang") ?? "")?.[0].toLowerCase() ?? null,
    body: data?.body ?? null,
    free: data?.free ?? null,
  };
}

type Meta = ReadonlyMap<string, readonly string[]>;

/** The contents of the `meta` elements by name or property, in lower case without signs; one property may hold several names, apart by spaces. */
function metaElements(page: PageElement): Meta {
  const meta = new Map<string, string[]>();
  for (const element of page.querySelectorAll("meta[content]")) {
    const content = element.getAttribute("content")?.trim() ?? "";
    const keys = `${element.getAttribute("property") ?? ""} ${element.getAttribute("name") ?? ""} ${element.getAttribute("itemprop") ?? ""}`;
    if (content === "") continue;
    for (const key of keys.toLowerCase().split(/\s+/)) {
      const name = key.replace(/[^\p{L}\p{N}]+/gu, "");
      const contents = meta.get(name);
      if (contents !== undefined) contents.push(content);
      else if (name !== "") meta.set(name, [content]);
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

interface ShownTitles {
  /** Of level one. */
  readonly headings: readonly string[];
  /** What `title` elements say. */
  readonly titles: readonly string[];
}

/**
 * The page's only level-one heading, where the `title` element agrees or is missing: some sites head every page with their own name.
 * Else the `title` element without the site's name at an end.
 */
function visibleTitle({ headings, titles }: ShownTitles, outlet: string | null): string | null {
  const [heading, ...otherHeadings] = headings;
  const [title] = titles;
  const alone = heading !== undefined && otherHeadings.length === 0;
  if (alone && (title === undefined || title.includes(heading))) return heading;
  if (title === undefined) return heading ?? null;
  const parts = title.split(/\s+[|–—»:-]\s+/);
  const rest = parts.filter((part) => part.toLowerCase() !== outlet?.toLowerCase());
  return rest.length < parts.length && rest.length > 0 ? rest.join(" – ") : title;
}

function authorsOf(
  data: readonly string[],
  meta: Meta,
  page: PageElement,
  outline: PageOutline | null,
): readonly string[] {
  const named = authorNames(data.length > 0 ? data : pageWords["meta-author"].flatMap((key) => meta.get(key) ?? []));
  return named.length > 0 ? named : shownAuthors(page, outline);
}

const bylines = '[class*="byline" i], [class*="author" i], [id*="byline" i]';

/** Those in elements that are made for authors, else in the first that is named for them and holds nothing but names. */
function shownAuthors(page: PageElement, outline: PageOutline | null): readonly string[] {
  const isOwn = (element: PageElement): boolean => outline === null || isOfStory(element, outline);
  const made = [...page.querySelectorAll('[rel~="author"], [itemprop~="author"]')].filter(isOwn);
  const names = authorNames(made.map((element) => squeeze(element.textContent ?? "")));
  if (names.length > 0 || outline === null) return names;
  for (const element of page.querySelectorAll(bylines)) {
    const text = squeeze(element.textContent ?? "");
    if (text === "" || text.length > longestByline || otherPeople.test(namesOf(element)) || !isOwn(element)) continue;
    const found = authorNames([text]);
    if (found.length > 0 && found.every(isPersonName)) return found;
  }
  return linesBelowHeading(outline);
}

const otherPeople = /comment|photo|image|credit|social|bio|avatar/i;

/** In characters. */
const longestByline = 120;

/** "By Tove Lind" or "Tove Lind | 4 March 2031", on a line of its own between the heading and the text. */
function linesBelowHeading({ blocks, heading }: PageOutline): readonly string[] {
  const start = blocks.findIndex(({ element }) => element === heading);
  const lines = start < 0 ? [] : blocks.slice(start + 1, start + 6).map(({ text }) => text);
  const byline = lines.find(
    (line) =>
      line.length <= longestByline &&
      !/[.!?]$/.test(line) &&
      (/^by\s+\p{Lu}/iu.test(line) || (/[|·•]/.test(line) && dateWithin(line).length > 0)),
  );
  const names = byline === undefined ? [] : authorNames([byline]);
  return names.every(isPersonName) ? names : [];
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
