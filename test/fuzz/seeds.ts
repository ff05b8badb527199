import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { readFormats } from "../../src/read/formats.js";
import { epubFiles } from "../documents/epub-files.js";
import { docxFiles, odtFiles, pptxFiles } from "../documents/office-files.js";
import { pdfFiles } from "../documents/pdf-files.js";
import { rtfFiles } from "../documents/rtf-files.js";

/** A small file that is right, for mutations of it. */
export interface Seed {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The files in the folders of a folder, as `test/formats/` has them; what is read of them (`NAME.read`) is none. */
export function seedsIn(folder: string): readonly Seed[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.\w+$/.test(name) && !/\.(?:read|ts)$/.test(name))
    .sort()
    .map((name) => ({ name: name.replaceAll(/[/\\]/g, "-"), bytes: readFileSync(join(folder, name)) }));
}

/** The documents that tests write themselves. */
export function documentSeeds(): readonly Seed[] {
  const makers = { ...docxFiles, ...odtFiles, ...pptxFiles, ...rtfFiles, ...epubFiles, ...pdfFiles };
  return Object.entries(makers)
    .map(([name, make]) => ({ name, bytes: Buffer.from(make()) }))
    .filter(({ bytes }) => bytes.length < largestSeed);
}

/** In bytes: a big file takes long, and a small one breaks in as many ways. */
const largestSeed = 100_000;

/** Of the other formats that have no folder of files, one each. */
export function writtenSeeds(): readonly Seed[] {
  const seed = (name: string, text: string): Seed => ({ name, bytes: Buffer.from(text) });
  const page = `<!doctype html><html lang="en"><head><title>Quay shut</title><meta property="article:published_time" content="2031-03-03T10:00:00Z">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Quay shut","author":[{"name":"Ada Lenz"}],"datePublished":"2031-03-03"}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Quay shut</h1><p class="byline">By Ada Lenz</p>${`<p>The harbour master said on Monday that the northern quay would stay shut until spring, “whatever it costs.” &eacute; &#8212;</p>`.repeat(4)}<table><tr><td>ships</td><td>12</td></tr></table></article><footer>All rights</footer></body></html>`;
  const rss = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Lem Mail</title><link>https://lem.example/</link>
<item><title>Quay shut</title><link>https://lem.example/1</link><guid>1</guid><pubDate>Mon, 03 Mar 2031 10:00:00 GMT</pubDate><dc:creator>Ada Lenz</dc:creator><description><![CDATA[<p>The quay is shut.</p>]]></description><content:encoded>&lt;p&gt;All of it.&lt;/p&gt;</content:encoded></item>
<item><title>Ferry back</title><link>https://lem.example/2</link></item></channel></rss>`;
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Lem</title><id>urn:x</id><updated>2031-03-03T10:00:00Z</updated><entry><title type="html">Quay &amp;amp; ferry</title><id>urn:1</id><link href="https://lem.example/1"/><updated>2031-03-03T10:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The quay is shut.</p></div></content></entry></feed>`;
  const opml = `<opml version="2.0"><head><title>Feeds</title></head><body><outline text="Lem"><outline type="rss" text="Mail" xmlUrl="https://lem.example/feed"/></outline></body></opml>`;
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(page)}\r\n\r\n${page}`;
  const warc = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nWARC-Target-URI: https://lem.example/1\r\nWARC-Date: 2031-03-03T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`;
  const arc = `filedesc://a.arc 0.0.0.0 20310303100000 text/plain 69\n1 0 Lem\nURL IP-address Archive-date Content-type Archive-length\n\nhttps://lem.example/1 1.2.3.4 20310303100000 text/html ${Buffer.byteLength(http)}\n${http}\n`;
  const text = "Quay shut\n\nLEM, March 3 (Wire) - The harbour master said: “We stay.”\n\n© Lem Mail, ünder Ägäis\n";
  return [
    seed("text.txt", text),
    { name: "utf-16.txt", bytes: Buffer.from(`\ufeff${text}`, "utf16le") },
    { name: "latin.txt", bytes: Buffer.from(text.replaceAll(/[“”]/g, '"'), "latin1") },
    seed("page.html", page),
    seed("feed.rss", rss),
    seed("feed.atom", atom),
    seed(
      "feed.json",
      '{"version":"https://jsonfeed.org/version/1.1","title":"Lem","items":[{"id":"1","url":"https://lem.example/1","title":"Quay","content_html":"<p>Shut.</p>","date_published":"2031-03-03T10:00:00Z","authors":[{"name":"Ada"}]}]}',
    ),
    seed("feeds.opml", opml),
    seed(
      "lines.jsonl",
      '{"id":"a","text":"The quay is shut, he said.","published":"2031-03-03"}\n{"id":"b","text":"No.","title":"T","url":"https://lem.example"}\n',
    ),
    seed("pages.warc", warc + warc),
    { name: "pages.warc.gz", bytes: Buffer.concat([gzipSync(warc), gzipSync(warc)]) },
    seed("pages.arc", arc),
    { name: "page.html.gz", bytes: gzipSync(page) },
  ];
}

/** The formats that are read and of which no seed has an ending. */
export function formatsWithout(seeds: readonly Seed[]): readonly string[] {
  return readFormats
    .filter(({ endings }) => !endings.split(" ").some((ending) => seeds.some(({ name }) => name.endsWith(ending))))
    .map(({ name }) => name);
}
