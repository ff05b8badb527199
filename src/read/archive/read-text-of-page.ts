import type { Message } from "../../text/message.js";
import type { Arrival } from "../arrival.js";
import { buildArticle, nothingElse } from "../build-article.js";
import type { KnownFacts } from "../known-facts.js";
import { decodeText } from "../plain/decode-text.js";
import { type Reading, unreadable } from "../reading.js";
import { textOfPage } from "./text-of-page.js";

/** The article in the text of a page as an archive of texts (WET) keeps it. */
export async function readTextOfPage(
  bytes: Uint8Array,
  input: string,
  known: KnownFacts,
  { retrieval }: Arrival,
): Promise<Reading> {
  const decoding = decodeText(bytes);
  if (decoding.kind === "binary") return unreadable(input, "this is binary data, not the text of a page");
  const { title, paragraphs } = textOfPage(decoding.text);
  const found = {
    ...nothingElse,
    text: (title === null ? paragraphs : [title, ...paragraphs]).join("\n\n"),
    title,
    messages: paragraphs.length === 0 ? [...decoding.messages, bodyMissing] : decoding.messages,
  };
  const article = await buildArticle(found, { ...known, url: known.url ?? retrieval?.address ?? null });
  return { kind: "article", input, article, retrieval, source: null };
}

const bodyMissing: Message = {
  code: "page-body-missing",
  severity: "warning",
  span: null,
  reason: "No line of this page's text is long enough to be one of an article.",
};
