import { rangeContains } from "../doc/find-ranges.js";
import type { TokenRange } from "../doc/layers.js";
import type { Statement } from "../record/statement.js";
import { type Span, spanContains } from "../text/span.js";
import { type DependencyPattern, matchAt } from "./grammar/dependency-matcher.js";
import { Token } from "./grammar/token.js";
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

/** The verbs through which a deed may be told to happen, as `verb`, with the deed at the anchor. */
export const carriers: readonly DependencyPattern[] = [
  {
    name: "a verb that has the deed as its complement",
    anchor: { upos: ["VERB"], deprel: ["xcomp"] },
    steps: [
      {
        name: "verb",
        of: "anchor",
        by: "head",
        lemma: ["begin", "start", "continue", "resume", "keep", "stop", "cease", "finish", "proceed", "manage"],
      },
    ],
    examples: [
      ["The troops began [shelling] the port on Monday.", true],
      ["The troops wanted to [shell] the port.", false],
    ],
  },
  {
    name: "a verb that only says that the deed goes on",
    anchor: { deprel: ["nsubj", "nsubj:pass"], upos: ["NOUN", "PROPN", "PRON", "ADJ", "NUM"] },
    steps: [
      {
        name: "verb",
        of: "anchor",
        by: "head",
        upos: ["VERB"],
        lemma: [
          ...["occur", "happen", "begin", "start", "end", "finish", "resume", "continue", "open", "erupt", "conclude"],
          ...["hold", "unfold"],
        ],
      },
    ],
    examples: [
      ["The [talks] began in Geneva.", true],
      ["The [talks] failed in Geneva.", false],
    ],
  },
  {
    name: "taking place",
    anchor: { deprel: ["nsubj"], upos: ["NOUN", "PROPN", "PRON", "ADJ", "NUM"] },
    steps: [
      { name: "verb", of: "anchor", by: "head", upos: ["VERB"], lemma: ["take"] },
      { name: "place", of: "verb", by: "child", deprel: ["obj"], lower: ["place"] },
    ],
    examples: [
      ["The [vote] took place on Sunday.", true],
      ["The [vote] took an hour.", false],
    ],
  },
  {
    name: "what happens through the deed",
    anchor: { deprel: ["obl", "obl:agent"], upos: ["NOUN", "PROPN", "PRON", "ADJ", "NUM"] },
    steps: [
      { name: "link", of: "anchor", by: "child", deprel: ["case"], lower: ["by", "in", "during"] },
      { name: "verb", of: "anchor", by: "head", upos: ["VERB"] },
    ],
    examples: [
      ["Two guards were killed in the [attack].", true],
      ["Two guards were killed after the [attack].", false],
    ],
  },
];

/**
 * The words that the circumstances of a deed may hang on: its own verb or noun, and a verb that it goes on by ("began", "took place") or that happens
 * through it ("were killed in the attack").
 */
export function anchorsOf(head: number, words: Words): TellingClause["anchors"] {
  const deed = new Token(head, words);
  for (const carrier of carriers) {
    const verb = matchAt(deed, carrier)?.verb;
    if (verb !== undefined) return [head, verb.index];
  }
  return [head];
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
