import { rangeContains } from "../doc/find-ranges.js";
import type { TokenRange } from "../doc/layers.js";
import type { Statement } from "../record/statement.js";
import { type Span, spanContains } from "../text/span.js";
import type { Words } from "./grammar/words.js";
import { toldIn } from "./told-in.js";

/** The clause that tells of a deed, a state or a saying, and so may tell when and where. */
export interface TellingClause {
  /** The words that its circumstances may hang on, its own verb or noun first. */
  readonly anchors: readonly [head: number, ...others: number[]];
  /** Whether a word stands for something else, with circumstances of its own. */
  readonly isOther: (token: number) => boolean;
  /** Whether words may tell of this clause at all. */
  readonly admits: (range: TokenRange) => boolean;
}

/** Whether words may tell of what stands at a span: not those of a statement that the span lies outside of. */
export function admittedBy(span: Span, statements: readonly Statement[], words: Words): TellingClause["admits"] {
  return (range) => {
    const around = toldIn(words.span(range), statements);
    if (around === null || around.content.spans.some((part) => spanContains(part, span))) return true;
    // "Ordered its staff out of the capital on Sunday": what is ordered is told, and the day hangs on the order.
    const cue = around.cue === null ? null : words.range(around.cue.span);
    const [above, told] = [words.head(words.top(range)), words.range(span)];
    return cue !== null && told !== null && rangeContains(cue, above) && rangeContains(told, above);
  };
}
