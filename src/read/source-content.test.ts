import { describe, expect, test } from "vitest";
import { sourceContent } from "./source-content.js";

function contentOf(text: string, address = "https://mail.example/world", contentType = "text/html") {
  const bytes = new TextEncoder().encode(text);
  return sourceContent(bytes, { address, contentType });
}

const link = '<link rel="alternate" type="application/rss+xml" href="/feed">';
const page = (head: string, body: string): string =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const feeds = { kind: "feed-list", of: "feeds", faults: [], feeds: [{ address: "https://mail.example/feed" }] };

describe("what an address leads to", () => {
  test("a feed, whatever the server calls it", () => {
    const rss = "<rss><channel><title>Mail</title><item><title>Quay</title></item></channel></rss>";
    expect(contentOf(rss)).toMatchObject({ kind: "feed", feed: { items: [{ title: "Quay" }] } });
    const json = '{"title": "Mail", "items": [{"title": "Quay"}]}';
    expect(contentOf(json, undefined, "application/feed+json")).toMatchObject({ kind: "feed" });
    expect(contentOf(json, undefined, "application/json")).toEqual({ kind: "other" });
  });

  test("the feeds of a front page, but not those of comments", () => {
    const comments = '<link rel="alternate" type="application/rss+xml" title="Comments" href="/c">';
    expect(contentOf(page(link + comments, "<p>News"), "https://mail.example/")).toMatchObject(feeds);
    expect(contentOf(page(link, "<article>a</article>".repeat(3)))).toMatchObject(feeds);
    expect(contentOf(page("", "<p>News"), "https://mail.example/")).toEqual({ kind: "other" });
  });

  test("an article, though it names feeds too", () => {
    const type = '<meta property="og:type" content="article">';
    const data = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Quay"}</script>';
    for (const head of [link, link + type, link + data]) {
      expect(contentOf(page(head, "<article><p>The quay was shut.</article>"))).toEqual({ kind: "other" });
    }
    for (const head of [link + type, link + data]) {
      expect(contentOf(page(head, "<article>a</article>".repeat(4)))).toEqual({ kind: "other" });
    }
  });

  test("an OPML file; one that names nothing is told", () => {
    const opml = (outline: string): string => `<?xml version="1.0"?><opml version="2.0"><body>${outline}</body></opml>`;
    expect(contentOf(opml('<outline xmlUrl="https://mail.example/feed"/>'))).toMatchObject(feeds);
    expect(contentOf(opml(""))).toEqual({ kind: "unreadable", reason: "this list of feeds (OPML) names none" });
  });
});
