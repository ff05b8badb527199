import type { Direction, TimeMeaning } from "./time-meaning.js";

/** The words that a rule's expression named, `""` for those that did not take part. */
export type Named = (name: string) => string;

/** Where an expression stands, as far as its meaning may depend on that. */
export interface TimePlace {
  /** In lower case, by distance from the expression's first token. */
  readonly word: (offset: number) => string;
  readonly upos: (offset: number) => string;
  readonly deprel: (offset: number) => string;
  /** The relation by which the expression hangs on the words around it. */
  readonly topDeprel: () => string;
  readonly capitalised: (offset: number) => boolean;
  /** How many tokens the expression has. */
  readonly length: number;
  /** What the tense of its clause says of it. */
  readonly direction: () => Direction;
}

/**
 * One kind of time expression: how it reads, over tokens in lower case with one space between them, and what it means. `read` gives `null`
 * where the words stand there in another sense.
 */
export interface TimeRule {
  readonly pattern: RegExp;
  readonly read: (named: Named, place: TimePlace) => TimeMeaning | null;
}

/** A rule whose expression has to end where a token ends. Repetitions in `source` are bounded, so that matching takes a bounded time. */
export function timeRule(source: string, read: TimeRule["read"]): TimeRule {
  return { pattern: new RegExp(`(?:${source})(?= |$)`, "y"), read };
}

/** An expression that stands wherever one of the patterns does, so that a place where none does is passed over at one look. */
export function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source.replace(/\(\?<\w+>/g, "(?:")).join("|"), "y");
}

/** A group of that name. */
export function named(name: string, source: string): string {
  return `(?<${name}>${source})`;
}
