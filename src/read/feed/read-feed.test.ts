import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { noArrival } from "../arrival.js";
import { nothingKnown } from "../known-facts.js";
import { readPage } from "../page/read-page.js";
import { discoverFeeds } from "./discover-feeds.js";
import type { Feed } from "./feed.js";
import { itemArticle } from "./item-article.js";
import { looksLikeFeed } from "./looks-like-feed.js";
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
    ...noArrival,
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

const item = (inner: string, root = 'rss version="2.0"'): string =>
  `<${root}><channel><title>Mail</title><item>${inner}</item></channel></${root.split(" ")[0]}>`;
const firstOf = (content: string | Uint8Array) => feedIn(content).items[0];

test("the outlet that a gathering feed took an item from is the item's, and no part of its title", async () => {
  const rss = item(
    '<title>Quay shut - Delta Mail</title><source url="https://delta.example">Delta Mail</source><description>Shut.</description>',
  );
  expect(firstOf(rss)).toMatchObject({ title: "Quay shut", outlet: "Delta Mail" });
  const atom =
    "<feed xmlns='http://www.w3.org/2005/Atom'><title>Planet</title><entry><title>Quay</title><source><title>Delta Mail</title></source><updated>2031-03-04</updated></entry></feed>";
  const [entry] = feedIn(atom).items;
  expect(entry).toMatchObject({ title: "Quay", outlet: "Delta Mail" });
  const { article } = await itemArticle(entry ?? fail(), feedIn(atom), "feed", nothingKnown);
  expect(article).toMatchObject({ outlet: "Delta Mail", published: "2031-03-04", publishedFrom: "feed" });
});

test("Atom: an entry that was gathered from elsewhere is by whoever its source names, not by who gathers", () => {
  const gathered = (inner: string): readonly string[] | undefined =>
    feedIn(`<feed xmlns="http://www.w3.org/2005/Atom"><title>Planet</title><author><name>The gatherer</name></author>
      <entry><title>Quay</title>${inner}</entry></feed>`).items[0]?.authors;
  const source = "<source><title>Delta Mail</title><author><name>Rana Idris</name></author></source>";
  expect(gathered(source)).toEqual(["Rana Idris"]);
  expect(gathered(`<author><name>Bo Marsh</name></author>${source}`)).toEqual(["Bo Marsh"]);
  expect(gathered("<source><title>Delta Mail</title></source>")).toEqual(["The gatherer"]);
});

function fail(): never {
  throw new Error("no item");
}

test("a page without a date takes that of its item's last change, where its feed tells no other", async () => {
  const [entry] = feedIn(
    "<feed><entry><title>Quay</title><updated>2031-03-04T06:00:00Z</updated></entry></feed>",
  ).items;
  const page = new TextEncoder().encode(
    "<title>Quay</title><article><p>The quay was shut by the mayor on Monday.</p></article>",
  );
  const reading = await readPage(page, "page", nothingKnown, { ...noArrival, item: entry ?? fail() });
  expect(reading).toMatchObject({ article: { published: "2031-03-04T06:00:00Z", publishedFrom: "feed" } });
});

test("the description in a media group is the text where there is no other", () => {
  const media =
    "<media:group><media:title>No</media:title><media:description>Shut, said &lt;Brandt&gt;.\n\nFor good.</media:description></media:group>";
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><entry><title>Quay</title>${media}</entry></feed>`;
  expect(firstOf(atom)?.summary).toBe("<p>Shut, said &lt;Brandt&gt;.</p>\n<p>For good.</p>");
  const html = item('<media:description type="html">&lt;b&gt;Shut&lt;/b&gt;</media:description>');
  expect(firstOf(html)?.summary).toBe("<b>Shut</b>");
  expect(firstOf(item(`<description>Open.</description>${media}`))?.summary).toBe("Open.");
});

test("scripts and styles are no part of a title", () => {
  expect(
    firstOf(item("<title>&lt;script&gt;go('x')&lt;/script&gt;Quay &lt;style&gt;b{}&lt;/style&gt;shut</title>"))?.title,
  ).toBe("Quay shut");
});

test("a root with a prefix: its names are the document's own", () => {
  const rss =
    '<r:rss xmlns:r="urn:any"><r:channel><r:title>M</r:title><r:item><r:title>Quay</r:title><r:link>https://m.example/1</r:link><r:pubDate>2031-03-04</r:pubDate><x:title>No</x:title></r:item></r:channel></r:rss>';
  expect(firstOf(rss)).toMatchObject({ title: "Quay", address: "https://m.example/1", published: "2031-03-04" });
});

test("a name whose vocabulary is declared on the spot is not the feed's own", () => {
  const rss = item(
    '<link xmlns="http://www.w3.org/2005/Atom" href="https://m.example/1"/><title xmlns="http://search.yahoo.com/mrss/">No</title><title>Quay</title>',
  );
  expect(firstOf(rss)).toMatchObject({ title: "Quay", address: "https://m.example/1" });
});

test.each([
  ["a zero byte", "Quay\0 shut"],
  ["a control character", "Quay\x08 shut"],
  ["a reference to one", "Quay&#8; shut"],
  ["a reference by hexadecimals", "Quay&#x0B; shut"],
])("%s costs no feed", (_name, title) => {
  expect(firstOf(item(`<title>${title}</title>`))?.title).toBe("Quay\ufffd shut");
});

test("bytes that are mostly control characters are no feed", () => {
  const noise = new TextEncoder().encode(`<rss>${"\x01\x02".repeat(200)}</rss>`);
  expect(readFeed(noise, { address: null, charset: null })).toMatchObject({ kind: "unreadable" });
});

test.each([
  [
    "a notice of its program",
    `<br />\n<b>Notice</b>: Undefined index in <b>/srv/feed.php</b> on line 4<br />\n<?xml version="1.0"?>\n${item("<title>Quay</title>")}`,
  ],
  [
    "a warning as text",
    `Warning: date(): no zone is set\n\n<?xml version="1.0"?><!-- made by hand -->${item("<title>Quay</title>")}`,
  ],
  ["a stray word, no declaration", `1\n<b></b>\n${item("<title>Quay</title>")}`],
])("%s before the feed is left out, and told", (_name, text) => {
  const bytes = new TextEncoder().encode(text);
  expect(looksLikeFeed(bytes)).toBe(true);
  const feed = feedIn(bytes);
  expect(feed.items).toMatchObject([{ title: "Quay" }]);
  expect(feed.faults).toEqual(["something stands before the feed; it is left out"]);
});

test.each([
  [
    "a page that shows a feed",
    `<!doctype html><html><body><pre>&lt;?xml?&gt;</pre><script type="x">${item("")}</script></body></html>`,
  ],
  ["a text that quotes one", `How to write a feed: begin with <?xml version="1.0"?><rss version="2.0"> and go on.`],
])("%s is none", (_name, text) => {
  expect(looksLikeFeed(new TextEncoder().encode(text))).toBe(false);
});

const wide = `<?xml version="1.0"?>${item("<title>Пристань закрыта</title>")}`;

test.each([
  ["UTF-16 with a mark", "utf-16le", true],
  ["UTF-16 without", "utf-16le", false],
  ["UTF-16, big end first", "utf-16be", false],
  ["UTF-32 with a mark", "utf-32le", true],
  ["UTF-32, big end first, with a mark", "utf-32be", true],
  ["UTF-32 without", "utf-32le", false],
])("%s", (_name, encoding, addBOM) => {
  const bytes = iconv.encode(wide, encoding, { addBOM });
  expect(looksLikeFeed(bytes)).toBe(true);
  expect(firstOf(bytes)?.title).toBe("Пристань закрыта");
});

test("a JSON Feed may break its lines within its texts", () => {
  const json =
    '{"version": "https://jsonfeed.org/version/1.1", "items": [{"title": "Quay\nshut", "content_text": "Shut \\"for\tgood\\"."}]}';
  expect(firstOf(json)).toMatchObject({ title: "Quay shut", content: '<p>Shut "for\tgood".</p>' });
});

function rssOf(items: string, vocabularies = ""): string {
  return `<rss version="2.0" ${vocabularies}><channel><title>port - Gathered</title>${items}</channel></rss>`;
}

test.each([
  ['xmlns:News="https://www.bing.example/news?q=port"', "<News:Source>Orsen Mail</News:Source>"],
  ['xmlns:dc="http://purl.org/dc/elements/1.1/"', "<dc:publisher>Orsen Mail</dc:publisher>"],
  ['xmlns:dc="http://purl.org/dc/elements/1.1/"', "<dc:source>Orsen Mail</dc:source>"],
])("RSS: the outlet that a gathering feed names by %s", (vocabulary, told) => {
  const feed = feedIn(rssOf(`<item><title>Quay shut - Orsen Mail</title>${told}</item>`, vocabulary));
  expect(feed.items[0]).toMatchObject({ outlet: "Orsen Mail", title: "Quay shut" });
});

test("RSS: a source that is an address names no outlet", () => {
  const told = "<dc:source>https://mail.example/quay</dc:source>";
  const feed = feedIn(rssOf(`<item><title>Quay</title>${told}</item>`, 'xmlns:dc="http://purl.org/dc/elements/1.1/"'));
  expect(feed.items[0]?.outlet).toBeUndefined();
});

const whole = "<item><title>One</title><link>https://mail.example/1</link></item>";

test.each([
  ["<item><title>Tw", ["One"]],
  ["<item><title>Two</title><link>https://mai", ["One"]],
  ["<item><title>Two</title><link>https://mail.example/2</link><description>Ships wai", ["One", "Two"]],
  ["", ["One"]],
])("a feed that ends in %j keeps the items that have something to tell", (end, titles) => {
  const feed = feedIn(`<rss version="2.0"><channel><title>Mail</title>${whole}${end}`);
  expect(feed.items.map(({ title }) => title)).toEqual(titles);
  expect(feed.faults).toEqual([expect.stringContaining("ends in the middle")]);
});

const jsonItem = '{"id": 1, "title": "Quay shut", "content_text": "Ships wait."}';

test.each([
  `{"items": [${jsonItem}], "title": "Mail", "version": "https://jsonfeed.org/version/1.1"}`,
  `{"authors": [{"name": "Desk"}], "title": "Mail", "version": "https://jsonfeed.org/version/1", "items": [${jsonItem}]}`,
  `{"version": "https:\\u002f\\u002fjsonfeed.org\\u002fversion\\u002f1", "title": "Mail", "items": [${jsonItem}]}`,
])("JSON Feed is known whatever the order of its parts and its escapes: %s", (json) => {
  const bytes = new TextEncoder().encode(json);
  expect(looksLikeFeed(bytes)).toBe(true);
  expect(feedIn(json)).toMatchObject({ format: "json", title: "Mail", items: [{ title: "Quay shut" }] });
});

test("JSON that quotes a feed is none", () => {
  const json = JSON.stringify({ text: '{"version": "https://jsonfeed.org/version/1"}', title: "On feeds" });
  expect(looksLikeFeed(new TextEncoder().encode(json))).toBe(false);
});
