import { type PageStart, pageAt } from "../../text/page-starts.js";
import type { Arrival } from "../arrival.js";
import { buildArticle } from "../build-article.js";
import { headlineOf } from "../headline.js";
import type { KnownFacts } from "../known-facts.js";
import { type Reading, unreadable } from "../reading.js";
import { documentDate } from "./document-date.js";
import type { DocumentParagraph, DocumentReading, DocumentText } from "./document-text.js";

/**
 * The article of a document: its title and its paragraphs, with a blank line between them. Its date is the one in its own words, before that of the feed that led to it and that of the file; what
 * a file says of itself is believed where it looks like a title, a person's name, a day.
 */
export async function documentArticle(
  found: DocumentReading,
  input: string,
  known: KnownFacts,
  { retrieval, item }: Arrival,
): Promise<Reading> {
  if (found.kind === "unreadable") return unreadable(input, found.reason);
  const { facts } = found;
  const title = known.title ?? titleOf(found) ?? item?.title ?? null;
  const { text, pages } = joined(title, found.paragraphs);
  const own = documentDate(text, found.head);
  const told = item === null ? null : item.published;
  const article = await buildArticle(
    {
      text,
      title,
      url: retrieval?.address ?? null,
      outlet: facts.outlet,
      authors: authorsOf(facts.author),
      published: own?.published ?? told ?? believable(facts.created),
      publishedFrom: own?.from ?? (told === null ? "metadata" : "feed"),
      language: /^[a-z]{2}(?=$|[-_])/i.exec(facts.language ?? "")?.[0]?.toLowerCase() ?? null,
      messages: found.messages,
      ...(pages.length === 0 ? {} : { pages }),
    },
    known,
  );
  return { kind: "article", input, article, retrieval, source: null };
}

/** Paragraphs below this one are no longer the head of the document, where a title stands. */
const headParagraphs = 10;

/** What the file calls itself where its head says the same or there is no other; else what is set as a title, else a first line that looks like one. */
function titleOf({ facts, title, paragraphs }: DocumentText): string | null {
  const head = paragraphs.slice(0, headParagraphs).map(({ text }) => plainWords(text));
  const told = isTitle(facts.title) ? facts.title.replace(/\s+/g, " ").trim() : null;
  if (told !== null && head.some((text) => text.includes(plainWords(told)))) return told;
  return (
    title ??
    told ??
    headlineOf(
      paragraphs
        .slice(0, 2)
        .map(({ text }) => text)
        .join("\n\n"),
    )
  );
}

/** What programs write where nobody gave a title. */
function isTitle(written: string | null): written is string {
  const title = written?.trim() ?? "";
  return (
    /\p{L}{2}.*\p{L}/u.test(title) &&
    title.length <= 300 &&
    !/^(?:microsoft (?:word|powerpoint)\b|untitled\b|document\s?\d*$|(?:powerpoint )?presentation\s?\d*$|slide \d+|title$|template\b|print$)|\.(?:docx?|pptx?|pdf|rtf|odt|indd|qxd|pages|txt)$/i.test(
      title,
    )
  );
}

/** Of what a file names as its author that of a person or a body; the names of accounts are left out. */
function authorsOf(written: string | null): readonly string[] {
  return (written ?? "")
    .split(/;|,(?=\s\p{Lu}\S*\s\p{Lu})/u)
    .map((name) => name.replace(/\s+/g, " ").trim())
    .filter((name) => /^\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){1,5}$/u.test(name) && !isAccount(name));
}

function isAccount(name: string): boolean {
  return /\b(?:user|owner|admin(?:istrator)?|microsoft|windows|office|default|unknown|author)\b/i.test(name);
}

/** The day of files that were made from the templates of python-docx and python-pptx says nothing of them. */
const daysOfTemplates = /^(?:2013-12-23T23:15|2013-01-27T09:14)/;

function believable(created: string | null): string | null {
  return created === null || created.trim() === "" || daysOfTemplates.test(created) ? null : created;
}

interface Joined {
  readonly text: string;
  readonly pages: readonly PageStart[];
}

/** Title and paragraphs; a paragraph at the head that is the title is not told twice. */
function joined(title: string | null, paragraphs: readonly DocumentParagraph[]): Joined {
  const wanted = plainWords(title ?? "");
  const again =
    title === null ? -1 : paragraphs.findIndex(({ text }, at) => at < headParagraphs && plainWords(text) === wanted);
  const rest = paragraphs.filter(({ text }, at) => at !== again && text.trim() !== "");
  const first = (paragraphs[Math.max(0, again)] ?? paragraphs[0])?.pages.slice(0, 1) ?? [];
  const all = title === null ? rest : [{ text: title, pages: first.map(([, page]): PageStart => [0, page]) }, ...rest];
  const texts: string[] = [];
  const pages: PageStart[] = [];
  let at = 0;
  for (const paragraph of all) {
    for (const [start, page] of paragraph.pages) {
      if (pageAt(pages, at + start) !== page) pages.push([at + start, page]);
    }
    texts.push(paragraph.text);
    at += paragraph.text.length + 2;
  }
  return { text: texts.join("\n\n"), pages };
}

function plainWords(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
