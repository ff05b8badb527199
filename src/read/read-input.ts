import { type Arrival, noArrival } from "./arrival.js";
import type { KnownFacts } from "./known-facts.js";
import { readPlain } from "./plain/read-plain.js";
import { type Reading, unreadable } from "./reading.js";
import { sniffFormat } from "./sniff-format.js";

/**
 * The article in the bytes of an input that holds one, a text, a page or a document; `input` is its name, whose ending counts where the bytes do not tell.
 * What may hold many is for {@link readMany}.
 */
export async function readInput(
  bytes: Uint8Array,
  input: string,
  known: KnownFacts,
  arrival: Arrival = noArrival,
): Promise<Reading> {
  const format = sniffFormat(bytes, input);
  switch (format.kind) {
    case "page": {
      // The page's parser takes longer to load than a text takes to read.
      const { readPage } = await import("./page/read-page.js");
      return readPage(bytes, input, known, arrival);
    }
    case "subtitles":
      return (await import("./subtitles/read-subtitles.js")).readSubtitles(bytes, input, known);
    case "document":
      return (await import("./document/read-document.js")).readDocument(bytes, format.document, input, known, arrival);
    case "mhtml":
      return (await import("./mhtml/read-mhtml.js")).readMhtml(bytes, input, known);
    case "markdown":
      return (await import("./markdown/read-markdown.js")).readMarkdown(bytes, input, known, arrival);
    case "plain":
      return readPlain(bytes, input, known, arrival);
    case "other":
      return unreadable(input, `this is ${format.what}`);
    default:
      return unreadable(input, `this is ${severalNames[format.kind]}, which may hold many articles; one was expected`);
  }
}

const severalNames = {
  archive: "a web archive",
  feed: "a feed",
  "json-lines": "a file of JSON Lines",
  json: "JSON",
  table: "a table",
  mail: "a mail",
  mailbox: "a mailbox",
  epub: "an EPUB",
  gzip: "compressed with gzip",
  opml: "a list of feeds (OPML)",
  sitemap: "a sitemap",
  "news-xml": "a document of news items (NewsML or NITF)",
  wacz: "a web archive (WACZ)",
} as const;
