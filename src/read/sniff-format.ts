import { looksLikeFeed } from "./feed/looks-like-feed.js";
import { type DocumentFormat, type RefusedKey, refusalOf, refusedFormats } from "./formats.js";
import { headOfBytes } from "./sniff/head-of-bytes.js";
import { type BinaryFormat, sniffBinary } from "./sniff/sniff-binary.js";
import {
  looksLikeJson,
  looksLikeMail,
  looksLikeMailbox,
  looksLikeMarkdown,
  looksLikeMhtml,
  looksLikeSubtitles,
  tableDelimiter,
} from "./sniff/sniff-text.js";
import { type XmlRoot, xmlRoot } from "./sniff/sniff-xml.js";

/** What the first bytes and the name say an input is. `other` carries what it is called, for the error message. */
export type Format =
  | {
      readonly kind:
        | "plain"
        | "page"
        | "feed"
        | "archive"
        | "json-lines"
        | "gzip"
        | "opml"
        | "json"
        | "mail"
        | "mailbox"
        | "subtitles"
        | "table"
        | "epub"
        | "sitemap"
        | "news-xml"
        | "mhtml"
        | "wacz"
        | "markdown";
    }
  | { readonly kind: "document"; readonly document: DocumentFormat }
  | { readonly kind: "other"; readonly what: string };

/** The format of an input, from its content and, where that is silent, from the ending of its name. */
export function sniffFormat(bytes: Uint8Array, name: string): Format {
  const binary = kindOfZip(sniffBinary(bytes), name);
  if (binary === "wacz") return { kind: binary };
  if (binary !== null) return isRefused(binary) ? refused(binary) : documentFormat(binary);
  if (isArchiveName(name) || startsWith(bytes, "WARC/") || startsWith(bytes, "filedesc://")) return { kind: "archive" };
  if (startsWith(bytes, "\x1f\x8b")) return { kind: "gzip" };
  if (/\.(?:jsonl|ndjson)$/i.test(name)) return { kind: "json-lines" };
  if (looksLikeFeed(bytes)) return { kind: "feed" };
  if (looksLikeOpml(bytes)) return { kind: "opml" };
  if (/\.(?:html?|xhtml)$/i.test(name) || looksLikePage(bytes)) return { kind: "page" };
  const head = headOfBytes(bytes);
  return formatOfXml(xmlRoot(head), name) ?? formatOfText(head, name) ?? { kind: "plain" };
}

/** Says of a file's name whether it is that of a WARC, WET or ARC file, which is better read as a stream. */
export function isArchiveName(name: string): boolean {
  return /\.(?:w?arc|wet)(?:\.gz)?$/i.test(name);
}

/** A text that opens with a tag is XML where it or its name says so, or where the tag is one that nobody writes in prose. */
function formatOfXml(root: XmlRoot | null, name: string): Format | null {
  if (root === null) return null;
  const own = ownXml[root.name];
  if (own !== undefined) return { kind: own };
  const known = xmlKinds[root.name];
  if (known !== undefined) return refused(known);
  if (/\.(?:rss|atom)$/i.test(name)) return { kind: "feed" };
  return root.declared || /\.xml$/i.test(name) ? refused("xml", `its root is <${root.name.slice(0, 40)}>`) : null;
}

const ownXml: Readonly<Record<string, "sitemap" | "news-xml">> = {
  urlset: "sitemap",
  sitemapindex: "sitemap",
  newsitem: "news-xml",
  newsmessage: "news-xml",
  newsml: "news-xml",
  packageitem: "news-xml",
  nitf: "news-xml",
};

const xmlKinds: Readonly<Record<string, RefusedKey>> = {
  tt: "other-subtitles",
  svg: "image",
};

function formatOfText(head: string, name: string): Format | null {
  if (looksLikeSubtitles(head) || /\.(?:vtt|srt)$/i.test(name)) return { kind: "subtitles" };
  if (/^\s*\[Script Info\]/i.test(head)) return refused("other-subtitles");
  if (/^BEGIN:V(?:CALENDAR|CARD)\b/i.test(head)) return refused("calendar");
  if (looksLikeMailbox(head)) return { kind: "mailbox" };
  if (looksLikeMhtml(head) || /\.mht(?:ml)?$/i.test(name)) return { kind: "mhtml" };
  if (looksLikeMail(head) || /\.eml$/i.test(name)) return { kind: "mail" };
  if (looksLikeJson(head) || /\.json$/i.test(name)) return { kind: "json" };
  if (/\.(?:mdx?|markdown)$/i.test(name) || looksLikeMarkdown(head)) return { kind: "markdown" };
  if (/\.(?:csv|tsv)$/i.test(name) || tableDelimiter(head) !== null) return { kind: "table" };
  return /\.(?:rss|atom)$/i.test(name) ? { kind: "feed" } : null;
}

/** A ZIP file in which no known part is seen, cut off or broken as it may be, is what its name says: that reader tells what is wrong with it. */
function kindOfZip(binary: BinaryFormat | null, name: string): BinaryFormat | null {
  if (binary !== "zip") return binary;
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return namedZips[ending] ?? binary;
}

const namedZips: Readonly<Record<string, BinaryFormat>> = {
  docx: "docx",
  odt: "opendocument",
  odp: "opendocument",
  pptx: "pptx",
  epub: "epub",
  wacz: "wacz",
  xlsx: "excel",
  ods: "open-table",
};

function documentFormat(format: DocumentFormat | "epub"): Format {
  return format === "epub" ? { kind: "epub" } : { kind: "document", document: format };
}

function isRefused(format: BinaryFormat): format is RefusedKey {
  return Object.hasOwn(refusedFormats, format);
}

function refused(key: RefusedKey, detail: string | null = null): Format {
  return { kind: "other", what: refusalOf(key, detail) };
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  for (let i = 0; i < signature.length; i++) {
    if (bytes[i] !== signature.charCodeAt(i)) return false;
  }
  return true;
}

/** Says of bytes whether they begin as a page does, by the HTML standard's sniffing in short: a known first tag after white space and comments. */
export function looksLikePage(bytes: Uint8Array): boolean {
  return /^(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body|title|meta|article|div|script|h1|p)[\s>/]/i.test(
    headOfBytes(bytes),
  );
}

/** Says of bytes whether they begin as an OPML file, a list of feeds, does. */
export function looksLikeOpml(bytes: Uint8Array): boolean {
  return /^(?:\s|<!--[\s\S]*?-->|<\?[^>]*>|<!doctype[^>]*>)*<opml[\s>]/i.test(headOfBytes(bytes));
}
