import { dateInText } from "../date-in-text.js";

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

/** What is longer says more than a line of a page's own does. */
const longest = 160;

/** Whether the paragraph is the page's and not the article's. */
export function isInterruption(paragraph: string): boolean {
  return paragraph.length <= longest && interruptions.some((form) => form.test(paragraph));
}

/** In paragraphs: a title and a byline stand above the text, with at most a kicker and a date line beside them. */
const headingLines = 4;

/** What the page says of its article elsewhere, too. */
export interface ToldElsewhere {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
}

/** The paragraphs less the heading lines that say again what the article is called, who wrote it ("Tove Lind, Port Editor") and when. */
export function withoutHeading(
  body: readonly string[],
  { title, authors, published }: ToldElsewhere,
): readonly string[] {
  const told = [title ?? "", ...authors, `by ${authors.join(" and ")}`].map(plainWords);
  const says = (line: string): boolean => {
    const words = plainWords(line);
    if (told.includes(words)) return true;
    if (published !== null && line.length <= longestDate && dateInText(line)?.from === "text") return true;
    return (
      line.length <= longestByline && !/[.!?]$/.test(line) && authors.some((one) => isByline(words, plainWords(one)))
    );
  };
  return body.filter((paragraph, index) => index >= headingLines || !says(paragraph));
}

const longestDate = 60;
const longestByline = 80;

function isByline(line: string, author: string): boolean {
  return author !== "" && (line.startsWith(author) || line.startsWith(`by${author}`));
}

function plainWords(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
