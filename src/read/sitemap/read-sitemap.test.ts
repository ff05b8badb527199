import { expect, test } from "vitest";
import { readSitemap } from "./read-sitemap.js";

const source = { address: "https://orsen.example/map.xml", charset: null };

function pagesOf(entries: readonly string[]) {
  const reading = readSitemap(new TextEncoder().encode(`<urlset>${entries.join("")}</urlset>`), source);
  if (reading.kind !== "feed") throw new Error(reading.kind);
  return reading.feed;
}

test("of a site's whole sitemap the pages that changed last are taken, in its order, and how many there are is told", () => {
  const entries = Array.from(
    { length: 3_000 },
    (_, n) => `<url><loc>/${n}</loc><lastmod>20${n % 3 === 1 ? 31 : 29}-01-01</lastmod></url>`,
  );
  const { items, faults } = pagesOf(entries);
  expect(items.length).toBe(1_000);
  expect(items.slice(0, 2).map(({ address }) => address)).toEqual([
    "https://orsen.example/1",
    "https://orsen.example/4",
  ]);
  expect(faults).toEqual(["it names 3000 pages, of which the 1000 that changed last are taken"]);
});

test("when a page last changed is no date of its publication", () => {
  const [item] = pagesOf(["<url><loc>/1</loc><lastmod>2031-03-04</lastmod></url>"]).items;
  expect(item).toMatchObject({ published: null, updated: null, changed: "2031-03-04" });
});

test("sitemaps of news come first among those of an index", () => {
  const places = ["/2029.xml", "/news/1.xml"].map((loc) => `<sitemap><loc>${loc}</loc></sitemap>`);
  const reading = readSitemap(new TextEncoder().encode(`<sitemapindex>${places.join("")}</sitemapindex>`), source);
  expect(reading).toMatchObject({ kind: "index", sitemaps: [{ address: "https://orsen.example/news/1.xml" }, {}] });
});
