import type { Span } from "../text/span.js";

/** At least one stretch of the article: what a claim rests on. The type has no empty value, so a claim without evidence cannot be built. */
export type Evidence = readonly [Span, ...Span[]];

/** The spans as evidence, or `null` where there are none and so nothing may be claimed. */
export function evidenceOf(spans: readonly Span[]): Evidence | null {
  const [first, ...others] = spans;
  return first === undefined ? null : [first, ...others];
}
