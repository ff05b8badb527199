/** What an archive of texts (WET) has of a page: its title, and its lines without those around the article. */
export interface TextOfPage {
  readonly title: string | null;
  readonly paragraphs: readonly string[];
}

/** A line of an article rather than of a menu: so many words, or the end of a sentence behind half as many. */
const wordsOfLine = 14;

/**
 * The article in the text of a whole page, which has a line for each piece of it and its title first: from its first line of running text to the last, with
 * what stands between them. A page without such a line has no paragraphs.
 */
export function textOfPage(text: string): TextOfPage {
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim());
  const told = lines.filter((line) => /[\p{L}\p{N}]/u.test(line));
  const first = told.findIndex(isRunning);
  const last = told.findLastIndex(isRunning);
  const title = first === 0 ? null : titleIn(told.slice(0, Math.max(first, 1)));
  if (first < 0) return { title, paragraphs: [] };
  const article = told.slice(first, last + 1);
  return { title, paragraphs: article.filter((line, index) => index === 0 || line !== article[index - 1]) };
}

const longestTitle = 200;

/** The first line, or the headline among those behind it that the first has the site's name beside. */
function titleIn([head, ...menu]: readonly string[]): string | null {
  if (head === undefined || head.length > longestTitle) return null;
  const headlines = menu.filter((line) => line.length * 2 >= head.length && head.includes(line));
  return headlines[0] ?? head;
}

function isRunning(line: string): boolean {
  const words = line.match(/\p{L}+/gu)?.length ?? 0;
  return words >= wordsOfLine || (words * 2 >= wordsOfLine && /[.!?…]["”’')\]]*$/.test(line));
}
