import { expect, test } from "vitest";
import { type Format, sniffFormat } from "./sniff-format.js";

const bytes = (text: string): Uint8Array => Buffer.from(text, "latin1");
const sniffed = (text: string, name = "input"): Format => sniffFormat(bytes(text), name);
const zip = (...names: readonly string[]): string =>
  names.map((name) => `PK\x03\x04${"\0".repeat(26)}${name}`).join("");

test.each([
  ["an Excel table", zip("[Content_Types].xml", "xl/workbook.xml"), /Excel/],
  ["an OpenDocument table", zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), /OpenDocument table/],
  ["some other ZIP", zip("photo.jpg"), /a ZIP file/],
  ["an old Office document", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", /old Office/],
  [
    "a Word document with a password",
    `\xd0\xcf\x11\xe0${"\0".repeat(600)}${Buffer.from("EncryptedPackage", "utf16le").toString("latin1")}`,
    /Office document that is encrypted; save it without its password/,
  ],
  ["an image", "GIF89a", /image/],
  ["a film", "\0\0\0\x20ftypisom", /video/],
  ["a database", "SQLite format 3\0", /database/],
  ["contacts", "BEGIN:VCARD\r\nFN:Ada Lenz", /address book/],
  ["SSA subtitles", "[Script Info]\nTitle: Briefing", /subtitles/],
  ["TTML subtitles", '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><body/></tt>', /subtitles/],
  [
    "XML of an unknown kind",
    '<?xml version="1.0"?>\n<!-- a -->\n<k:kml xmlns:k="urn:k"><k:name/></k:kml>',
    /root is <kml>/,
  ],
])("%s is named", (_name, text, what) => {
  expect(sniffed(text)).toMatchObject({ kind: "other", what: expect.stringMatching(what) });
});

test.each([
  ["pdf", "notice\n%PDF-1.4\n"],
  ["docx", zip("[Content_Types].xml", "word/document.xml")],
  ["pptx", zip("ppt/presentation.xml")],
  ["opendocument", zip("mimetypeapplication/vnd.oasis.opendocument.text")],
  ["rtf", "{\\rtf1\\ansi The pier is shut.}"],
])("a document is told from others: %s", (document, text) => {
  expect(sniffed(text)).toEqual({ kind: "document", document });
});

test("an EPUB is told from other ZIP files", () => {
  expect(sniffed(zip("mimetypeapplication/epub+zip"))).toEqual({ kind: "epub" });
});

test.each([
  ["a mail", "Return-Path: <a@b.example>\r\nFrom: A <a@b.example>\r\nSubject: Pier\r\n\r\nShut."],
  [
    "a mail with folded headers",
    "From: A <a@b.example>\nSubject: Pier\n shut again\nDate: Mon, 3 Mar 2031 06:00:00 +0000\n\nShut.",
  ],
  ["a mailbox", "From a@b.example Mon Mar  3 06:00:00 2031\nFrom: A <a@b.example>\nMessage-ID: <1@b>\n\nShut."],
  ["WebVTT", "WEBVTT\n\n00:01.000 --> 00:02.000\nShut."],
  ["SubRip", "1\r\n00:00:01,000 --> 00:00:02,000\r\nShut."],
  ["an array", '[\n {"text": "Shut."}]'],
  ["an object", '{"text": "Shut."}'],
  ["no array of anything", "[]"],
  ["JSON in UTF-16", Buffer.from('\ufeff{"text": "Shut."}', "utf16le").toString("latin1")],
  ["JSON that breaks off", '{"articles": [{"title": "Sh'],
  ["CSV", 'id,date,text\n1,2031-03-03,"Shut, they said,\nfor good."\n2,2031-03-04,Open.'],
  ["CSV with semicolons", "date;headline\n2031-03-03;Pier shut"],
  ["TSV", "date\tbody text\n2031-03-03\tThe pier was shut."],
  ["a sitemap", '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url/></urlset>'],
  ["an index of sitemaps", "<?xml version='1.0'?><sitemapindex/>"],
  ["NewsML", '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>'],
  ["NITF", "<nitf><head/></nitf>"],
])("%s is no prose", (_name, text) => {
  expect(sniffed(text).kind).not.toBe("plain");
});

test.each([
  ["a headline and a sentence", "Pier shut\n\nThe pier was shut on Monday, they said."],
  ["a memo's head", "To: all staff\nFrom: Harbour office\nDate: 3 March 2031\nSubject: The pier\n\nThe pier is shut."],
  ["a transcript", "FROM: the desk\n\nREPORTER: Who pays?\nMS. BRANDT: We do."],
  ["a dateline in brackets", "[Lorrimer] The pier is shut, [they] said."],
  ["a note in brackets", "[1] The pier is shut.\n[2] The quay is not."],
  ["braces", "{The pier} is shut."],
  ["lines with as many commas", "Lorrimer, Monday, noon\nVeshti, Tuesday, dusk"],
  ["a table within prose", "The list:\na,b,c\n1,2,3"],
  ["a word in a tag", "<b>Shut</b>, said the sign."],
  ["a name in angle brackets", "<Brandt> the pier is shut\n<Orsini> since when?"],
  ["an arrow", "Monday --> shut"],
  ["one line with semicolons", "shut;closed;barred"],
  ["initials", "PK said the pier was shut."],
])("%s is prose", (_name, text) => {
  expect(sniffed(text)).toEqual({ kind: "plain" });
});

test("the name counts where the content is silent", () => {
  expect(sniffed("Shut.", "pier.xml").kind).toBe("plain");
  expect(sniffed("<pier>Shut.</pier>", "pier.xml").kind).toBe("other");
  expect(sniffed("text", "pier.csv").kind).not.toBe("plain");
  expect(sniffed("", "pier.eml").kind).not.toBe("plain");
  expect(sniffed("<p>Shut.", "pier").kind).toBe("page");
});

test.each([
  ["a sitemap", "map", '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url/></urlset>', "sitemap"],
  ["an index of sitemaps", "map", "<?xml version='1.0'?><sitemapindex/>", "sitemap"],
  ["NewsML-G2", "item", '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', "news-xml"],
  [
    "NITF behind its document type",
    "item",
    '<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf/>',
    "news-xml",
  ],
  ["a WACZ", "crawl", zip("archive/data.warc.gz"), "wacz"],
  [
    "a saved page",
    "page",
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/\r\nMIME-Version: 1.0\r\n\r\n",
    "mhtml",
  ],
  ["a saved page by its name", "page.mht", "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n", "mhtml"],
  ["a WET by its name", "crawl.wet.gz", "\x1f\x8b", "archive"],
])("%s is read", (_name, name, text, kind) => {
  expect(sniffed(text, name)).toEqual({ kind });
});

test("a JSON Feed may escape the slashes of its version", () => {
  expect(sniffed('{"version": "https:\\/\\/jsonfeed.org\\/version\\/1.1", "items": []}').kind).toBe("feed");
});
