import { publicationDate } from "../publication-date.js";
import { isElement, type PageElement, type PageNode, walkPage } from "./page-node.js";
import { isOfStory, longLine, namesOf, type PageOutline } from "./page-outline.js";

/** What a page says of its date outside its own elements, as it is written there. */
export interface ToldDates {
  readonly data: string | null;
  /** What JSON-LD says of the page, not of its article. */
  readonly pageData: string | null;
  readonly meta: readonly string[];
  readonly address: string | null;
}

/**
 * When the page says that it was published, as written: by its JSON-LD, its `meta` elements, an element made for dates, what JSON-LD says of the page itself,
 * its address, an element named for a date, or a line below the heading. The first evidence that can be read safely, the most explicit first; where none can be, the first that
 * there is; `null` where there is none.
 */
export function pageDate(
  page: PageElement,
  outline: PageOutline | null,
  { data, pageData, meta, address }: ToldDates,
): string | null {
  let unreadable: string | null = null;
  const evidence: readonly (() => readonly string[])[] = [
    () => (data === null ? [] : [data]),
    () => meta,
    () => timesOf(page, outline),
    () => (pageData === null ? [] : [pageData]),
    () => (address === null ? [] : dateInAddress(address)),
    () => namedDates(page, outline),
    () => (outline === null ? [] : datesBelowHeading(outline)),
  ];
  for (const candidates of evidence) {
    for (const written of candidates()) {
      if (publicationDate(written) !== null) return written;
      unreadable ??= written;
    }
  }
  return unreadable;
}

const times =
  '[itemprop~="datePublished"], time, amp-timeago, relative-time, abbr.published, .published[title], .dt-published';

/** What says that a time is that of a change: on its element, or right before it. */
const ofChange = /modif|updat|edit/i;
const ofPublication = /publish|pubdate|posted|created/i;

/**
 * What elements that are made for dates say, in an attribute or as their text, if they are of the page's own story: those named for publication first, and
 * none of a change. Blogger's has the time of day for a text and the date for a title.
 */
function timesOf(page: PageElement, outline: PageOutline | null): readonly string[] {
  const ranked = [...page.querySelectorAll(times)].slice(0, mostTimes).flatMap((element) => {
    if (outline !== null && !isOfStory(element, outline)) return [];
    const rank = rankOf(element);
    return rank === null ? [] : [{ element, rank }];
  });
  const told = ranked
    .sort((a, b) => a.rank - b.rank)
    .flatMap(({ element }) => {
      const written = ["datetime", "content", "title"].map((name) => element.getAttribute(name));
      return [...written, element.textContent].flatMap((text) => squeezed(text) ?? []);
    });
  return [...told, ...momentsBehind(page, outline)];
}

/** Where scripts that write "an hour ago" keep the moment itself. */
const momentNames = [
  ..."title datetime data-datetime data-utime data-time data-timestamp data-livestamp data-published data-date".split(
    " ",
  ),
  ..."data-epoch data-unixtime data-unix data-created data-iso data-original-title data-tooltip".split(" "),
];
const momentBoxes = momentNames.map((name) => `[${name}]`).join(", ");
const relative =
  /^(?:(?:published|posted|about|over|around)\s+)*(?:(?:\d+|an?|one|two|three|few|a few) ?(?:seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|months?|mo|years?|y) ago|just now|moments ago|yesterday|today|last week)\b/i;

/** What elements of the story that show a time relative to now ("an hour ago") have in an attribute. */
function momentsBehind(page: PageElement, outline: PageOutline | null): readonly string[] {
  const shown = [...page.querySelectorAll(momentBoxes)].filter((element) => {
    const text = squeezed(element.textContent);
    return text !== null && text.length <= longestRelative && relative.test(text);
  });
  return shown.slice(0, mostTimes).flatMap((element) => {
    if ((outline !== null && !isOfStory(element, outline)) || rankOf(element) === null) return [];
    return momentNames.flatMap((name) => squeezed(element.getAttribute(name)) ?? []).filter(isDate);
  });
}

/** In characters. */
const longestRelative = 40;

function isDate(written: string): boolean {
  return publicationDate(written) !== null;
}

/** A page that shows more is a list. */
const mostTimes = 200;

/** The lower the surer; `null` for the time of a change. */
function rankOf(element: PageElement): number | null {
  const names = `${namesOf(element)} ${element.getAttribute("itemprop") ?? ""} ${element.getAttribute("data-testid") ?? ""}`;
  if (element.getAttribute("pubdate") !== null || ofPublication.test(names)) return 0;
  if (ofChange.test(names)) return null;
  const around = element.parentElement?.textContent ?? "";
  const before =
    around.length > longestDateText ? "" : around.slice(0, Math.max(0, around.indexOf(element.textContent ?? "")));
  const said =
    /(?:publish|posted|updat|modif|edit)\w*(?!.*(?:publish|posted|updat|modif|edit))/i.exec(before)?.[0] ?? "";
  return ofChange.test(said) ? null : 1;
}

/** The day in an address like `/2031/03/04/quay` or `/world/2031-03-04-quay`. */
export function dateInAddress(address: string): readonly string[] {
  const path = /^https?:\/\/[^/]+([^?#]*)/i.exec(address)?.[1] ?? "";
  const parts = /\/((?:19|20)\d\d)([/-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?=[/-]|$)/.exec(path);
  if (parts === null) return [];
  const [, year = "", , month = "", day = ""] = parts;
  return [`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`];
}

/** Names that sites give to what shows the date of publication; not to that of an edit, a comment or a copyright. */
const dateName =
  /(?:^|[\s_-])(?:pub(?:lished|lication)?|post(?:ed)?|entry|article|story|news|byline)?[_-]?(?:date|dates?time|datestamp|time-?stamp|dateline|published|posted)(?:$|[\s_-])|WithDate\b|\bdate-(?:and-time|header)\b|_datetime\b/i;
const otherName =
  /comment|updat|modif|edit|copyright|expire|event|related|sidebar|footer|widget|recent|popular|teaser|promo|nav|calendar|current|today/i;

const passedOver = new Set(["aside", "nav", "footer", "script", "style", "template", "noscript"]);

/** In characters: "Posted on Monday, 4 March 2031 at 10:22 a.m. by Ada Lenz" and no paragraph. */
const longestDateText = 120;

/**
 * The dates in elements whose class or id names them, from the page's heading on: what stands above it may be the date of today. None where two of them
 * name different days: then they belong to a list.
 */
function namedDates(page: PageElement, outline: PageOutline | null): readonly string[] {
  const found: string[] = [];
  let headed = page.querySelector("h1") === null;
  const enter = (node: PageNode): "inside" | "past" => {
    if (!isElement(node)) return "past";
    const name = namesOf(node);
    if (passedOver.has(node.localName)) return "past";
    if (node.localName === "h1") headed = true;
    if (!headed || !dateName.test(name) || otherName.test(name)) return "inside";
    if (outline !== null && !isOfStory(node, outline)) return "inside";
    const texts = [node.getAttribute("title"), node.textContent].flatMap((text) => squeezed(text) ?? []);
    const [date] = texts.filter((text) => text.length <= longestDateText).flatMap(dateWithin);
    if (date === undefined) return "inside";
    found.push(date);
    return "past";
  };
  walkPage(page, enter, () => undefined);
  const days = new Set(found.slice(0, mostCompared).map((date) => publicationDate(date)?.slice(0, 10)));
  return days.size === 1 ? found.slice(0, 1) : [];
}

/** In blocks: how far below the heading a line with the date stands. */
const headingBlocks = 8;

/**
 * The date in the short lines between the heading and the first paragraph ("Tove Lind | 4 March 2031 | 3 min read"); none where they name two days, and none of
 * a change.
 */
function datesBelowHeading(outline: PageOutline): readonly string[] {
  const { blocks, heading } = outline;
  const start = blocks.findIndex(({ element }) => element === heading);
  if (start < 0) return [];
  const below = blocks.slice(start + 1, start + 1 + headingBlocks);
  const end = below.findIndex(({ text }) => text.length > longestDateText);
  const found = (end < 0 ? below : below.slice(0, end))
    .filter(({ element }) => !inTable.has(element.localName) && !otherName.test(namesOf(element)))
    .filter(({ text, element }) => !ofChange.test(text) && !isSentence(text) && isOfStory(element, outline))
    .flatMap(({ text }) => dateWithin(text));
  return new Set(found.map((date) => publicationDate(date)?.slice(0, 10))).size === 1 ? found.slice(0, 1) : [];
}

/** Where facts stand that are no byline. */
const inTable: ReadonlySet<string> = new Set(["td", "th", "dd", "caption", "figcaption"]);

function isSentence(text: string): boolean {
  return text.length > longLine && /[.!?]["”’')]?$/.test(text);
}

/** The date is often shown twice, above the text and below it; more belong to other articles. */
const mostCompared = 2;

const month = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?";
const fullDate = new RegExp(
  `\\b(?:\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2})?(?:Z|[+-]\\d{2}:?\\d{2})?)?|\\d{1,2}(?:st|nd|rd|th)? ${month},? \\d{4}|${month} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}([./])\\d{1,2}\\1\\d{4}(?:[ ,|·–-]+\\d{1,2}:\\d{2}(?::\\d{2})?)?)(?!\\d)`,
  "i",
);

/** The full date in a line, if it has one that can be read. */
export function dateWithin(text: string): readonly string[] {
  const written = fullDate.exec(text)?.[0];
  return written === undefined || publicationDate(written) === null ? [] : [written];
}

function squeezed(text: string | null): string | null {
  const one = text?.replace(/\s+/g, " ").trim() ?? "";
  return one === "" ? null : one;
}
