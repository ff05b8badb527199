import { type Span, spanOf } from "../../text/span.js";

/** A line of a text and where it starts. */
export interface Line {
  readonly text: string;
  readonly start: number;
}

/** The lines of a text, blank ones too. */
export function linesOf(text: string): readonly Line[] {
  let start = 0;
  return text.split("\n").map((one) => {
    const line = { text: one, start };
    start += one.length + 1;
    return line;
  });
}

/** The span in the text of a stretch of one of its lines. */
export function spanIn({ start }: Line, [from, to]: readonly [number, number]): Span {
  return spanOf(start + from, start + to);
}
