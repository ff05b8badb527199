import { oneLine } from "../text/one-line.js";
import type { Span } from "../text/span.js";

/**
 * The words of these spans as one line, `…` where something lies between; where they are so few that nobody could tell what they are about (a
 * number), the sentence around them.
 */
export function quotedWords(text: string, spans: readonly Span[]): string {
  const words = oneLine(spans.map((span) => text.slice(...span)).join(" … "));
  const [first] = spans;
  return words.length >= leastWords || first === undefined ? words : oneLine(sentenceAround(text, first));
}

/** In characters. */
const leastWords = 25;

function sentenceAround(text: string, [start, end]: Span): string {
  const first = starts(text).findLast((one) => one <= start) ?? 0;
  // The last of the words may itself be the point that ends the sentence.
  const after = text.slice(end - 1).search(/[.!?]["”’)]*(?=\s|$)|\n\s*\n/);
  return text.slice(first, after === -1 ? text.length : end + after);
}

/** Where sentences and paragraphs begin, as far as points and capitals tell. */
function starts(text: string): readonly number[] {
  const ends = /[.!?]["”’)]*\s+(?=["“‘(]?[\p{Lu}\d])|\n\s*\n\s*/gu;
  return [...text.matchAll(ends)].map((match) => match.index + match[0].length);
}
