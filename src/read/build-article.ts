import type { Article, PublishedFrom } from "../doc/article.js";
import { sha256 } from "../text/hash.js";
import type { Message } from "../text/message.js";
import { oneLine } from "../text/one-line.js";
import type { PageStart } from "../text/page-starts.js";
import type { Timecode } from "../text/timecodes.js";
import { authorNames } from "./author-names.js";
import { dateInText } from "./date-in-text.js";
import { detectLanguage } from "./detect-language.js";
import type { KnownFacts } from "./known-facts.js";
import { mendedEncoding } from "./mended-encoding.js";
import { publicationDate } from "./publication-date.js";

/** What a reader of one format found in its input. */
export interface FoundFacts {
  readonly text: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  /** As written there. */
  readonly published: string | null;
  /** What told it. */
  readonly publishedFrom: Exclude<PublishedFrom, "option">;
  /** As the input declares it; asked only where the text does not tell its language. */
  readonly language: string | null;
  readonly messages: readonly Message[];
  /** Where the pages of a document begin in the text. */
  readonly pages?: readonly PageStart[];
  /** When what is said begins in a recording. */
  readonly timecodes?: readonly Timecode[];
}

/** What an input tells that is words and nothing else. */
export const nothingElse = {
  ...{ title: null, url: null, outlet: null, authors: [], published: null, publishedFrom: "metadata", language: null },
  messages: [],
} as const satisfies Omit<FoundFacts, "text">;

/** The article, from what its input held and what is known of it besides; a text without words gets the message `empty-text`. */
export async function buildArticle(read: FoundFacts, known: KnownFacts): Promise<Article> {
  const found = withMendedText(read);
  const hash = sha256(found.text);
  const messages = [...found.messages];
  if (found.text.trim() === "") messages.push(emptyText);
  const written = known.published ?? found.published;
  const inText = written === null ? dateInText(found.text) : null;
  const published = written === null ? (inText?.published ?? null) : publicationDate(written);
  if (written !== null && published === null) messages.push(unreadablePublished(written));
  return {
    id: factOf(known.id) ?? `art_${hash.slice(0, 16)}`,
    url: factOf((known.url ?? found.url)?.replace(/[\t\r\n]+/g, "")),
    title: factOf(known.title ?? found.title),
    outlet: factOf(known.outlet ?? found.outlet),
    authors: authorNames(found.authors),
    published,
    publishedFrom:
      published === null ? null : (inText?.from ?? (known.published === null ? found.publishedFrom : "option")),
    language: (await detectLanguage(found.text)) ?? found.language,
    sha256: hash,
    text: found.text,
    ...(found.pages === undefined ? {} : { pages: found.pages }),
    ...(found.timecodes === undefined ? {} : { timecodes: found.timecodes }),
    messages,
  };
}

/** What is found, its text in the encoding that it was written in; places in the text that are counted already stay right. */
function withMendedText(found: FoundFacts): FoundFacts {
  if (found.pages !== undefined || found.timecodes !== undefined) return found;
  const text = mendedEncoding(found.text);
  return text === found.text
    ? found
    : {
        ...found,
        text,
        title: found.title && mendedEncoding(found.title),
        messages: [...found.messages, encodingMended],
      };
}

const encodingMended: Message = {
  code: "encoding-mended",
  severity: "info",
  span: null,
  reason:
    "The text had been read in a wrong encoding before it came here (\u201câ€œ\u201d for a quote mark); such characters were set right.",
};

/** A fact is one line wherever it is shown: with a line break in its name an outlet could write a line of the program's. */
function factOf(written: string | null | undefined): string | null {
  return written === null || written === undefined ? null : oneLine(written.replaceAll("\u0085", " "));
}

const emptyText: Message = {
  code: "empty-text",
  severity: "warning",
  span: null,
  reason: "The input has no words, so there is nothing to find in it.",
};

function unreadablePublished(written: string): Message {
  return {
    code: "published-unreadable",
    severity: "warning",
    span: null,
    reason: `The publication time "${written.slice(0, 60)}" is in no form that can be read safely, or stands for no date; it is left unknown. Write it as 2019-05-16 or 2019-05-16T10:22:00Z.`,
  };
}
