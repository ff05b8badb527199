import iconv from "iconv-lite";
import { article, type PageCase, page, paragraphs, short, story, title } from "./page-case.js";

const half = story.slice(0, 3);
const rest = story.slice(3);

/** The story with something of the page's own in its middle. */
function interrupted(what: string, furniture: string): PageCase {
  return {
    what,
    html: page(`<main><article><h1>${title}</h1>${paragraphs(half)}${furniture}${paragraphs(rest)}</article></main>`),
  };
}

const advice = [
  "Do not travel to the Tamsk valley due to flooding and landslides.",
  "Roads along the river are closed. Public transport has stopped.",
  "If you are in the area:",
  "Follow the instructions of the local authorities.",
  "Stay away from bridges and river banks.",
  "Register with the embassy in Velden.",
];

export const pages: readonly PageCase[] = [
  interrupted(
    "share bar between paragraphs",
    `<ul class="social-share"><li><a href="#">Share on Facebook</a></li><li><a href="#">Share on X</a></li><li><a href="#">Send by e-mail</a></li></ul>`,
  ),
  interrupted(
    "newsletter box between paragraphs",
    `<div class="newsletter-signup"><h3>The Courier in the morning</h3><p>Get the day's news in your inbox before breakfast, every weekday.</p><form><input type="email"><button>Sign up</button></form><p>By signing up you agree to our terms.</p></div>`,
  ),
  interrupted(
    "related stories between paragraphs",
    `<div class="related-articles"><h3>Related</h3><ul><li><a href="/1">Dredging of the Tamsk is late again</a></li><li><a href="/2">Baltren Shipping buys two barges</a></li></ul></div>`,
  ),
  interrupted(
    "pull quote that says a line again",
    `<blockquote class="pullquote"><p>Those ropes would not last the winter</p></blockquote>`,
  ),
  interrupted(
    "credit of a picture",
    `<figure><img src="a.jpg"><figcaption>Photo: Jo Abara / Courier</figcaption></figure>`,
  ),
  interrupted(
    "tags and a comment count",
    `<div class="article-tags"><span>Topics:</span> <a href="/t">Velden</a> <a href="/s">Shipping</a></div><p class="comment-count">12 comments</p>`,
  ),
  {
    what: "stories recommended at the end",
    html: page(
      `<main><article><h1>${title}</h1>${paragraphs(story)}<section class="recommended"><h2>Recommended for you</h2><div class="card"><h3><a href="/1">Dredging of the Tamsk is late again</a></h3><p>The river authority says that the dredger which it ordered will not come before June, and blames the yard.</p></div><div class="card"><h3><a href="/2">Baltren Shipping buys two barges</a></h3><p>The company pays nine million crowns for two barges that were built for another river.</p></div></section></article></main>`,
    ),
  },
  {
    what: "paragraphs that are links altogether, each in a box",
    html: page(
      `<article><h1>${title}</h1>${story.map((one, index) => `<div class="block"><p>${index % 2 === 1 ? `<a href="/${index}"><b>${one}</b></a>` : one}</p></div>`).join("")}</article>`,
    ),
  },
  {
    what: "paragraphs by line breaks, in a table of 1999",
    html: `<html><head><title>${title}</title></head><body><table><tr><td width=150><a href="/">Home</a><br><a href="/n">News</a><br><a href="/s">Sport</a></td><td><h1>${title}</h1>${story.join("<br><br>")}</td></tr></table></body></html>`,
  },
  {
    what: "list and table of the story's own",
    html: page(
      `<article><h1>${title}</h1>${paragraphs(half)}<ul><li>Two sailors are in hospital.</li><li>One sailor is missing.</li></ul><table><tr><th>Lock</th><th>State</th></tr><tr><td>Lower</td><td>shut</td></tr></table>${paragraphs(rest)}</article>`,
    ),
    body: [
      ...half,
      "Two sailors are in hospital.",
      "One sailor is missing.",
      "Lock",
      "State",
      "Lower",
      "shut",
      ...rest,
    ],
  },
  {
    what: "gallery with captions between paragraphs",
    html: page(
      `<article><h1>${title}</h1>${paragraphs(half)}<div class="gallery"><figure><img src="1.jpg"><figcaption>The gate on Friday morning. Photo: Courier</figcaption></figure><button>Next</button></div>${paragraphs(rest)}</article>`,
    ),
    body: [...half, "The gate on Friday morning. Photo: Courier", ...rest],
  },
  {
    what: "live blog, an article for each update",
    html: page(
      `<main><h1>${title}</h1>${story.map((one, index) => `<article class="update"><time datetime="2031-03-04T1${9 - index}:00:00Z">1${9 - index}:00</time><h2>Update ${6 - index}</h2><p>${one}</p></article>`).join("")}</main>`,
    ),
    body: story.flatMap((one, index) => [`1${9 - index}:00`, `Update ${6 - index}`, one]),
  },
  {
    what: "press release of a ministry, with its furniture",
    html: page(
      `<header class="gov-header"><p>An official website of the Tamsk government. Here's how you know.</p></header><nav>Home News</nav><main><div class="breadcrumb"><a href="/">Home</a> / <a href="/news">News</a></div><h1>${title}</h1><div class="release-date">Press release no. 41, 4 March 2031</div>${paragraphs(story)}<h2>Press contact</h2><p>Phone: 555 0101</p></main><footer>Ministry of Transport</footer>`,
    ),
    published: "2031-03-04",
    body: ["Press release no. 41, 4 March 2031", ...story, "Press contact", "Phone: 555 0101"],
  },
  {
    what: "travel advice in lists, with an alert box",
    html: page(
      `<main><h1>Tamsk travel advice</h1><div class="alert-box" role="alert"><p>${advice[0]}</p></div><h2>Flooding</h2><p>${advice[1]}</p><p>${advice[2]}</p><ul>${advice
        .slice(3)
        .map((one) => `<li>${one}</li>`)
        .join("")}</ul></main>`,
      "",
      "Tamsk travel advice",
    ),
    title: "Tamsk travel advice",
    body: [advice[0] ?? "", "Flooding", ...advice.slice(1)],
  },
  {
    what: "page that declares a charset that it is not in",
    html: Buffer.from(page(article()).replace('charset="utf-8"', 'charset="windows-1251"'), "utf8"),
  },
  {
    what: "page in Windows-1252 that says nothing",
    html: iconv.encode(page(article()).replace('<meta charset="utf-8">', ""), "windows-1252"),
    messages: ["encoding-guessed"],
  },
  {
    what: "short article beside a long list of links",
    html: page(
      `<div class="wrap"><div class="col"><h1>${title}</h1>${paragraphs(short)}</div><div class="col2"><h2>Latest</h2>${Array.from({ length: 12 }, (_, index) => `<div class="item"><a href="/${index}">Council meets for the ${index + 2}nd time about the bridge over the Tamsk</a></div>`).join("")}</div></div>`,
    ),
    body: short,
  },
  {
    what: "the rest of the story behind a button, hidden from readers of screens",
    html: page(
      `<article><h1>${title}</h1>${paragraphs(short)}<button>Show all</button><div class="rest folded" aria-hidden="true">${paragraphs(story.slice(2))}</div></article>`,
    ),
  },
  {
    what: "the rest of the story behind a button, hidden altogether",
    html: page(
      `<article><h1>${title}</h1>${paragraphs(short)}<button aria-expanded="false">Continue</button><section hidden>${paragraphs(story.slice(2))}</section></article>`,
    ),
  },
  {
    what: "the whole story hidden while a dialog is open",
    html: page(
      `<main aria-hidden="true">${article(short)}</main><div role="dialog"><p>We use cookies to store data on your device. Accept all or change your preferences.</p></div>`,
    ),
    body: short,
  },
  {
    what: "hidden texts that are none of the story",
    html: page(
      `${article(short)}<div aria-hidden="true" class="gallery-slide"><p>Children skated on the frozen Tamsk below the castle of Velden in the winter of 2019.</p></div><div hidden><p>Tell us what you think of the Courier, and win a weekend for two on the river.</p></div>`,
    ),
    body: short,
  },
  {
    what: "a paragraph that is shown and, hidden, kept again",
    html: page(
      `<article><h1>${title}</h1>${paragraphs(short)}<div aria-hidden="true">${paragraphs(short)}</div></article>`,
    ),
    body: short,
  },
  {
    what: "lines of the site behind a story",
    html: page(
      `<article><h1>${title}</h1>${paragraphs(story)}<p>© 2031 Velden Courier. No part of this may be used without asking.</p><p>Tagged with: Tamsk, locks, Irena Holub</p><p>Follow the Velden Courier on Telegram and never miss a flood.</p></article>`,
    ),
  },
  {
    what: "an advertisement announced, and an appeal for money in a box",
    html: page(
      `<article><h1>${title}</h1>${paragraphs(story.slice(0, 3))}<p>ADVERTISEMENT – CONTINUE READING BELOW</p>${paragraphs(story.slice(3))}<div class="z4"><h3>One more thing</h3><p>Reporting from the river takes boats. Please donate, from as little as one crown.</p></div></article>`,
    ),
  },
  {
    what: "a letter of the newsroom by its name, with a field to sign up",
    html: page(
      `<article><h1>${title}</h1>${paragraphs(story.slice(0, 3))}<div class="k2"><h4>The Lock Letter</h4><p>Get the river's news in your inbox every Friday. Enter your email address.</p></div>${paragraphs(story.slice(3))}</article>`,
    ),
  },
  {
    what: "a paragraph that begins with the owner of its picture",
    html: page(
      `<article><h1>${title}</h1><p><span>© Jo Abara / Courier</span> ${short[0]}</p><p>${short[1]}</p></article>`,
    ),
    body: [`© Jo Abara / Courier ${short[0]}`, short[1] ?? ""],
  },
  {
    what: "a story that tells of rights, tags and appeals",
    html: page(
      `<article><h1>${title}</h1><p>Copyright in the plans of the lock is claimed by two firms, the court at Velden said.</p><p>Follow-up talks on Telegram and by telephone failed, the union said on Friday.</p><h3>Money</h3><p>The union asked its members to make a donation to the families of the sailors.</p></article>`,
    ),
    body: [
      "Copyright in the plans of the lock is claimed by two firms, the court at Velden said.",
      "Follow-up talks on Telegram and by telephone failed, the union said on Friday.",
      "Money",
      "The union asked its members to make a donation to the families of the sailors.",
    ],
  },
];
