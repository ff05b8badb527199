import { type Span, spansOverlap } from "../text/span.js";
import type { ExplainedField } from "./explained-line.js";
import type { Passage } from "./explanation-view.js";

/** The paragraphs of a text that hold words of the fields, with those marked; found by blank lines, so that no layer has to be made again. */
export function passagesOfText(text: string, fields: readonly ExplainedField[]): readonly Passage[] {
  const marks = fields.flatMap(({ field, words }) => words.map(({ span }) => ({ field, span })));
  return paragraphSpans(text).flatMap((span, index) => {
    const here = marks.filter((mark) => spansOverlap(mark.span, span));
    return here.length === 0 ? [] : [{ paragraph: index + 1, text: text.slice(...span), span, marks: here }];
  });
}

function paragraphSpans(text: string): readonly Span[] {
  return [...text.matchAll(/\S(?:(?!\n[^\S\n]*\n)[\s\S])*/g)].map(({ index, 0: words }): Span => {
    return [index, index + words.trimEnd().length];
  });
}
