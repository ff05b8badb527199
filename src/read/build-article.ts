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
export async function buildArticle(found: FoundFacts, known: KnownFacts): Promise<Article> {
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
