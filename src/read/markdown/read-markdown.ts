import { type Arrival, noArrival } from "../arrival.js";
import { buildArticle, nothingElse } from "../build-article.js";
import { headlineOf } from "../headline.js";
import type { KnownFacts } from "../known-facts.js";
import { decodeText } from "../plain/decode-text.js";
import { type Reading, unreadable } from "../reading.js";
import { charsetOf } from "../retrieval.js";
import { frontMatter } from "./front-matter.js";
import { markdownText } from "./markdown-text.js";

/** The article in a Markdown file: its text without marks, below its title; title, date and people from its front matter, where it has one. */
export async function readMarkdown(
  bytes: Uint8Array,
  input: string,
  known: KnownFacts,
  { retrieval }: Arrival = noArrival,
): Promise<Reading> {
  const decoding = decodeText(bytes, charsetOf(retrieval?.contentType ?? null));
  if (decoding.kind === "binary") return unreadable(input, "this is binary data, not a text");
  const front = frontMatter(decoding.text);
  const told = (...names: readonly string[]): readonly string[] =>
    names.map((name) => front?.fields.get(name) ?? []).find((values) => values.length > 0) ?? [];
  const body = markdownText(front?.body ?? decoding.text);
  const title = known.title ?? told("title", "headline")[0] ?? headlineOf(body);
  const isHeaded = title === null || body === title || body.startsWith(`${title}\n`);
  const found = {
    ...nothingElse,
    text: isHeaded ? body : [title, body].filter((part) => part !== "").join("\n\n"),
    title,
    url: retrieval?.address ?? told("url", "canonical", "canonical_url", "source_url", "link").find(isAddress) ?? null,
    outlet: told("outlet", "publisher", "publication", "site_name", "source").find((name) => !isAddress(name)) ?? null,
    authors: told("author", "authors", "byline", "creator"),
    published:
      told("date", "published", "pubdate", "publishdate", "publish_date", "published_at", "created")[0] ?? null,
    language: /^[a-z]{2}(?![a-z])/i.exec(told("lang", "language")[0] ?? "")?.[0].toLowerCase() ?? null,
    messages: decoding.messages,
  };
  return { kind: "article", input, article: await buildArticle(found, known), retrieval, source: null };
}

function isAddress(value: string): boolean {
  return /^https?:\/\/\S+$/i.test(value);
}
