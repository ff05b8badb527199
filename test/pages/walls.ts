import { article, jsonLd, type PageCase, page, paragraphs, short, story, title } from "./page-case.js";

const missing = { body: [], messages: ["page-body-missing"] } as const;

/** A page whose article is not there, under the title that it gives itself. */
function notThere(what: string, heading: string, told: readonly string[], name = heading, named = heading): PageCase {
  const html = page(`<main><article><h1>${heading}</h1>${paragraphs(told)}</article></main>`, "", name);
  return { what, html, title: named, ...missing };
}

export const pages: readonly PageCase[] = [
  {
    what: "paywall box of its own behind the beginning of a story",
    html: page(
      `<article><h1>${title}</h1>${paragraphs(short)}<div class="regwall"><h2>Keep reading for 1 crown</h2><p>You have reached your limit of free articles. Subscribe to continue reading the Courier, cancel any time.</p><p>Already a subscriber? <a href="/in">Log in</a></p><p>All our reporting, on the web and in our app, with the crossword every day.</p></div></article>`,
      jsonLd({ "@type": "NewsArticle", headline: title, isAccessibleForFree: "False" }),
    ),
    body: short,
    messages: ["page-teaser"],
  },
  {
    what: "paywall of Piano's",
    html: page(
      `${article(short)}<div class="tp-container-inner"><div class="tp-modal"><h2>Subscribe for full access</h2><p>To continue reading this article, choose the subscription that suits you best. Unlimited access from 3 crowns a month.</p></div></div>`,
    ),
    body: short,
    messages: ["page-teaser"],
  },
  {
    what: "paywall without a name of its own, in the flow of paragraphs",
    html: page(
      `<article><h1>${title}</h1>${paragraphs(short)}<p>This article is for subscribers only.</p><p>Subscribe now to read the full story and get unlimited access to all our journalism.</p><p>Already have an account? Sign in</p></article>`,
    ),
    body: short,
    messages: ["page-teaser"],
  },
  {
    what: "the class paywall around the story itself",
    html: page(
      `<article><h1>${title}</h1>${paragraphs(short)}<div class="paywall">${paragraphs(story.slice(2))}</div></article>`,
      jsonLd({
        "@type": "NewsArticle",
        headline: title,
        isAccessibleForFree: false,
        hasPart: { "@type": "WebPageElement", isAccessibleForFree: false, cssSelector: ".paywall" },
      }),
    ),
  },
  {
    what: "a plea for subscriptions in the middle of a story",
    html: page(
      `<article><h1>${title}</h1>${paragraphs(story.slice(0, 3))}<div class="promo-box"><p>Subscribe now for unlimited access to the Courier.</p></div>${paragraphs(story.slice(3))}</article>`,
    ),
  },
  {
    what: "the whole story in JSON-LD behind a paywall",
    html: page(
      `<article><h1>${title}</h1><p>${story[0]}</p><div class="paywall-offer"><p>Subscribe to continue reading. Already a subscriber? Sign in.</p></div></article>`,
      jsonLd({ "@type": "NewsArticle", headline: title, isAccessibleForFree: false, articleBody: story.join("\n\n") }),
    ),
  },
  notThere("soft 404", "Page not found", [
    "We are sorry, but the page that you were looking for does not exist. It may have been moved, or the address may be misspelt.",
    "Try our front page or search for what you need.",
  ]),
  notThere(
    "soft 404 in other words",
    "Oops! That page can’t be found.",
    ["It looks like nothing was found at this location. Maybe try one of the links below or a search?"],
    "Page not found – The Velden Courier",
    "Page not found – The Velden Courier",
  ),
  notThere(
    "soft 404 by number",
    "404",
    ["The article you requested is no longer available."],
    "404 | The Velden Courier",
  ),
  notThere("sign-in page", "Log in", [
    "Log in or register to continue reading the Courier.",
    "Enter your e-mail address and your password. Forgot your password?",
    "By logging in you agree to our terms of service and our privacy policy.",
  ]),
  notThere("page that asks to register", "Create a free account to read this article", [
    "Register for free and read five articles a month. It takes less than a minute.",
    "Already registered? Sign in to continue.",
    "We will never share your e-mail address with others.",
  ]),
  notThere("check for robots", "Just a moment...", [
    "Checking your browser before accessing courier.example.",
    "This process is automatic. Your browser will redirect to your requested content shortly.",
    "Please enable JavaScript and cookies to continue.",
  ]),
  notThere("access denied", "Access Denied", [
    "You don't have permission to access this page on this server.",
    "Reference #18.4f1c2d17.1930982345.1b2c3d",
  ]),
  notThere("a page that sells, by its prices", "Choose your plan", [
    "Reader: 3 crowns a week. Every story, on the web and in the app.",
    "Friend: 6 crowns a week. All of Reader, and the puzzles for the whole family.",
    "Prices include tax.",
  ]),
  notThere("a page that sells, under another heading", "Subscriptions", [
    "One month for €1, then €8 per month. Renews automatically until cancelled.",
    "Do you have a gift code? Redeem it in your account.",
  ]),
  notThere("unavailable for legal reasons", "451 Unavailable For Legal Reasons", [
    "We see that you are visiting us from a country belonging to the European Union, whose rules we do not meet yet, so access cannot be granted.",
  ]),
  notThere("an error", "Something went wrong", [
    "An unexpected error has occurred while this page was made. Please try again in a few minutes.",
  ]),
  notThere("an error under a heading that says nothing", "Oops!", [
    "Our server stumbled over its own feet, and nobody is hurt.",
    "Please try again later.",
  ]),
  notThere("a page that leads on", "Redirecting", ["Click here if nothing happens."]),
  notThere("a page that a script fills in", title, ["Loading…"]),
  notThere("a film and how long it is", title, ["Length 02:13", "Share"]),
  notThere("a film and where it stands", title, ["Watch the video above."]),
  keptWhole("a heading that begins like that of an error", "Sorry state of the locks at Velden shames minister", [
    "The locks at Velden are in a sorry state, the auditors said on Thursday.",
    "Transport minister Dagny Rask said that she was ashamed.",
  ]),
  keptWhole("a heading of numbers like that of an error", "451 houses flooded at Velden", [
    "The Tamsk flooded 451 houses at Velden on Thursday night.",
    "Nobody was hurt, the mayor said.",
  ]),
  keptWhole("a story about prices by the month", "Fees at the lower lock rise", [
    "The Tamsk river authority will ask 40 crowns a month for a berth at Velden, it said on Thursday.",
    "Those who pay by card get one week free.",
  ]),
  keptWhole("a text of a few words that is a sentence", "Lower lock at Velden opens again", ["The lock is open."]),
  {
    what: "nothing but a heading",
    html: page(`<main><h1>${title}</h1><div class="spinner"></div></main>`),
    ...missing,
  },
  {
    what: "a heading, the writer and the day, and a share bar",
    html: page(
      `<main><h1>${title}</h1><p class="byline">By Tove Lind</p><p>4 March 2031</p><ul class="share"><li>Share on Facebook</li><li>Share on X</li></ul></main>`,
      '<meta name="author" content="Tove Lind"><meta name="date" content="2031-03-04">',
    ),
    ...{ authors: ["Tove Lind"], published: "2031-03-04" },
    ...missing,
  },
  {
    what: "a page that wants scripts",
    html: page(
      `<div id="app"><p>You need to enable JavaScript to run this app.</p></div>`,
      `<meta property="og:title" content="${title}">`,
    ),
    ...missing,
  },
  {
    what: "a story about a missing page is a story",
    html: page(
      `<article><h1>Page not found: how Velden lost its archive</h1>${paragraphs(story)}</article>`,
      "",
      "Page not found: how Velden lost its archive",
    ),
    title: "Page not found: how Velden lost its archive",
  },
  keptWhole("a brief that says words of dialogs and offers", "Inspectors want full access", [
    "The agency demanded full access to the site at Velden and said that it had seen unusual activity there.",
    "“We will consult our partners before consenting to anything,” the minister said.",
    "Subscribers to the lock keepers' fund may register to vote until Friday.",
  ]),
  keptWhole("a headline that begins with a number", "404 migrants rescued off Velden", [
    "The coast guard rescued 404 migrants from two boats off Velden on Thursday.",
  ]),
  keptWhole("a headline that begins with an order", "Register to vote by Friday, Velden tells its people", [
    "The council of Velden told its people to register to vote by Friday.",
    "Those who register later may not take part, the council said on Thursday.",
  ]),
];

/** A short article that is one, whatever its words. */
function keptWhole(what: string, heading: string, told: readonly string[]): PageCase {
  const html = page(`<main><article><h1>${heading}</h1>${paragraphs(told)}</article></main>`, "", heading);
  return { what, html, title: heading, body: told };
}
