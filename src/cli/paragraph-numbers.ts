import type { Span } from "../text/span.js";

/** The number of the paragraph that a span starts in, counted from 1, the title being the first. */
export function paragraphNumbers(text: string): (span: Span) => number {
  // A paragraph starts at the text's start, or at the start of a line that follows a blank one.
  const starts = [...text.matchAll(/(?:^|\n[^\S\n]*\n)\s*(?=\S)/g)].map((match) => match.index + match[0].length);
  return ([start]) => starts.filter((paragraph) => paragraph <= start).length;
}
