/**
 * A stretch of a text, `[start, end)`, in UTF-16 code units: `text.slice(start, end)` is what it covers.
 * Empty spans (`start === end`) are allowed as a position, never as evidence.
 */
export type Span = readonly [start: number, end: number];

/** Thrown where a caller asks for a span that no text can have. */
export class SpanError extends Error {
  override readonly name = "SpanError";
}

/**
 * The span from `start` to `end`.
 *
 * @throws {SpanError} unless both are whole numbers and `0 <= start <= end`.
 */
export function spanOf(start: number, end: number): Span {
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end < start) {
    throw new SpanError(
      `Found the span [${start}, ${end}]; expected whole numbers with 0 <= start <= end. Offsets count UTF-16 units of the article's text.`,
    );
  }
  return [start, end];
}

/** How many UTF-16 units the span covers. */
export function spanLength([start, end]: Span): number {
  return end - start;
}

/** True where the two share at least one unit. Spans that only touch do not overlap. */
export function spansOverlap(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1] && spanLength(a) > 0 && spanLength(b) > 0;
}

/** True where any of the one overlaps any of the other. */
export function anySpansOverlap(some: readonly Span[], others: readonly Span[]): boolean {
  return some.some((one) => others.some((other) => spansOverlap(one, other)));
}

/** True where `inner` lies within `outer`; every span contains itself. */
export function spanContains(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** True where the two have the same ends. */
export function spansEqual(a: Span, b: Span): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** The order of reading, for `sort`: by start; of two that start together, the longer first, so that an outer one precedes what it holds. */
export function compareSpans(a: Span, b: Span): number {
  return a[0] - b[0] || b[1] - a[1];
}

/** What both cover, or `null` where they share nothing. */
export function intersectSpans(a: Span, b: Span): Span | null {
  const start = Math.max(a[0], b[0]);
  const end = Math.min(a[1], b[1]);
  return start < end ? [start, end] : null;
}

/** The same units as a list in reading order in which no two overlap or touch. Empty spans are dropped. */
export function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: [number, number][] = [];
  for (const span of [...spans].sort(compareSpans)) {
    if (spanLength(span) === 0) continue;
    const last = merged.at(-1);
    if (last !== undefined && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else merged.push([span[0], span[1]]);
  }
  return merged;
}

/** The span without the leading and trailing units that `outer` matches one at a time; an empty span at its start where all do. */
export function trimSpanOf(text: string, [start, end]: Span, outer: RegExp): Span {
  let from = start;
  let to = end;
  while (from < to && outer.test(text.charAt(from))) from += 1;
  while (to > from && outer.test(text.charAt(to - 1))) to -= 1;
  return from < to ? [from, to] : [start, start];
}
