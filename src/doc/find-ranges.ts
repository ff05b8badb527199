import type { Quotation, QuotationLayer, SentenceLayer, TokenRange } from "./layers.js";

/** Whether the range holds the token. */
export function rangeContains({ first, end }: TokenRange, token: number): boolean {
  return first <= token && token < end;
}

/** The tokens of a range, in text order. */
export function tokensOf({ first, end }: TokenRange): readonly number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
}

/** The range that holds the token, of ranges that lie in text order and apart, as names and paragraphs do. */
export function rangeAt<Range extends TokenRange>(ranges: readonly Range[], token: number): Range | undefined {
  const range = ranges[firstFrom(ranges.length, (i) => (ranges[i]?.end ?? 0) > token)];
  return range !== undefined && range.first <= token ? range : undefined;
}

/** The ranges that start within `outer`, of ranges that lie in text order. */
export function rangesWithin<Range extends TokenRange>(ranges: readonly Range[], outer: TokenRange): readonly Range[] {
  const startsAt = (i: number): number => ranges[i]?.first ?? 0;
  return ranges.slice(
    firstFrom(ranges.length, (i) => startsAt(i) >= outer.first),
    firstFrom(ranges.length, (i) => startsAt(i) >= outer.end),
  );
}

/** The quotations of the paragraphs that the range touches, in text order. Long articles have thousands, so they are searched for, not gone through. */
export function quotationsNear(
  { first, end }: TokenRange,
  { quotations }: QuotationLayer,
  { paragraphs }: SentenceLayer,
): readonly Quotation[] {
  const from = rangeAt(paragraphs, first)?.first ?? first;
  const to = rangeAt(paragraphs, end - 1)?.end ?? end;
  const startsAt = (i: number): number => quotations[i]?.inner.first ?? 0;
  return quotations.slice(
    firstFrom(quotations.length, (i) => startsAt(i) >= from),
    firstFrom(quotations.length, (i) => startsAt(i) > to),
  );
}

/** The first of `count` numbers that passes; all behind it must pass too. */
export function firstFrom(count: number, passes: (i: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
