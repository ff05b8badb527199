import { article, type PageCase, page, paragraphs, short, title } from "./page-case.js";

const words = [
  "We and our 612 partners store and access information on your device, such as cookies, and process personal data, such as unique identifiers and browsing history.",
  "With your permission we and our partners may use precise geolocation data. You may click to consent to our processing as described above, or access more detailed information and change your preferences before consenting.",
  "Please note that some processing of your personal data may not require your consent, but you have a right to object to such processing. Your preferences will apply to this website only.",
  "You can change your mind at any time by returning to this site and clicking the privacy button at the bottom of the page. Some vendors may process your data on the basis of legitimate interest.",
];

const dialogText = `<h2>We value your privacy</h2>${paragraphs(words)}`;
const buttons = `<button>Reject all</button><button>Accept all</button>`;

/** A short article behind a dialog in the markup of a consent manager, before it and behind it in the page. */
function behind(manager: string, dialog: string, last = false): PageCase {
  const told = `<main>${article(short)}</main>`;
  return { what: `consent dialog: ${manager}`, html: page(last ? told + dialog : dialog + told), body: short };
}

export const pages: readonly PageCase[] = [
  behind(
    "OneTrust",
    `<div id="onetrust-consent-sdk"><div class="onetrust-pc-dark-filter"></div><div id="onetrust-banner-sdk" role="region" aria-label="Cookie banner"><div id="onetrust-policy">${dialogText}</div>${buttons}</div>
      <div id="onetrust-pc-sdk" role="dialog" aria-modal="true"><h3>Manage Consent Preferences</h3><div class="ot-cat-item"><h4>Strictly Necessary Cookies</h4><p>These cookies are necessary for the website to function and cannot be switched off in our systems. They are usually only set in response to actions made by you.</p></div></div></div>`,
    true,
  ),
  behind(
    "Cookiebot",
    `<div id="CybotCookiebotDialog" name="CybotCookiebotDialog" role="dialog"><div id="CybotCookiebotDialogBody"><h2 id="CybotCookiebotDialogBodyContentTitle">This website uses cookies</h2><div id="CybotCookiebotDialogBodyContentText">${paragraphs(words)}</div></div></div>`,
  ),
  behind(
    "Didomi",
    `<div id="didomi-host"><div id="didomi-popup" class="didomi-popup-backdrop"><div class="didomi-popup-container"><div class="didomi-popup-notice-text">${dialogText}</div><div id="buttons">${buttons}</div></div></div></div>`,
  ),
  behind(
    "Sourcepoint",
    `<div id="sp_message_container_708441"><div class="message-container"><div class="message-column message-row">${paragraphs(words.slice(0, 3))}<p class="message-component">${words[3]}</p></div></div></div>`,
  ),
  behind(
    "Quantcast Choice",
    `<div class="qc-cmp2-container" id="qc-cmp2-container"><div id="qc-cmp2-main"><div class="qc-cmp2-summary-info">${dialogText}</div><div class="qc-cmp2-summary-buttons">${buttons}</div></div></div>`,
    true,
  ),
  behind(
    "Usercentrics",
    `<div id="usercentrics-cmp-ui"><div id="uc-center-container" data-testid="uc-default-wall"><div class="uc-banner-content">${dialogText}</div></div></div>`,
  ),
  behind(
    "Google Funding Choices",
    `<div class="fc-consent-root"><div class="fc-dialog-overlay"></div><div class="fc-dialog-container"><div class="fc-dialog fc-choice-dialog"><div class="fc-dialog-content"><h1 class="fc-dialog-headline-text">The Velden Courier asks for your consent to use your personal data to:</h1><ul><li>Personalised advertising and content, advertising and content measurement, audience research and services development</li></ul>${paragraphs(words)}</div></div></div></div>`,
  ),
  behind(
    "Complianz",
    `<div id="cmplz-cookiebanner-container"><div class="cmplz-cookiebanner cmplz-bottom-right" role="dialog"><div class="cmplz-title">Manage Cookie Consent</div><div class="cmplz-message">${paragraphs(words)}</div></div></div>`,
    true,
  ),
  behind(
    "no known maker, a dialog by its role",
    `<div class="layer-9f3" role="dialog" aria-modal="true"><div class="inner">${dialogText}</div>${buttons}</div>`,
  ),
  behind(
    "no known maker and no role, in a section of its own",
    `<section class="x-72"><div><div class="tx">${dialogText}</div>${buttons}</div></section>`,
  ),
  {
    what: "consent wall alone, under the name of the site",
    html: page(
      `<div class="wall"><h1>We value your privacy</h1>${paragraphs(words)}${buttons}</div>`,
      "",
      "The Velden Courier",
    ),
    title: "The Velden Courier",
    body: [],
    messages: ["page-body-missing"],
  },
  {
    what: "consent wall alone, as an article of the site",
    html: page(
      `<main><article><h1>Before you continue</h1>${paragraphs(words.slice(1))}</article></main>`,
      "",
      "Before you continue",
    ),
    title: "Before you continue",
    body: [],
    messages: ["page-body-missing"],
  },
  {
    what: "a story about consent is a story",
    html: page(
      `<main><article><h1>Regulator fines Baltren over cookies</h1>${paragraphs([
        "The data protection authority fined Baltren Shipping two million crowns on Thursday for storing cookies on the devices of its customers without asking.",
        "“Consent is not a button that nobody can find,” said Irena Holub, the commissioner, who had warned the company in April.",
        "Baltren said that it would appeal and that its partners had processed no personal data.",
      ])}</article></main>`,
      "",
      "Regulator fines Baltren over cookies",
    ),
    title: "Regulator fines Baltren over cookies",
    body: [
      "The data protection authority fined Baltren Shipping two million crowns on Thursday for storing cookies on the devices of its customers without asking.",
      "“Consent is not a button that nobody can find,” said Irena Holub, the commissioner, who had warned the company in April.",
      "Baltren said that it would appeal and that its partners had processed no personal data.",
    ],
  },
  {
    what: "a consent box without a name, in words of its own",
    html: page(
      `<div class="q71"><h2>Before you read on</h2><p>With your agreement we and our advertisers set cookies on your device, so that we can count our readers and sell advertising that suits you.</p><p>If you press “I do not agree”, only cookies that are strictly needed are set.</p></div><div class="w">${article(short)}</div>`,
    ),
    body: short,
  },
  {
    what: "boxes for embedded films and posts between paragraphs",
    html: page(
      `<article><h1>${title}</h1><p>${short[0]}</p><div class="film"><p>To watch this video on ViewBox, you must accept marketing cookies.</p><p>Your browser does not support this player.</p></div><div><p>We need your consent to load this post from Chirper.</p></div><p>${short[1]}</p></article>`,
    ),
    body: short,
  },
];
