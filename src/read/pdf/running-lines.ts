import { mainSize, type PdfLine } from "./reading-order.js";

/** A page as far as its running lines are concerned. */
export interface PageLines {
  readonly number: number;
  readonly segments: readonly PdfLine[];
  readonly top: number;
  readonly bottom: number;
}

/**
 * The segments of all pages that are no part of the text: heads and feet that say the same on several pages, but for a number, and the
 * numbers of pages. They stand in the outermost rows of a page. What is set large on the first page is the title that others repeat.
 */
export function runningLines(pages: readonly PageLines[]): ReadonlySet<PdfLine> {
  const outer = pages.flatMap((page) => outerSegments(page).map((segment) => ({ page: page.number, segment })));
  const groups = new Map<string, Outer[]>();
  for (const one of outer) {
    const key = keyOf(one.segment.text, one.page);
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [one]);
    else same.push(one);
  }
  const title = titleSize(pages[0]);
  return new Set(
    outer
      .filter(({ page, segment }) => page !== pages[0]?.number || segment.size < title)
      .filter((one) => {
        const same = groups.get(keyOf(one.segment.text, one.page)) ?? [];
        return runsOn(one, same, pages.length) || isPageNumber(one.segment.text, one.page);
      })
      .map(({ segment }) => segment),
  );
}

interface Outer {
  readonly page: number;
  readonly segment: PdfLine;
}

function titleSize(page: PageLines | undefined): number {
  return page === undefined || page.segments.length === 0 ? Number.POSITIVE_INFINITY : mainSize(page.segments) * 1.15;
}

/** Whether the same is said on many pages, or in the same place of the next page or the one behind it: chapters have their own heads. */
function runsOn({ page, segment }: Outer, same: readonly Outer[], pages: number): boolean {
  // A small word of a line that is set wide.
  if (/^\p{Ll}+\p{P}?$/u.test(segment.text)) return false;
  if (new Set(same.map((other) => other.page)).size >= Math.max(2, pages * smallestShare)) return true;
  return same.some(
    (other) =>
      other.page !== page && Math.abs(other.page - page) <= 2 && Math.abs(other.segment.top - segment.top) <= samePlace,
  );
}

/** Heads of left and right pages are on every other page. */
const smallestShare = 0.2;
const samePlace = 4;

/** How much of the page's height counts as its head and as its foot. */
const zone = 0.13;
const outermostRows = 3;

function outerSegments({ segments, top, bottom }: PageLines): readonly PdfLine[] {
  const height = (bottom - top) * zone;
  const rows = [...new Set(segments.map((segment) => Math.round(segment.top)))].sort((a, b) => a - b);
  const highest = rows[Math.min(outermostRows, rows.length) - 1] ?? top;
  const lowest = rows[Math.max(0, rows.length - outermostRows)] ?? bottom;
  return segments.filter(
    ({ top: at }) =>
      (at <= top + height && Math.round(at) <= highest) || (at >= bottom - height && Math.round(at) >= lowest),
  );
}

/** What a line says on any page: a number alone counts only where it runs with the pages. */
function keyOf(text: string, page: number): string {
  const plain = text.toLowerCase().replace(/\s+/g, " ").trim();
  const number = bareNumber.exec(plain)?.[1];
  if (number !== undefined) return `#${numberIn(number) - page}`;
  return plain.replace(/\d+/g, "#");
}

const bareNumber = /^[-–—|. ]*(\d{1,4}|[ivxl]{1,7})[-–—|. ]*$/;

/** A number that is the page's own, alone or as "Page 3 of 9". */
function isPageNumber(text: string, page: number): boolean {
  const found = /^[-–—|. ]*(?:page |p\.? ?)?(\d{1,4})(?: ?(?:of|\/) ?\d{1,4})?[-–—|. ]*$/i.exec(text.trim());
  return Number(found?.[1]) === page;
}

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

function numberIn(number: string): number {
  if (/^\d/.test(number)) return Number(number);
  const values = [...number].map((digit) => romanDigits[digit] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
