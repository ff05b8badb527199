import type { Message } from "../../text/message.js";
import { normaliseText } from "../../text/normalise.js";
import { buildArticle, type FoundFacts } from "../build-article.js";
import { plainText } from "../feed/markup.js";
import { headlineOf } from "../headline.js";
import { fillFacts, type KnownFacts, nothingKnown } from "../known-facts.js";
import { type Reading, unreadable } from "../reading.js";
import { type EntryFields, entryFields, isArticle, isEntry } from "./entry-fields.js";
import type { FieldNames } from "./field-names.js";

/** The article of one entry of data. Its text is its title and its text, or its summary where it has none (message `feed-summary`). */
export async function readEntry(entry: unknown, input: string, known: KnownFacts, names: FieldNames): Promise<Reading> {
  if (!isEntry(entry)) return unreadable(input, "this is no object");
  const fields = entryFields(entry, names);
  if (!isArticle(fields)) return unreadable(input, "it has neither a text nor a title");
  const article = await buildArticle(await foundIn(fields), fillFacts(ownFacts(fields), known));
  return { kind: "article", input, article, retrieval: null, source: null };
}

async function foundIn({
  text,
  summary,
  title,
  url,
  outlet,
  authors,
  published,
  language,
}: EntryFields): Promise<FoundFacts> {
  const whole = withoutCutMark(text ?? "");
  const isSummary = text === null || whole !== text;
  const body = await plainBody(whole === "" ? (summary ?? "") : whole);
  const heading = title === null ? headlineOf(body) : oneLine(title);
  const repeated = heading === null || body === heading || body.startsWith(`${heading}\n`);
  return {
    text: repeated ? body : [heading, body].filter((part) => part !== "").join("\n\n"),
    title: heading,
    url,
    outlet: outlet === null ? null : oneLine(outlet),
    authors,
    published,
    publishedFrom: "feed",
    language,
    messages: isSummary && body !== "" ? [summaryOnly] : [],
  };
}

/** Interfaces that give the head of a text say so at its end: `… [+812 chars]`. */
function withoutCutMark(text: string): string {
  const mark = /(?:…|\.\.\.)? ?\[\+?\d+ chars\]$/.exec(text.slice(-40));
  return mark === null ? text : text.slice(0, -mark[0].length).trimEnd();
}

/** An id of its own counts where there is no address to know the article by; plain numbers begin anew in every file. */
function ownFacts({ id, url }: EntryFields): KnownFacts {
  return { ...nothingKnown, id: id === null || url !== null || /^\d+$/.test(id) ? null : id };
}

async function plainBody(written: string): Promise<string> {
  if (!markup.test(written)) return normaliseText(written);
  const { paragraphsOfHtml } = await import("../page/paragraphs-of-html.js");
  return paragraphsOfHtml(written).join("\n\n");
}

const markup =
  /<\/?(?:p|br|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|blockquote|figure|img|table|section|article)\b[^<>]*>/i;

function oneLine(written: string): string {
  const resolved =
    markup.test(written) || /&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/i.test(written) ? plainText(written) : null;
  return (resolved ?? written).replace(/\s+/g, " ").trim();
}

const summaryOnly: Message = {
  code: "feed-summary",
  severity: "info",
  span: null,
  reason: "The text is a summary of the article or its beginning.",
};
