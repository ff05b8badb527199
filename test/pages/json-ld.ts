import { article, jsonLd, type PageCase, page, story, title } from "./page-case.js";

const day = "2031-03-04T08:15:00+01:00";
const news = {
  "@type": "NewsArticle",
  headline: title,
  datePublished: day,
  author: { "@type": "Person", name: "Tove Lind" },
};
const related = {
  "@type": "NewsArticle",
  headline: "Council names the best baker of the year",
  datePublished: "2029-06-01",
  author: { name: "Zoran Vuk" },
};
const facts = { published: day, authors: ["Tove Lind"] } as const;

export const pages: readonly PageCase[] = [
  { what: "JSON-LD: a related story first in an array", html: page(article(), jsonLd([related, news])), ...facts },
  {
    what: "JSON-LD: a related story in a script before",
    html: page(article(), jsonLd(related) + jsonLd({ "@graph": [{ "@type": "WebSite", name: "Courier" }, news] })),
    ...facts,
  },
  { what: "JSON-LD: of a related story alone", html: page(article(), jsonLd(related)) },
  {
    what: "JSON-LD: author and publisher by reference",
    html: page(
      article(),
      jsonLd({
        "@graph": [
          { ...news, author: { "@id": "#tove" }, publisher: { "@id": "#courier" } },
          { "@type": "Person", "@id": "#tove", name: "Tove Lind" },
          { "@type": "Organization", "@id": "#courier", name: "The Velden Courier" },
        ],
      }),
    ),
    ...facts,
  },
  {
    what: "JSON-LD: line breaks inside strings and a comma too many",
    html: page(
      article(),
      jsonLd(`{"@type": "NewsArticle", "headline": "${title}", "description": "A barge
broke its	moorings", "datePublished": "${day}", "author": [{"name": "Tove Lind"},],}`),
    ),
    ...facts,
  },
  {
    what: "JSON-LD: two objects in one script, and a semicolon",
    html: page(
      article(),
      jsonLd(`${JSON.stringify({ "@type": "WebSite", name: "Courier" })}\n${JSON.stringify(news)};`),
    ),
    ...facts,
  },
  {
    what: "JSON-LD: the text in articleBody alone",
    html: page(
      `<main><h1>${title}</h1><div id="root"></div></main>`,
      jsonLd({ ...news, articleBody: story.join("\n") }),
    ),
    ...facts,
  },
  {
    what: "JSON-LD: the text in articleBody alone, as HTML",
    html: page(
      `<main><h1>${title}</h1></main>`,
      jsonLd({
        ...news,
        articleBody: story
          .map((one) => `<p>${one}</p>`)
          .join("")
          .replaceAll("<", "&lt;")
          .replaceAll(">", "&gt;"),
      }),
    ),
    ...facts,
  },
  {
    what: "JSON-LD: of the page, not of an article",
    html: page(
      article(),
      jsonLd({ "@graph": [{ "@type": "WebPage", name: title, datePublished: day, dateModified: "2031-03-09" }] }),
    ),
    published: day,
  },
  {
    what: "JSON-LD: live blog with updates inside",
    html: page(
      article(),
      jsonLd({
        "@type": "LiveBlogPosting",
        headline: title,
        datePublished: day,
        author: ["Tove Lind"],
        liveBlogUpdate: [
          { "@type": "BlogPosting", headline: "A crane is on its way", datePublished: "2031-03-05T01:00:00Z" },
        ],
      }),
    ),
    ...facts,
  },
];
