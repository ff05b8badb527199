import { dateInText } from "../date-in-text.js";
import { lineTest } from "./page-words.js";

/** Short lines that pages set between paragraphs, and that are part of no article. */
const interruptions: readonly RegExp[] = [
  /^(?:advertisement|article continues (?:after|below) (?:this )?(?:ad|advertisement)|story continues below(?: advertisement)?)[.:]?$/i,
  /^(?:read more|read also|also read|read next|see also|more on this(?: story)?|share(?: this(?: article| story)?)?|related(?: (?:articles|stories|topics|news|coverage))?)[.:]?$/i,
  /^(?:continue reading(?: (?:the )?main story)?|image|photo(?:graph)?|video|play video|copy link|\d+ min(?:ute)?s? read|skip advertisement|after newsletter promotion|listen to (?:this )?article|image (?:source|credit),? [^.]{1,40})[.:]?$/i,
  // "Read more: Quay closed again".
  /^(?:read more|read also|also read|read next|see also|more on this(?: story)?|related(?: (?:articles|stories|news|coverage))?|listen|watch|in pictures|don['’]t miss)\s*[:|–—]\s/i,
  // Not "Register with the embassy for updates", which is advice.
  /^(?:sign up|subscribe|register|join us|get(?= (?:the|our|news|breaking)))\b.*\b(?:newsletters?|inbox|podcast|(?:our|news|whatsapp|telegram) (?:alerts?|channel|app|updates))\b/i,
  /^(?:your privacy matters\b|we value your privacy\b|(?:we|this (?:web)?site|our partners)\b.*\buses? cookies\b)/i,
  /^(?:reprint\w*|republi(?:sh\w*|cation)|reproduc(?:tion|ing|ed))\b.*\b(?:with(?:out)? (?:an? |our |the |prior |written |express )*(?:link|permission|consent)|prohibited)\b/i,
  /\b(?:call|contact|e-?mail|write to|get in touch with) our news ?(?:desk|room)\b/i,
];

/** "Photo: Jo Abara / Courier": who made or owns a picture, and nothing else. */
const credit =
  /^(?:file )?(?:photo|picture|image|photograph|illustration|graphic|video|credit|source|image credit|photo credit)s?\s*:\s+[^.!?]{1,60}$/i;

/** Whether a caption names the maker of its picture alone. */
export function isCredit(caption: string): boolean {
  return caption.length <= longestByline && credit.test(caption);
}

/** Who owns the words, and under which words an article is filed: "© 2031 Courier", "Tags: ports, Irena Holub". */
const footings: readonly RegExp[] = [
  /^(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|(?:19|20)\d{2}\b)).{0,100}$/i,
  /^(?:tags?|tagged(?: (?:as|with))?|topics?|filed under|posted in|categor(?:y|ies)|keywords?|labels?)\s*:\s+[^.!?]+$/i,
];

const isWholeInterruption = lineTest("interruption");

/** What is longer says more than a line of a page's own does. */
const longest = 160;

/** In characters: notes on rights, on cookies of an embedded post, appeals to follow. */
const longestFooting = 320;

/** Whether the paragraph is the page's and not the article's. */
export function isInterruption(paragraph: string): boolean {
  if (paragraph.length > longestFooting) return false;
  if (paragraph.length <= longest && interruptions.some((form) => form.test(paragraph))) return true;
  return footings.some((form) => form.test(paragraph)) || isWholeInterruption(paragraph);
}

/** In paragraphs: a title and a byline stand above the text, with at most a kicker and a date line beside them. */
const headingLines = 4;

/** What the page says of its article elsewhere, too. */
export interface HeadingFacts {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
}

/** The paragraphs less the heading lines that say again what the article is called, who wrote it ("Tove Lind, Port Editor") and when. */
export function withoutHeading(
  body: readonly string[],
  { title, authors, published }: HeadingFacts,
): readonly string[] {
  const told = [title ?? "", ...authors, `by ${authors.join(" and ")}`].map(plainWords);
  const says = (line: string): boolean => {
    const words = plainWords(line);
    if (told.includes(words) || (published !== null && isDateline(line, authors))) return true;
    if (published !== null && line.length <= longestDate && dateInText(line)?.from === "text") return true;
    if (authorLink.test(line)) return true;
    return (
      line.length <= longestByline && !/[.!?]$/.test(line) && authors.some((one) => isByline(words, plainWords(one)))
    );
  };
  return body.filter((paragraph, index) => index >= headingLines || !says(paragraph));
}

/** What the links beside a writer's name ask for. */
const authorLink = /^(?:e-?mail|follow|contact)(?: [\p{Lu}@][\p{L}@]*){1,3}(?: follow| on \p{L}+)?$/iu;

/** What is left of "Tove Lind | 4 March 2031, 10:22 | 3 min read" without writers, days and times is nothing. */
function isDateline(line: string, authors: readonly string[]): boolean {
  if (line.length > longestByline) return false;
  const bare = authors.reduce((rest, name) => rest.replace(name, " "), line);
  return bare !== line || isToldOfPage.test(line) || /\b(?:19|20)\d{2}\b/.test(line)
    ? bare.replace(datePart, " ").replace(/[^\p{L}\p{N}]+/gu, "") === ""
    : false;
}

const isToldOfPage =
  /\bmin(?:ute)?s? read\b| ago\b|^(?:just now|yesterday|today)$|^(?:published|posted|updated|last updated)\b|^(?:\d{1,2} [a-z]{3,9}|[a-z]{3,9} \d{1,2})$/i;

const datePart =
  /\b(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?(?: \d{1,2}(?:st|nd|rd|th)?\b)?,?(?: \d{4})?|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}([./])\d{1,2}\1\d{4}\b|\b(?:just now|yesterday|today|uhr)\b|\b\d{1,2}[:.]\d\d(?: ?[ap]\.?m\b\.?)?|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:(?:about|over|around) )?(?:\d+|an?) ?(?:min(?:ute)?|m|hour|hr|h|day|d|week|month)s? ago\b|\b\d+ min(?:ute)?s?(?: read)?\b|\b(?:published|posted|updated|last (?:modified|updated)|first published|by|and|on|at|gmt|utc|bst|[ecmp][sd]t|cest?)\b/giu;

const longestDate = 60;
const longestByline = 80;

function isByline(line: string, author: string): boolean {
  return author !== "" && (line.startsWith(author) || line.startsWith(`by${author}`));
}

function plainWords(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
