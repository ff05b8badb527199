import { rangeContains } from "../doc/find-ranges.js";
import type { TokenRange } from "../doc/layers.js";
import type { Statement } from "../record/statement.js";
import { type Span, spanContains } from "../text/span.js";
import { child, prepositionOf } from "./grammar/clause.js";
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

/** Verbs that only say that something goes on: "talks began in Geneva". */
const happening = /^(?:occur|happen|begin|start|end|finish|resume|continue|open|erupt|conclude|hold|unfold)$/;

/** Verbs that have a deed as their complement and happen with it: "began shelling". */
const aspectual = /^(?:begin|start|continue|resume|keep|stop|cease|finish|proceed|manage)$/;

/**
 * The words that the circumstances of a deed may hang on, its own verb or noun first: also the noun that tells what was done ("launched an
 * attack"), a verb that it goes on by ("began", "took place"), and the verb that happens through it ("were killed in the attack").
 */
export function anchorsOf(head: number, theme: number | null, words: Words): TellingClause["anchors"] {
  const above = words.upos(head) === "VERB" ? aspectOf(head, words) : verbOfNoun(head, words);
  return [head, ...(theme === null ? [] : [theme]), ...(above === null ? [] : [above])];
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

function aspectOf(verb: number, words: Words): number | null {
  const above = words.head(verb);
  return words.deprel(verb) === "xcomp" && aspectual.test(words.lemma(above)) ? above : null;
}

function verbOfNoun(noun: number, words: Words): number | null {
  const verb = words.head(noun);
  if (verb === noun || words.upos(verb) !== "VERB") return null;
  if (/^nsubj/.test(words.deprel(noun))) return goesOn(verb, words) ? verb : null;
  const through = /^obl/.test(words.deprel(noun)) && /^(?:by|in|during)$/.test(prepositionOf(noun, words) ?? "");
  return through ? verb : null;
}

function goesOn(verb: number, words: Words): boolean {
  if (happening.test(words.lemma(verb))) return true;
  const object = child(verb, words, /^obj$/);
  return words.lemma(verb) === "take" && object !== null && words.lower(object) === "place";
}
