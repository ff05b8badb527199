import type { Span } from "./span.js";

/** Where words of a page begin in a text, and the number of that page. A page that a footnote interrupts begins twice. */
export type PageStart = readonly [start: number, page: number];

/** The page on which the character at `offset` stands, `null` where none is known. `starts` are in text order. */
export function pageAt(starts: readonly PageStart[], offset: number): number | null {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.[0] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return starts[low - 1]?.[1] ?? null;
}

/** The pages that the spans stand on, ascending; none where no pages are known. */
export function pagesOf(starts: readonly PageStart[], spans: readonly Span[]): readonly number[] {
  const pages = new Set<number>();
  for (const [start, end] of spans) {
    const first = pageAt(starts, start);
    if (first !== null) pages.add(first);
    for (const [at, page] of starts) if (at > start && at < end) pages.add(page);
  }
  return [...pages].sort((a, b) => a - b);
}
