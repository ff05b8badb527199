import type { Message } from "../../text/message.js";
import type { KnownFacts } from "../known-facts.js";
import { isRoot } from "../page/front-page.js";
import { paragraphsOfHtml } from "../page/paragraphs-of-html.js";
import { readFetched } from "../read-many.js";
import { type Reading, unreadable } from "../reading.js";
import type { Retrieval } from "../retrieval.js";
import type { SourceBytes } from "../source-bytes.js";
import type { FetchOutcome, Validators } from "../web/fetch-outcome.js";
import type { Web } from "../web/open-web.js";
import type { Feed, FeedItem } from "./feed.js";
import { itemArticle } from "./item-article.js";

/** An item, and the feed that it stands in. */
export interface ItemInFeed {
  readonly item: FeedItem;
  readonly feed: Pick<Feed, "title" | "language"> & Partial<Pick<Feed, "address">>;
  /** How the feed came, and its bytes; `null` where they are no longer at hand. */
  readonly retrieval: Retrieval | null;
  readonly source: SourceBytes | null;
}

/**
 * What an item gave. `page`: the page behind it was had. `feed-text`: the item's own content, where it names no page, or where its page could not be
 * had and `fault` says why. `unchanged`: the server says that the page is as it was. `nothing`: neither the page nor the feed gives a text.
 */
export type ItemReading =
  | { readonly kind: "page"; readonly reading: Reading; readonly validators: Validators | null }
  | { readonly kind: "feed-text"; readonly reading: Reading; readonly fault: PageFault | null }
  | { readonly kind: "unchanged"; readonly validators: Validators }
  | { readonly kind: "nothing"; readonly fault: PageFault };

/** Why a page could not be had. */
export interface PageFault {
  readonly reason: string;
  /** Whether it may be had another time. */
  readonly passing: boolean;
  /** Whether the whole host did not answer as it should. */
  readonly ofHost: boolean;
  /** When the server wants to be asked again, where it says so. */
  readonly retryAt: string | null;
}

/** The article of an item: from the page behind it or, where that cannot be had, from what the feed holds of it. Never rejects on what the world does. */
export async function readItem(
  told: ItemInFeed,
  web: Pick<Web, "fetch">,
  input: string,
  known: KnownFacts,
  validators: Validators | null = null,
): Promise<ItemReading> {
  const { item } = told;
  if (item.address === null || !/^https?:/i.test(item.address)) {
    if (!hasText(item) && item.title === null)
      return { kind: "nothing", fault: lasting("the item has neither text nor page") };
    return { kind: "feed-text", reading: await feedText(told, input, known, null), fault: null };
  }
  if (item.sharesPage === true && hasText(item)) {
    return {
      kind: "feed-text",
      reading: await feedText(told, input, known, "it is that of other items too"),
      fault: null,
    };
  }
  const outcome = await web.fetch({ address: item.address, validators });
  if (outcome.kind === "unchanged") return { kind: "unchanged", validators: outcome.validators };
  const page = outcome.kind === "failed" ? faultOf(outcome) : await pageOf(outcome, withOutlet(told), input, known);
  if ("reading" in page) return page;
  if (!hasText(item)) return { kind: "nothing", fault: page };
  return { kind: "feed-text", reading: await feedText(told, input, known, page.reason), fault: page };
}

/** The item; of a feed of its own site, whose name is that of the outlet, with that name. */
function withOutlet({ item, feed, retrieval }: ItemInFeed): FeedItem {
  const site = siteOf(item.address);
  const isOwn = site !== null && (siteOf(feed.address ?? null) === site || siteOf(retrieval?.address ?? null) === site);
  return item.outlet === undefined && feed.title !== null && isOwn ? { ...item, outlet: feed.title } : item;
}

/** The host of an address without the part that names a service of it: `www.`, `rss.`. */
function siteOf(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  return new URL(address).host.replace(/^(?:www|rss|feeds?|m|news|amp)\.(?=[^.]+\.)/, "");
}

type Fetched = Extract<FetchOutcome, { kind: "fetched" }>;

async function pageOf(
  { bytes, retrieval, validators }: Fetched,
  item: FeedItem,
  input: string,
  known: KnownFacts,
): Promise<Extract<ItemReading, { kind: "page" }> | PageFault> {
  // What is gone is often led to the front page, which is another text every hour.
  const ledAway = retrieval.address !== null && isRoot(retrieval.address) && !isRoot(item.address ?? "");
  if (ledAway) return lasting("it leads to the site's front page");
  const reading = await readFetched(bytes, input, known, { retrieval, item });
  if (reading.kind === "unreadable") return lasting(reading.reason);
  const { text, messages } = reading.article;
  const told = new Set(messages.map(({ code }) => code));
  if ((told.has("page-body-missing") || told.has("empty-text")) && hasText(item))
    return lasting("there is no article on it");
  const isLonger = told.has("page-teaser") && paragraphsOfHtml(item.content ?? "").join("\n\n").length > text.length;
  if (isLonger) return lasting("it shows the beginning of the article only");
  return { kind: "page", reading, validators };
}

function hasText({ content, summary }: FeedItem): boolean {
  return (content ?? summary ?? "").trim() !== "";
}

async function feedText(
  { item, feed, retrieval, source }: ItemInFeed,
  input: string,
  known: KnownFacts,
  fault: string | null,
): Promise<Reading> {
  const reading = await itemArticle(item, feed, input, known);
  if (reading.article.text.trim() === "") return unreadable(input, "the item has no text");
  const { article } = reading;
  const messages = fault === null ? article.messages : [...article.messages, feedTextOnly(fault)];
  return { ...reading, article: { ...article, messages }, retrieval, source };
}

function feedTextOnly(reason: string): Message {
  return {
    code: "feed-text-only",
    severity: "info",
    span: null,
    reason: `The page behind the feed's item does not tell of it alone or could not be had (${reason}); the text is what the feed holds of it.`,
  };
}

function lasting(reason: string): PageFault {
  return { reason, passing: false, ofHost: false, retryAt: null };
}

function faultOf({ fault, status, reason, retryAt }: Extract<FetchOutcome, { kind: "failed" }>): PageFault {
  const busy = status === null ? passingFaults.has(fault) : status >= 500 || status === 408 || status === 429;
  return { reason, passing: busy, ofHost: busy, retryAt };
}

const passingFaults: ReadonlySet<string> = new Set(["unreachable", "timeout", "broken", "robots-unread", "stopped"]);
