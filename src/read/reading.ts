import type { Article } from "../doc/article.js";

/** What came of one input: an article, or the reason why there is none. `input` is what a person would call it: a path, or a line of a stream. */
export type Reading =
  | { readonly kind: "article"; readonly input: string; readonly article: Article }
  | { readonly kind: "unreadable"; readonly input: string; readonly reason: string };

/** The reading of an input that could not be read. `reason` says what was found and what to do. */
export function unreadable(input: string, reason: string): Reading {
  return { kind: "unreadable", input, reason };
}
