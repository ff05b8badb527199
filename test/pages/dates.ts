import { article, type PageCase, page, paragraphs, story, title } from "./page-case.js";

const meta = (attribute: string, name: string, content: string): PageCase => ({
  what: `date in meta ${attribute}="${name}"`,
  html: page(article(), `<meta ${attribute}="${name}" content="${content}">`),
  published: content,
});

export const pages: readonly PageCase[] = [
  meta("name", "publish-date", "2031-03-04"),
  meta("name", "DC.date.issued", "2031-03-04T08:15:00Z"),
  meta("property", "og:pubdate", "2031-03-04T08:15:00Z"),
  meta("name", "cXenseParse:recs:publishtime", "2031-03-04T08:15:00Z"),
  meta("name", "article_date_original", "2031-03-04"),
  meta("property", "bt:pubDate", "2031-03-04T08:15:00Z"),
  {
    what: "a day of change alone is no day of publication",
    html: page(article(), '<meta property="article:modified_time" content="2031-03-09T08:00:00Z">'),
  },
  {
    what: "time in a sidebar before the story",
    html: page(
      `<div class="sidebar"><ul><li><a href="/a">Older news</a> <time datetime="2029-01-01">1 Jan</time></li></ul></div><main>${article()}</main>`,
    ),
  },
  {
    what: "time of cards behind the story, without names",
    html: page(
      `<main>${article()}</main><section><h2>You may also like</h2><article><h3><a href="/b">Budget vote</a></h3><time datetime="2029-01-01T00:00:00Z">1 January 2029</time></article><article><h3><a href="/c">Storm warning</a></h3><time datetime="2029-02-01T00:00:00Z">1 February 2029</time></article></section>`,
    ),
  },
  {
    what: "time of the story behind that of a card",
    html: page(
      `<div><article><h3><a href="/b">Budget vote</a></h3><time datetime="2029-01-01T00:00:00Z">1 January 2029</time></article></div><main>${article(story, '<p class="meta"><time datetime="2031-03-04T08:15:00Z">4 March</time></p>')}</main>`,
    ),
    published: "2031-03-04T08:15:00Z",
  },
  {
    what: "time of a change before that of publication",
    html: page(
      article(
        story,
        '<p>Updated <time class="updated" datetime="2031-03-09T09:00:00Z">9 March</time></p><p>Published <time datetime="2031-03-04T08:15:00Z">4 March</time></p>',
      ),
    ),
    published: "2031-03-04T08:15:00Z",
    body: story,
  },
  {
    what: "hNews: two classes on one element",
    html: page(
      `<div class="hentry"><h1 class="entry-title">${title}</h1><abbr class="published updated" title="2031-03-04T08:15:00+01:00">Tuesday</abbr><div class="entry-content">${paragraphs(story)}</div></div>`,
    ),
    published: "2031-03-04T08:15:00+01:00",
  },
  {
    what: "a line under the heading without a name",
    html: page(
      `<div><h1>${title}</h1><div><span>Tove Lind</span> | <span>4 March 2031</span> | <span>3 min read</span></div>${paragraphs(story)}</div>`,
    ),
    published: "2031-03-04",
    authors: ["Tove Lind"],
  },
  {
    what: "time as text with a zone",
    html: page(article(story, "<time>March 4, 2031 at 6:05 a.m. EST</time>")),
    published: "2031-03-04T06:05-05:00",
  },
  {
    what: "AMP page",
    html: `<!doctype html><html amp lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><amp-consent id="c"><div id="ui">We use cookies. <button>Accept</button></div></amp-consent><amp-sidebar id="s"><ul><li>Home</li></ul></amp-sidebar><main>${article(story, '<amp-timeago datetime="2031-03-04T08:15:00Z">a day ago</amp-timeago><amp-img src="a.jpg"></amp-img>')}</main></body></html>`,
    published: "2031-03-04T08:15:00Z",
  },
  {
    what: "a date in numbers with a time behind a bar",
    html: page(article(story, '<div class="post-date">24.03.2031 | 10:22</div>')),
    published: "2031-03-24T10:22",
  },
  {
    what: "a date in words with an ordinal and a time behind a bar",
    html: page(article(story, '<p class="entry-date">Monday 24th March 2031 | 10:22 am</p>')),
    published: "2031-03-24",
  },
  {
    what: "a time ago, with the moment in the title",
    html: page(article(story, '<p><abbr class="timeago" title="2031-03-04T08:15:00Z">about an hour ago</abbr></p>')),
    published: "2031-03-04T08:15:00Z",
  },
  {
    what: "a time ago, with the moment in seconds",
    html: page(article(story, '<p><span data-utime="1930378500">3h ago</span></p>')),
    published: "2031-03-04T08:15:00Z",
  },
  {
    what: "a time ago beside the story",
    html: page(
      `<main>${article(story)}</main><aside><p><span title="2031-03-01T08:15:00Z">3 days ago</span></p></aside>`,
    ),
  },
  {
    what: "the day from which programs count",
    html: page(article(story), '<meta property="article:published_time" content="1970-01-01T00:00:00+00:00">'),
    messages: ["published-unreadable"],
  },
];
