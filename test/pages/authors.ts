import { article, jsonLd, type PageCase, page, story, title } from "./page-case.js";

function byMeta(content: string, authors: readonly string[]): PageCase {
  return { what: `author "${content}"`, html: page(article(), `<meta name="author" content="${content}">`), authors };
}

function byLine(what: string, line: string, authors: readonly string[]): PageCase {
  return { what: `byline: ${what}`, html: page(article(story, line)), authors };
}

export const pages: readonly PageCase[] = [
  byMeta("Tove Lind, Jo Abara and Rui Sant", ["Tove Lind", "Jo Abara", "Rui Sant"]),
  byMeta("TOVE LIND &amp; JO ABARA", ["TOVE LIND", "JO ABARA"]),
  byMeta("By Tove Lind, Senior Transport Correspondent", ["Tove Lind"]),
  byMeta("Tove Lind in Velden", ["Tove Lind"]),
  byMeta("Ministry of Transport and Waterways", ["Ministry of Transport and Waterways"]),
  byLine(
    "links that are no names",
    '<p><a rel="author" href="/tl">Tove Lind</a> <a rel="author" href="mailto:t@courier.example">Email Tove</a> <a rel="author" href="/f">Follow</a></p>',
    ["Tove Lind"],
  ),
  byLine("by its class, with a place", '<div class="article-byline">By <span>Tove Lind</span>, Velden</div>', [
    "Tove Lind",
  ]),
  {
    what: "author of JSON-LD with a job",
    html: page(
      article(),
      jsonLd({
        "@type": "NewsArticle",
        headline: title,
        author: [{ name: "Tove Lind, Port Editor" }, { name: "Jo Abara | Reporter" }],
      }),
    ),
    authors: ["Tove Lind", "Jo Abara"],
  },
];
