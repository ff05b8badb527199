import { type Span, spansOverlap } from "../../text/span.js";

/** Somebody in an article: where he stands and what he is called. */
export interface JudgedParty {
  readonly spans: readonly Span[];
  /** The words of each name that tell who is meant; none is empty. */
  readonly names: readonly ReadonlySet<string>[];
}

/** The party with these spans and names; those that are `null`, and names without a telling word, are left out. */
export function judgedParty(spans: readonly (Span | null)[], names: readonly (string | null)[]): JudgedParty {
  return {
    spans: spans.filter((span) => span !== null),
    names: names.map((name) => tellingWords(name ?? "")).filter((words) => words.size > 0),
  };
}

/** True where a span of one overlaps one of the other, or a name of one has most words of a name of the other. */
export function sameParty(a: JudgedParty, b: JudgedParty): boolean {
  return (
    a.spans.some((span) => b.spans.some((other) => spansOverlap(span, other))) ||
    a.names.some((name) => b.names.some((other) => alike(name, other)))
  );
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared >= 0.6 * Math.min(a.size, b.size) && shared >= 0.34 * Math.max(a.size, b.size);
}

const small = new Set("the a an of its his her their and in on at to for from by s".split(" "));

// Words are what Python takes for them, of any script: JavaScript's `\b` and `\w` know ASCII alone.
const initials = /(?<![\p{L}\p{N}_])([\p{L}\p{N}_])\.([\p{L}\p{N}_])\.?(?![\p{L}\p{N}_])/gu;
const american = /(?<![\p{L}\p{N}_])(?:united states|americans?|washington)(?![\p{L}\p{N}_])/gu;
const british = /(?<![\p{L}\p{N}_])(?:united kingdom|british|britain|london)(?![\p{L}\p{N}_])/gu;

/** The words of a name that tell who is meant, with the commonest names of two countries as one. */
function tellingWords(name: string): ReadonlySet<string> {
  const plain = name.toLowerCase().replace(initials, "$1$2").replace(american, "us").replace(british, "uk");
  return new Set((plain.match(/[\p{L}\p{N}_]+/gu) ?? []).filter((word) => !small.has(word)));
}
