import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import type { Article } from "../../doc/article.js";
import { nothingKnown } from "../known-facts.js";
import { readPage } from "./read-page.js";

const FIRST =
  "The Orsen port authority closed the northern quay to all ships on Monday, hours after a patrol boat ran aground.";
const SECOND =
  "“We will open it when it is safe, and not an hour before,” said Ilse Marn, the harbour master, at a briefing for captains.";
const THIRD = "Shipping firms said that they had been told nothing, and that eleven vessels were waiting off the cape.";
const BODY = [FIRST, SECOND, THIRD].join("\n\n");

async function pageArticle(html: string | Uint8Array, known = nothingKnown): Promise<Article> {
  const bytes = typeof html === "string" ? new TextEncoder().encode(html) : html;
  const reading = await readPage(bytes, "page.html", known);
  if (reading.kind !== "article") throw new Error(`unreadable: ${reading.reason}`);
  return reading.article;
}

function codes(article: Article): readonly string[] {
  return article.messages.map(({ code }) => code);
}

describe("a news page with JSON-LD", () => {
  const page = `<!doctype html><html lang="en-GB"><head>
    <title>Northern quay closed | The Orsen Mail</title>
    <link rel="canonical" href="https://mail.example/orsen/quay">
    <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
      {"@type": "WebSite", "name": "The Orsen Mail"},
      {"@type": ["NewsArticle"], "headline": "Northern quay closed", "datePublished": "2031-03-04T08:15:00+01:00",
       "author": [{"@type": "Person", "name": "Tove Lind"}, {"@type": "Person", "name": "Jo Abara"}],
       "publisher": {"@type": "Organization", "name": "The Orsen Mail"}}]}</script>
    </head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
    <article><h1>Northern quay closed</h1><p>By Tove Lind and Jo Abara</p><p>${FIRST}</p>
      <figure><img src="quay.jpg"><figcaption>The quay on a better day</figcaption></figure>
      <p>${SECOND}</p><p>Advertisement</p><p>${THIRD}</p></article>
    <aside><p>Most read: ten things to do in Orsen when the rain does not stop</p></aside>
    <footer><p>All rights reserved by The Orsen Mail</p></footer></body></html>`;

  test("gives title, paragraphs and every fact that it states", async () => {
    expect(await pageArticle(page)).toMatchObject({
      url: "https://mail.example/orsen/quay",
      title: "Northern quay closed",
      outlet: "The Orsen Mail",
      authors: ["Tove Lind", "Jo Abara"],
      published: "2031-03-04T08:15:00+01:00",
      publishedFrom: "metadata",
      language: "en",
      text: `Northern quay closed\n\n${[FIRST, "The quay on a better day", SECOND, THIRD].join("\n\n")}`,
      messages: [],
    });
  });

  test("what is known beforehand wins", async () => {
    const known = { ...nothingKnown, outlet: "A mirror", published: "2031-03-05" };
    expect(await pageArticle(page, known)).toMatchObject({
      outlet: "A mirror",
      published: "2031-03-05",
      publishedFrom: "option",
    });
  });
});

describe("a page with meta elements", () => {
  test("gives what they state; an address is no author", async () => {
    const article = await pageArticle(`<html><head>
      <meta property="og:title" content="Northern quay closed">
      <meta property="og:site_name" content="Cape Wire">
      <meta property="article:published_time" content="2031-03-04">
      <meta property="article:author" content="https://cape.example/staff/12">
      <meta name="author" content="By Rui Sant">
      </head><body><main><p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p></main></body></html>`);
    expect(article).toMatchObject({
      title: "Northern quay closed",
      outlet: "Cape Wire",
      published: "2031-03-04",
      authors: ["Rui Sant"],
      text: `Northern quay closed\n\n${BODY}`,
    });
  });
});

describe("a bare old page", () => {
  test("line breaks make paragraphs, and what it does not state is unknown", async () => {
    const article = await pageArticle(
      `<HTML><BODY BGCOLOR=white><H1>Quay   closed</H1>${FIRST}<BR><BR>${SECOND}<br>\n<br>${THIRD}</BODY></HTML>`,
    );
    expect(article).toMatchObject({ title: "Quay closed", outlet: null, published: null, authors: [], url: null });
    expect(article.text).toBe(`Quay closed\n\n${BODY}`);
  });

  test("the date of a time element in the article is taken", async () => {
    const article = await pageArticle(
      `<article><h1>Quay closed</h1><time datetime="2031-03-04T09:00:00Z">today</time><p>${FIRST}</p><p>${SECOND}</p></article>`,
    );
    expect(article).toMatchObject({ published: "2031-03-04T09:00:00Z", publishedFrom: "metadata" });
  });
});

describe("a page in another encoding", () => {
  const html = (charset: string): string =>
    `<html><head><meta charset="${charset}"><title>Un début</title></head><body><p>${FIRST}</p><p>${SECOND}</p></body></html>`;

  test.each(["windows-1252", "iso-8859-1"])("declared %s", async (charset) => {
    const article = await pageArticle(iconv.encode(html(charset), "windows-1252"));
    expect(article.text).toBe(`Un début\n\n${FIRST}\n\n${SECOND}`);
    expect(codes(article)).toEqual([]);
  });

  test("UTF-16 with a byte order mark", async () => {
    const article = await pageArticle(iconv.encode(html("utf-16"), "utf-16le", { addBOM: true }));
    expect(article.title).toBe("Un début");
  });

  test("entities become the characters that they stand for", async () => {
    const article = await pageArticle(
      `<p>&ldquo;It&rsquo;s&nbsp;shut,&rdquo; she said &mdash; R&amp;D too &#8211; twice.</p>`,
    );
    expect(article.text).toBe("“It’s shut,” she said — R&D too – twice.");
  });
});

describe("a broken page", () => {
  test("unclosed and crossed elements, and JSON-LD that is no JSON", async () => {
    const article = await pageArticle(
      `<html><head><title>Quay closed</title><script type="application/ld+json">{"@type": </script><body><div><p>${FIRST}<p><b>${SECOND}</div></b><p>${THIRD}`,
    );
    expect(article.text).toBe(`Quay closed\n\n${BODY}`);
    expect(article.published).toBeNull();
  });

  test.each([
    "<html>",
    "<html></html>",
    "<!-- ",
    "<p",
    "<body><script>1</script></body>",
    "</div></p>",
    "<title></title>",
  ])("%s gives an article without words", async (html) => {
    expect(codes(await pageArticle(html))).toContain("page-body-missing");
  });

  test("elements nested too deep for the body finder", async () => {
    const deep = 20_000;
    const article = await pageArticle(
      `<html><body>${"<div>".repeat(deep)}<p>${FIRST}</p><p>${SECOND}</p>${"</div>".repeat(deep)}</body></html>`,
    );
    expect(article.text).toBe(`${FIRST}\n\n${SECOND}`);
  });

  test.each([
    "<nav>",
    '<div hidden="">',
    "<svg>",
  ])("elements nested too deep in %s, which nobody sees", async (opening) => {
    const article = await pageArticle(
      `<html><body><p>${FIRST}</p><p>${SECOND}</p>${opening}${"<b><i>".repeat(4_000)}</body></html>`,
    );
    expect(article.text).toBe(`${FIRST}\n\n${SECOND}`);
  });

  test("elements nested too deep behind the end of the page", async () => {
    const article = await pageArticle(
      `<!doctype html><html><body><p>${FIRST}</p><p>${SECOND}</p></body></html>${"<div>".repeat(4_000)}`,
    );
    expect(article.text).toBe(`${FIRST}\n\n${SECOND}`);
  });

  test("a page whose elements never end is refused", async () => {
    const reading = await readPage(Buffer.from(`<p>${FIRST}</p>${"<b>".repeat(200_000)}`), "page.html", nothingKnown);
    expect(reading).toMatchObject({ kind: "unreadable", reason: expect.stringContaining("nested too deep") });
  });

  test("a formula stays in its sentence, whatever its drawer calls itself; its source is left out", async () => {
    const formula = `<mjx-container class="MathJax CtxtMenu_Attached_0"><math><semantics><mi>a</mi><mo>=</mo><mn>4</mn>
      <annotation encoding="application/x-tex">a = 4</annotation></semantics></math></mjx-container>`;
    const article = await pageArticle(`<article>${[FIRST, SECOND, THIRD].map((one) => `<p>${one}</p>`).join("")}
      <div>Where ${formula}, the quay holds for a year.</div></article>`);
    expect(article.text.replaceAll(" ", "")).toContain("Wherea=4,thequayholds");
  });

  test("a picture parts words as a space does", async () => {
    const article = await pageArticle(`<p>${FIRST}</p><p>${SECOND} Harbour<img src="spacer.gif" width="1">News</p>`);
    expect(article.text).toContain("Harbour News");
  });

  test("a body that a script would fill in is missing, not made up", async () => {
    const article = await pageArticle(
      `<html><head><title>Loading</title></head><body><div id="app"></div></body></html>`,
    );
    expect(article.text).toBe("Loading");
    expect(codes(article)).toEqual(["page-body-missing"]);
  });
});
