/**
 * The paragraphs of a mail's plain text: lines that were broken to a width are joined, and what is quoted from an earlier mail is left
 * out, with the line that says whose it is.
 */
export function plainParagraphs(text: string): readonly string[] {
  const own = text
    .replace(/\r\n?/g, "\n")
    .replace(/^-- \n[\s\S]*$/m, "")
    .replace(/^On [^\n]{5,200}(?:\n[^\n]{0,100})?wrote:\n+(?=>)/gm, "")
    .replace(/^>.*$/gm, "");
  return own
    .split(/\n\s*\n/)
    .map(unwrapped)
    .filter((paragraph) => /[\p{L}\p{N}]/u.test(paragraph));
}

/** Lines shorter than this end where their writer wanted it. */
const shortestWrapped = 50;

function unwrapped(paragraph: string): string {
  const lines = paragraph.split("\n").map((line) => line.trim());
  return lines
    .reduce((text, line, index) => {
      const wraps = (lines[index - 1]?.length ?? 0) >= shortestWrapped && !/^(?:[-*•–]|\d+[.)])\s/.test(line);
      return index === 0 ? line : `${text}${wraps ? " " : "\n"}${line}`;
    }, "")
    .trim();
}

/**
 * The paragraphs without what mailing lists and programs put around them: at the head the way to see it in a browser, at the end all from the first
 * word on how to unsubscribe and the like.
 */
export function withoutFooter(paragraphs: readonly string[]): readonly string[] {
  const head = paragraphs.filter(
    (paragraph, index) => index > 3 || paragraph.length > longestLine || !header.test(paragraph),
  );
  const end = head.findIndex(
    (paragraph, index) => index * 2 >= head.length && (ruler.test(paragraph) || isFooter(paragraph)),
  );
  return end <= 0 ? head : head.slice(0, end);
}

const longestLine = 300;

const header =
  /\b(?:view|read|open|see) (?:this|it|the)?\s*(?:e-?mail|message|newsletter|it|online)?\s*(?:in|on) (?:your|a|the) (?:web )?browser\b|^view (?:this )?(?:e-?mail )?online\b/i;

/** What parts a list's own lines from the mail. */
const ruler = /^_{20,}$/m;

function isFooter(paragraph: string): boolean {
  return paragraph.length <= longestLine * 2 && footer.test(paragraph);
}

const footer = new RegExp(
  [
    String.raw`\bunsubscribe\b|\bmanage (?:your )?(?:\w+ )?(?:preferences|subscriptions?)\b|\b(?:update|change) your (?:e-?mail )?preferences\b`,
    String.raw`\byou (?:are|were|have) (?:receiving|received|getting|subscribed)\b.*\b(?:because|this|to)\b|\bthis (?:e-?mail|message) was sent to\b`,
    String.raw`^(?:©|copyright ©|\(c\) )|^sent from my \w+|\bmailing list\n|\bthis (?:e-?mail|message) (?:and any|is confidential|may contain)`,
  ].join("|"),
  "i",
);
