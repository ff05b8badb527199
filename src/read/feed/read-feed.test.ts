import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { nothingKnown } from "../known-facts.js";
import { readPage } from "../page/read-page.js";
import { noProvenance } from "../provenance.js";
import { discoverFeeds } from "./discover-feeds.js";
import type { Feed } from "./feed.js";
import { itemArticle } from "./item-article.js";
import { readFeed } from "./read-feed.js";
import { readOpml } from "./read-opml.js";

function feedIn(content: string | Uint8Array, address: string | null = "https://mail.example/feed"): Feed {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const reading = readFeed(bytes, { address, charset: null });
  if (reading.kind === "unreadable") throw new Error(reading.reason);
  return reading.feed;
}

const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
  <channel><title>The Orsen Mail</title><link>https://mail.example/</link><language>en-gb</language>
  <item><title>Quay &amp; cape</title><link>/quay?a=1&amp;b=2</link><guid isPermaLink="false">q-1</guid>
    <pubDate>Tue, 04 Mar 2031 08:15:00 +0100</pubDate><dc:creator>Tove Lind</dc:creator>
    <description>Short.</description><content:encoded><![CDATA[<p>The quay is shut.</p><p>Ships wait.</p>]]></content:encoded></item>
  <item><title>Second</title><guid>https://mail.example/second</guid><author>jo@mail.example (Jo Abara)</author></item>
  </channel></rss>`;

test("RSS: every field of its items", () => {
  expect(feedIn(RSS)).toEqual({
    format: "rss",
    title: "The Orsen Mail",
    address: "https://mail.example/",
    language: "en",
    faults: [],
    items: [
      {
        id: "q-1",
        title: "Quay & cape",
        address: "https://mail.example/quay?a=1&b=2",
        published: "Tue, 04 Mar 2031 08:15:00 +0100",
        updated: null,
        summary: "Short.",
        content: "<p>The quay is shut.</p><p>Ships wait.</p>",
        authors: ["Tove Lind"],
      },
      {
        id: "https://mail.example/second",
        title: "Second",
        address: "https://mail.example/second",
        published: null,
        updated: null,
        summary: null,
        content: null,
        authors: ["Jo Abara"],
      },
    ],
  });
});

test("Atom: text constructs, links by relation, bases, and the feed's author for entries without one", () => {
  const feed =
    feedIn(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://mail.example/news/"><title type="html">The &lt;b&gt;Mail&lt;/b&gt;</title>
    <author><name>The desk</name></author><link rel="self" href="feed"/><link href="/"/>
    <entry><id>urn:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Quay <em>shut</em></div></title>
      <link rel="edit" href="/edit/1"/><link rel="alternate" type="text/html" href="1"/>
      <published>2031-03-04T08:15:00Z</published><updated>2031-03-04T09:00:00Z</updated>
      <summary>a &lt; b</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Shut.</p></div></content></entry></feed>`);
  expect(feed).toMatchObject({ format: "atom", title: "The Mail", address: "https://mail.example/", language: "en" });
  expect(feed.items).toEqual([
    {
      id: "urn:1",
      title: "Quay shut",
      address: "https://mail.example/news/1",
      published: "2031-03-04T08:15:00Z",
      updated: "2031-03-04T09:00:00Z",
      summary: "a &lt; b",
      content: '<div xmlns="http://www.w3.org/1999/xhtml"><p>Shut.</p></div>',
      authors: ["The desk"],
    },
  ]);
});

test("JSON Feed: every field; an item that is no object is told of, and costs no other", () => {
  const feed = feedIn(
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "The Mail",
      items: [
        7,
        {
          id: 3,
          url: "/quay",
          title: "1 < 2",
          content_text: "One.\n\nTwo & three.",
          date_published: "2031-03-04",
          authors: [{ name: "Tove Lind" }],
        },
      ],
    }),
  );
  expect(feed.faults).toEqual(["1 of its items is no JSON object"]);
  expect(feed.items).toMatchObject([
    {
      id: "3",
      address: "https://mail.example/quay",
      title: "1 < 2",
      content: "<p>One.</p>\n<p>Two &amp; three.</p>",
      published: "2031-03-04",
      authors: ["Tove Lind"],
    },
  ]);
});

test.each([
  ["cut off", RSS.slice(0, RSS.indexOf("<author>")), ["Quay & cape", "Second"]],
  [
    "with bare ampersands and undeclared prefixes",
    "<rss><channel><item><title>a & b</title><dc:creator>T</dc:creator></item></channel></rss>",
    ["a & b"],
  ],
  [
    "with an end forgotten",
    "<rss><channel><item><title>One<link>http://a.example/</link></item><item><title>Two</title><item><title>Three</title></channel></rss>",
    ["One", "Two", "Three"],
  ],
  [
    "in capitals, behind a comment",
    "<!-- made by hand --><RSS><Channel><Item><Title>One</Title></Item></Channel></RSS>",
    ["One"],
  ],
  [
    "with HTML's entities",
    "<rss><channel><item><title>Caf&eacute;&nbsp;shut</title></item></channel></rss>",
    ["Café shut"],
  ],
])("a feed %s still gives its items", (_how, xml, titles) => {
  expect(feedIn(xml).items.map(({ title }) => title)).toEqual(titles);
});

test("a feed that is cut off says so", () => {
  expect(feedIn(RSS.slice(0, RSS.indexOf("<author>"))).faults).toEqual([
    "the feed ends in the middle; its last item may not be whole",
  ]);
});

test("the declared encoding is used", () => {
  const xml =
    '<?xml version="1.0" encoding="ISO-8859-2"?><rss><channel><item><title>Łódź</title></item></channel></rss>';
  expect(feedIn(iconv.encode(xml, "iso-8859-2")).items[0]?.title).toBe("Łódź");
});

test("entities that a feed defines itself are not expanded, and depth does no harm", () => {
  const definitions = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join("");
  const bomb = feedIn(
    `<!DOCTYPE rss [<!ENTITY e0 "ha">${definitions}]><rss><channel><item><title>&e9;</title></item></channel></rss>`,
  );
  expect(bomb.items[0]?.title?.length ?? 0).toBeLessThan(20);
  const deep = feedIn(`<rss><channel><item><title>One</title>${"<a>".repeat(50_000)}</item></channel></rss>`);
  expect(deep.items[0]?.title).toBe("One");
});

test.each(["", "<html><p>No feed</p></html>", "{", '{"a": 1}', "just words"])("%j is no feed", (text) => {
  expect(readFeed(new TextEncoder().encode(text), { address: null, charset: null }).kind).toBe("unreadable");
});

test("an item becomes an article by itself, dated by the feed", async () => {
  const feed = feedIn(RSS);
  const [item] = feed.items;
  if (item === undefined) throw new Error("no item");
  expect((await itemArticle(item, feed, "feed.xml, item 1", nothingKnown)).article).toMatchObject({
    text: "Quay & cape\n\nThe quay is shut.\n\nShips wait.",
    url: "https://mail.example/quay?a=1&b=2",
    outlet: "The Orsen Mail",
    published: "2031-03-04T08:15:00+01:00",
    publishedFrom: "feed",
    language: "en",
  });
});

test("the page behind an item takes from the feed what it does not say itself", async () => {
  const [item] = feedIn(RSS).items;
  const html = "<html><body><article><p>The quay was shut on Monday, and ships wait.</p></article></body></html>";
  const reading = await readPage(new TextEncoder().encode(html), "x", nothingKnown, {
    ...noProvenance,
    item: item ?? null,
  });
  expect(reading).toMatchObject({
    article: {
      title: "Quay & cape",
      authors: ["Tove Lind"],
      published: "2031-03-04T08:15:00+01:00",
      publishedFrom: "feed",
    },
  });
});

test("a page's feeds are found, those of comments last", () => {
  const html = `<head><base href="https://mail.example/en/"><link rel="alternate" type="application/rss+xml" title="Comments" href="comments/feed">
    <link rel="alternate" hreflang="fr" href="/fr"><link rel="alternate" type="application/atom+xml" title="News" href="feed"></head>`;
  expect(discoverFeeds(html, "https://mail.example/")).toEqual([
    { address: "https://mail.example/en/feed", title: "News" },
    { address: "https://mail.example/en/comments/feed", title: "Comments" },
  ]);
});

test("OPML gives its feeds in order, each once", () => {
  const opml = `<opml version="2.0"><body><outline text="World"><outline text="Mail" xmlUrl="https://mail.example/feed"/></outline>
    <outline title="Wire" xmlUrl="https://wire.example/feed"/><outline text="Again" xmlUrl="https://mail.example/feed"/></body></opml>`;
  expect(readOpml(new TextEncoder().encode(opml))).toEqual([
    { address: "https://mail.example/feed", title: "Mail" },
    { address: "https://wire.example/feed", title: "Wire" },
  ]);
  expect(readOpml(new TextEncoder().encode("<rss/>"))).toBeNull();
});
