import type { Message } from "../text/message.js";
import type { WordPieces } from "./encoder/word-pieces.js";
import { wordsIn } from "./tokens/tokenize.js";

/**
 * So many word pieces of one text are read: about 75,000 words of news, a report of 200 pages. The encoder costs about as much for each piece, whatever
 * it is a piece of, so this keeps an article within a minute and a gigabyte (`npm run bench:lengths` shows what it takes).
 */
export const mostPieces = 100_000;

/** How much of a text is read, and a message that says so where that is not all of it. */
export interface ReadingLimit {
  /** Where reading ends, in UTF-16 units. */
  readonly end: number;
  readonly messages: readonly Message[];
}

/** The limit for a text: its own end, or the end of the last line within `most` pieces; where that line is very long, the end of its last word there. */
export function readingLimit(text: string, pieces: Pick<WordPieces, "idsOf">, most: number = mostPieces): ReadingLimit {
  const beyond = firstBeyond(text, pieces, most);
  if (beyond === null) return { end: text.length, messages: [] };
  const line = text.lastIndexOf("\n", beyond - 1) + 1;
  const end = line > beyond * 0.9 ? line : beyond;
  return { end, messages: [textCut(text, end)] };
}

/** Where the first word starts with which the text has more pieces; `null` where it has not so many. */
function firstBeyond(text: string, pieces: Pick<WordPieces, "idsOf">, most: number): number | null {
  // Hardly any character is more than one piece, so most texts need not be gone through.
  if (text.length <= most) return null;
  let used = 0;
  for (const { word, start } of wordsIn(text)) {
    used += pieces.idsOf(word).length;
    if (used > most) return start;
  }
  return null;
}

function textCut(text: string, end: number): Message {
  const [read, whole] = [end, text.length].map((length) => length.toLocaleString("en-US"));
  return {
    code: "text-cut",
    severity: "warning",
    span: [end, text.length],
    reason: `The text is longer than is read of one article: reading ends after ${read} of its ${whole} characters. The rest is kept and found by search, but nothing is taken from it. Split the text to have all of it read.`,
  };
}
