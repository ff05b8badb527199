import type { FeedLink } from "../feed/discover-feeds.js";
import type { Feed, FeedItem } from "../feed/feed.js";
import { plainText } from "../feed/markup.js";
import type { FeedSource } from "../feed/read-feed.js";
import { xmlText } from "../feed/xml-text.js";
import { parseXml, resolveAddress, type XmlElement } from "../feed/xml-tree.js";
import { headOfBytes } from "../sniff/head-of-bytes.js";
import { xmlRoot } from "../sniff/sniff-xml.js";

/** What the bytes of a sitemap name: pages, told as a feed of them, or more sitemaps. */
export type SitemapReading =
  | { readonly kind: "feed"; readonly feed: Feed }
  | { readonly kind: "index"; readonly sitemaps: readonly FeedLink[]; readonly faults: readonly string[] }
  | { readonly kind: "unreadable"; readonly reason: string };

/** Google's bound for a sitemap of news. A site's whole sitemap names fifty times as many, most of them of years ago. */
const mostPages = 1_000;

/** Sitemaps of an index, of which big sites have one a day since they began. */
const mostSitemaps = 50;

/** Says of bytes whether they begin as a sitemap or an index of sitemaps does. */
export function looksLikeSitemap(bytes: Uint8Array): boolean {
  return /^(?:urlset|sitemapindex)$/.test(xmlRoot(headOfBytes(bytes))?.name ?? "");
}

/**
 * The pages that a sitemap names, with the titles, dates and outlets of its news, or the sitemaps that an index names. Where there are too many those that
 * changed last are taken, and `faults` say so. Pure, and never throws on what the bytes hold.
 */
export function readSitemap(bytes: Uint8Array, { address, charset }: FeedSource): SitemapReading {
  const decoded = xmlText(bytes, "sitemap", charset);
  if (decoded.kind === "unreadable") return decoded;
  const { root, cutOff } = parseXml(decoded.text, address);
  if (root === null) return { kind: "unreadable", reason: "this is no sitemap" };
  const faults = cutOff ? [...decoded.faults, "the sitemap ends in the middle"] : decoded.faults;
  if (root.name === "sitemapindex") return indexOf(root, faults);
  const pages = placesIn(root, "url");
  if (pages.length === 0) return { kind: "unreadable", reason: "this is a sitemap that names no page" };
  const taken = newest(pages, mostPages);
  const feed = {
    format: "sitemap" as const,
    ...{ title: null, address: null },
    language: pages.map(({ element }) => inNews(element, "language")).find((one) => one !== null) ?? null,
    items: taken.map(itemOf),
    faults: leftOut(faults, "pages", taken.length, pages.length),
  };
  return { kind: "feed", feed };
}

function indexOf(root: XmlElement, faults: readonly string[]): SitemapReading {
  const all = placesIn(root, "sitemap");
  if (all.length === 0) return { kind: "unreadable", reason: "this is an index of sitemaps that names none" };
  const ofNews = all.filter(({ address }) => /news/i.test(new URL(address).pathname));
  const taken = [
    ...newest(ofNews, mostSitemaps),
    ...newest(
      all.filter((one) => !ofNews.includes(one)),
      mostSitemaps,
    ),
  ];
  const sitemaps = taken.slice(0, mostSitemaps).map(({ address }) => ({ address, title: null }));
  return { kind: "index", sitemaps, faults: leftOut(faults, "sitemaps", sitemaps.length, all.length) };
}

/** Something that a sitemap names. */
interface Place {
  readonly element: XmlElement;
  readonly address: string;
  /** As written. */
  readonly changed: string | null;
}

/** The places that elements of a name stand for, each once; those without an address that can be fetched are none. */
function placesIn(root: XmlElement, name: string): readonly Place[] {
  const found = new Map<string, Place>();
  for (const element of everyNamed(root, name)) {
    const address = resolveAddress(textOf(element, "loc") ?? "", element.base);
    if (address === null || !/^https?:/i.test(address) || found.has(address)) continue;
    found.set(address, {
      element,
      address,
      changed: inNews(element, "publication_date") ?? textOf(element, "lastmod"),
    });
  }
  return [...found.values()];
}

/** The elements of a name, also where one stands in another because an end was forgotten. */
function everyNamed(root: XmlElement, name: string): readonly XmlElement[] {
  return root.children.flatMap((child) => [...(child.name === name ? [child] : []), ...everyNamed(child, name)]);
}

/** The places that changed last, in their order. Dates of one sitemap are written in one way, and mostly so that they sort. */
function newest(places: readonly Place[], most: number): readonly Place[] {
  if (places.length <= most) return places;
  const taken = [...places].sort((a, b) => compare(b.changed ?? "", a.changed ?? "")).slice(0, most);
  const kept = new Set(taken);
  return places.filter((place) => kept.has(place));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function leftOut(faults: readonly string[], what: string, taken: number, all: number): readonly string[] {
  return taken === all
    ? faults
    : [...faults, `it names ${all} ${what}, of which the ${taken} that changed last are taken`];
}

function itemOf({ element, address }: Place): FeedItem {
  const outlet = inNews(element, "name");
  const changed = textOf(element, "lastmod");
  return {
    id: address,
    title: inNews(element, "title"),
    address,
    published: inNews(element, "publication_date"),
    ...{ updated: null, summary: null, content: null, authors: [] },
    ...(outlet === null ? {} : { outlet }),
    ...(changed === null ? {} : { changed }),
  };
}

/** What the part on news says, of the article itself or of its publication. */
function inNews(url: XmlElement, name: string): string | null {
  const news = url.children.find((child) => child.name === "news");
  const publication = news?.children.find((child) => child.name === "publication");
  const holder = name === "language" || name === "name" ? publication : news;
  return holder === undefined ? null : textOf(holder, name);
}

function textOf(element: XmlElement, name: string): string | null {
  // An image or a film on the page has an address and a title of its own, deeper down.
  const found = element.children.find((child) => child.name === name);
  return found === undefined ? null : plainText(found.text);
}
