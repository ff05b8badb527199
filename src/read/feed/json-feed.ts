import type { Feed, FeedItem } from "./feed.js";
import { escapeHtml, paragraphsOfPlain, plainText } from "./markup.js";
import { resolveAddress } from "./xml-tree.js";

/**
 * The feed in a JSON text (JSON Feed 1.0 and 1.1), `null` where the JSON is no feed. Line ends and other control characters in its texts, which JSON
 * wants escaped, do no harm. Throws what `JSON.parse` throws.
 */
export function parseJsonFeed(json: string, address: string | null): Feed | null {
  const feed = parseForgiving(json);
  if (!isNode(feed)) return null;
  const isFeed = Array.isArray(feed.items) || /jsonfeed\.org/i.test(stringOf(feed.version) ?? "");
  if (!isFeed) return null;
  const items: readonly unknown[] = Array.isArray(feed.items) ? feed.items : [];
  const readable = items.filter(isNode);
  const odd = items.length - readable.length;
  const authors = authorsOf(feed);
  return {
    format: "json",
    title: plainText(escapeHtml(stringOf(feed.title) ?? "")),
    address: stringOf(feed.home_page_url),
    language: /^[a-z]{2}(?![a-z])/i.exec(stringOf(feed.language) ?? "")?.[0].toLowerCase() ?? null,
    items: readable.map((item) => itemOf(item, authors, address)),
    faults:
      odd === 0 ? [] : [`${odd} of its items ${odd === 1 ? "is" : "are"} no JSON ${odd === 1 ? "object" : "objects"}`],
  };
}

function parseForgiving(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const escaped = json.replace(strings, (text) => text.replace(/[\0-\x1f]/g, escapeOf));
    if (escaped === json) throw error;
    return JSON.parse(escaped);
  }
}

const strings = /"(?:[^"\\]|\\[\s\S])*"/g;

function escapeOf(control: string): string {
  return `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

type Node = Readonly<Record<string, unknown>>;

function itemOf(item: Node, feedAuthors: readonly string[], base: string | null): FeedItem {
  const written = stringOf(item.url) ?? stringOf(item.external_url);
  const address = written === null ? null : (resolveAddress(written, base) ?? written);
  const authors = authorsOf(item);
  const plain = stringOf(item.content_text);
  const summary = stringOf(item.summary);
  return {
    id: stringOf(item.id) ?? address,
    title: plainText(escapeHtml(stringOf(item.title) ?? "")),
    address,
    published: stringOf(item.date_published),
    updated: stringOf(item.date_modified),
    summary: summary === null ? null : escapeHtml(summary),
    content: stringOf(item.content_html) ?? (plain === null ? null : paragraphsOfPlain(plain)),
    authors: authors.length > 0 ? authors : feedAuthors,
  };
}

/** `authors` of version 1.1, or the one `author` of version 1.0. */
function authorsOf(node: Node): readonly string[] {
  const people: readonly unknown[] = Array.isArray(node.authors) ? node.authors : [node.author];
  return people.flatMap((person) => (isNode(person) ? (stringOf(person.name) ?? []) : []));
}

/** Ids are strings by the standard and numbers in many feeds. */
function stringOf(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
