import { walkHtml } from "../markup-depth.js";
import { resolveAddress } from "./xml-tree.js";

/** A feed that a page names. */
export interface FeedLink {
  readonly address: string;
  readonly title: string | null;
}

const feedTypes = new Set([
  "application/rss+xml",
  "application/atom+xml",
  "application/feed+json",
  "application/rdf+xml",
]);

/** The feeds that a page offers by `<link rel="alternate">`, in its order, each once; comments' feeds come last. */
export function discoverFeeds(html: string, address: string): readonly FeedLink[] {
  const found = new Map<string, FeedLink>();
  let base = address;
  walkHtml(html, {
    onopentag: (name, attributes) => {
      if (name === "base" && attributes.href !== undefined) base = resolveAddress(attributes.href, address) ?? base;
      if (name !== "link" && name !== "a") return;
      const relations = (attributes.rel ?? "").toLowerCase().split(/\s+/);
      const type = (attributes.type ?? "").toLowerCase().split(";")[0]?.trim() ?? "";
      if (!relations.includes("alternate") || !feedTypes.has(type)) return;
      const target = resolveAddress(attributes.href ?? "", base);
      if (target === null || !/^https?:/.test(target) || found.has(target)) return;
      const title = attributes.title?.trim() ?? "";
      found.set(target, { address: target, title: title === "" ? null : title });
    },
  });
  const links = [...found.values()];
  return [...links.filter((link) => !isOfComments(link)), ...links.filter(isOfComments)];
}

/** Says of a feed whether it is of readers' comments, not of articles. */
export function isOfComments({ address, title }: FeedLink): boolean {
  return /\bcomments?\b/i.test(`${address} ${title ?? ""}`);
}
