import { type Span, spanOf } from "../../text/span.js";

/** A line of a text and where it starts. */
export interface TextLine {
  readonly text: string;
  readonly start: number;
}

/** A break in the middle of a sentence: behind a long line, before a small letter or behind a word that asks for more. */
const wrapped =
  /(?<=[^\n]{45}(?:[^\s.:;!?](?=\n[\p{Ll}\p{N}])|\b(?:the|of|to|in|with|and|or|near|between|from)))\n(?=[\p{L}\p{N}])/gu;

/** The lines of a text, blank ones too; lines that were broken at some width are one. */
export function textLinesOf(text: string): readonly TextLine[] {
  let start = 0;
  // A space for the break leaves every offset where it was.
  return text
    .replace(wrapped, " ")
    .split("\n")
    .map((one) => {
      const line = { text: one, start };
      start += one.length + 1;
      return line;
    });
}

/** The span in the text of a stretch of one of its lines. */
export function spanIn({ start }: TextLine, [from, to]: readonly [number, number]): Span {
  return spanOf(start + from, start + to);
}
