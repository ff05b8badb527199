import type { PdfPiece } from "./page-pieces.js";

/** A line of text, or the cells of a row of a table with tabs between them. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly size: number;
  /** The font of most of it. */
  readonly font: string;
}

/** Lines below one another: a column, or what stands across columns. */
export type Block = readonly PdfLine[];

/** The blocks of a page in the order in which they are read: columns from left to right, between what stands across them. */
export function blocksInOrder(segments: readonly PdfLine[], within = 0): readonly Block[] {
  if (segments.length === 0) return [];
  const parts = segments.length > mostSegments || within >= deepest ? [{ segments, columns: null }] : partsOf(segments);
  return parts.flatMap(({ segments, columns }) =>
    columns === null ? [rowsOf(segments)] : columns.flatMap((column) => blocksInOrder(column, within + 1)),
  );
}

/** What is wider set than this is no text: looking for columns takes time that grows with the square. */
const mostSegments = 2_000;

/** Columns within columns. */
const deepest = 5;

/** The pieces as stretches of a line with no gap in it that might part two columns. */
export function segmentsOf(pieces: readonly PdfPiece[]): readonly PdfLine[] {
  return rowGroups(pieces).flatMap((row) => {
    const size = mainSize(row);
    const sorted = withoutReferences(row, size).sort((a, b) => a.left - b.left);
    const segments: { readonly pieces: PdfPiece[]; right: number }[] = [];
    const spread = spreadWords(sorted, size);
    for (const piece of sorted) {
      const last = segments.at(-1);
      if (last === undefined || (piece.left - last.right > smallestGap * size && !spread.has(piece))) {
        segments.push({ pieces: [piece], right: piece.right });
        continue;
      }
      last.pieces.push(piece);
      last.right = Math.max(last.right, piece.right);
    }
    return segments.map(({ pieces, right }) => lineOf(pieces, right));
  });
}

/** In heights of a letter: columns are set further apart than this, and words mostly closer. */
const smallestGap = 0.8;

/** What goes on a line whose words are set far apart to fill a narrow column: drawn one after the other, all with the same gap. Cells of a table have gaps of all widths. */
function spreadWords(row: readonly PdfPiece[], size: number): ReadonlySet<PdfPiece> {
  const found = new Set<PdfPiece>();
  let run: PdfPiece[] = [];
  let gaps: number[] = [];
  const close = (): void => {
    if (gaps.length >= fewestSpread) for (const piece of run) found.add(piece);
    [run, gaps] = [[], []];
  };
  for (const [index, piece] of row.entries()) {
    const last = row[index - 1];
    const gap = last === undefined ? 0 : piece.left - last.right;
    const isNext = last !== undefined && piece.drawn === last.drawn + 1 && gap < widestSpread * size;
    const isPart = gap <= 0.15 * size;
    const isEven = isPart || Math.abs(gap - (gaps[0] ?? gap)) < 0.1 * size;
    if (!isNext || !isEven || /\s/.test(piece.text)) close();
    else if (!/\s/.test(last.text)) {
      run.push(piece);
      if (!isPart) gaps.push(gap);
    }
  }
  close();
  return found;
}

/** Gaps: two may be alike by chance. */
const fewestSpread = 2;

/** In heights of a letter. */
const widestSpread = 6;

/** The row without the numbers of notes, raised behind words. */
function withoutReferences(row: readonly PdfPiece[], main: number): PdfPiece[] {
  const words = row.filter(({ size }) => size >= main * 0.85);
  return row.filter(({ text, size, top, left }) => {
    if (size >= main * 0.85 || !/^[\d*†‡,]{1,5}$/.test(text)) return true;
    const [before] = words.filter((word) => Math.abs(left - word.right) < main);
    return before === undefined || top >= before.top - main * 0.15;
  });
}

function rowGroups<One extends { readonly top: number; readonly size: number }>(all: readonly One[]): One[][] {
  const rows: One[][] = [];
  for (const one of [...all].sort((a, b) => a.top - b.top)) {
    const first = rows.at(-1)?.[0];
    if (first !== undefined && one.top - first.top <= 0.45 * Math.max(first.size, one.size)) rows.at(-1)?.push(one);
    else rows.push([one]);
  }
  return rows;
}

/** The size of most letters. */
export function mainSize(all: readonly { readonly size: number; readonly text: string }[]): number {
  return mostOf(
    all,
    ({ size }) => Math.round(size * 10) / 10,
    (rounded) => all.find(({ size }) => Math.round(size * 10) / 10 === rounded)?.size ?? rounded,
  );
}

function mostOf<One extends { readonly text: string }, Key, Result>(
  all: readonly One[],
  keyOf: (one: One) => Key,
  result: (key: Key) => Result,
): Result {
  const letters = new Map<Key, number>();
  for (const one of all) letters.set(keyOf(one), (letters.get(keyOf(one)) ?? 0) + one.text.length);
  const [first] = [...letters].sort(([, a], [, b]) => b - a);
  if (first === undefined) throw new Error("There is no line without a piece.");
  return result(first[0]);
}

function lineOf(pieces: readonly PdfPiece[], right: number): PdfLine {
  const size = mainSize(pieces);
  let text = "";
  let end: PdfPiece | null = null;
  for (const piece of pieces) {
    if (end !== null && end.text === piece.text && piece.left < end.left + size * 0.2) continue;
    const apart = end !== null && (end.spaced || piece.left - end.right > 0.15 * size);
    text += apart ? ` ${piece.text}` : piece.text;
    end = piece;
  }
  return {
    text: text.replace(/\s+/g, " "),
    left: Math.min(...pieces.map(({ left }) => left)),
    right,
    top: pieces.find((piece) => piece.size === size)?.top ?? 0,
    size,
    font: mostOf(
      pieces,
      ({ font }) => font,
      (font) => font,
    ),
  };
}

/** The segments with those of one row put together: words that were set wide, or the cells of a table. */
function rowsOf(segments: readonly PdfLine[]): Block {
  return rowGroups(segments).flatMap((row) => {
    const rows: PdfLine[] = [];
    for (const segment of row.sort((a, b) => a.left - b.left)) {
      const last = rows.at(-1);
      if (last === undefined) rows.push(segment);
      else rows[rows.length - 1] = beside(last, segment);
    }
    return rows;
  });
}

function beside(first: PdfLine, second: PdfLine): PdfLine {
  const size = Math.max(first.size, second.size);
  const isMark = /^(?:\S|\(?\d{1,2}[.)])$/.test(first.text);
  const between = second.left - first.right > widestGap * size && !isMark ? "\t" : " ";
  const main = first.text.length >= second.text.length ? first : second;
  return {
    ...main,
    text: `${first.text}${between}${second.text}`,
    left: first.left,
    right: Math.max(first.right, second.right),
  };
}

/** In heights of a letter: a gap between words of a justified line is smaller, one between the cells of a table wider. */
const widestGap = 2;

interface Part {
  readonly segments: readonly PdfLine[];
  /** The columns, from left to right; `null` where there are none. */
  readonly columns: readonly (readonly PdfLine[])[] | null;
}

/** The page from top to bottom, cut where columns begin and end, by the gap that parts the most lines into two columns. */
function partsOf(segments: readonly PdfLine[]): readonly Part[] {
  const best = gapsOf(segments)
    .map((left) => ({ left, lines: linesParted(segments, left) }))
    .reduce((a, b) => (b.lines > a.lines ? b : a), { left: 0, lines: 0 });
  if (best.lines === 0) return [{ segments, columns: null }];
  const parts: Part[] = [];
  for (const band of bandsOf(segments, best.left)) {
    const isParted = band.across === null && band.left.length > 0 && band.right.length > 0;
    const all = band.across === null ? [...band.left, ...band.right] : [band.across];
    const last = parts.at(-1);
    if (isParted) parts.push(...columnsOf(band));
    else if (last !== undefined && last.columns === null)
      parts[parts.length - 1] = { segments: [...last.segments, ...all], columns: null };
    else parts.push({ segments: all, columns: null });
  }
  return parts;
}

/** The two columns, and by itself what begins below both in other letters, as a heading or notes: it does not go on in the other one. */
function columnsOf({ left, right }: Band): readonly Part[] {
  const bottom = Math.min(extent(left).bottom, extent(right).bottom);
  const longer = extent(left).bottom > bottom ? left : right;
  const font = mostOf(
    longer,
    (line) => line.font,
    (one) => one,
  );
  const size = mainSize(longer);
  const start = longer.findIndex((line, index) => {
    const above = longer[index - 1];
    if (above === undefined || line.top <= bottom + size / 2 || line.top - above.top < headingGap * size) return false;
    return Math.abs(line.size - size) > size * 0.08 || line.font !== font;
  });
  const [tail, rest] = start < 0 ? [[], longer] : [longer.slice(start), longer.slice(0, start)];
  const columns: Part = { segments: [...left, ...right], columns: longer === left ? [rest, right] : [left, rest] };
  return tail.length === 0 ? [columns] : [columns, { segments: tail, columns: null }];
}

/** In heights of a letter: from a column's last line to what begins below it. */
const headingGap = 1.6;

/** Where a column may begin: left edges that several lines share. */
function gapsOf(segments: readonly PdfLine[]): readonly number[] {
  const lefts = segments.map(({ left }) => left).sort((a, b) => a - b);
  const found: number[] = [];
  for (let at = 0; at < lefts.length; ) {
    const first = lefts[at] ?? 0;
    const end = lefts.findIndex((left, index) => index > at && left > first + sameEdge);
    const count = (end < 0 ? lefts.length : end) - at;
    if (count >= fewestLines && at > 0) found.push(first);
    at += count;
  }
  return found.length > mostGaps ? [] : found;
}

const sameEdge = 2;
const fewestLines = 3;
const mostGaps = 60;

interface Band {
  readonly left: PdfLine[];
  readonly right: PdfLine[];
  /** What stands across the gap, by itself. */
  readonly across: PdfLine | null;
}

function bandsOf(segments: readonly PdfLine[], gap: number): readonly Band[] {
  const bands: Band[] = [];
  for (const segment of [...segments].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const side =
      segment.left >= gap - sameEdge
        ? "right"
        : segment.right <= gap - segment.size * smallestGap * 0.75
          ? "left"
          : null;
    const last = bands.at(-1);
    if (side === null) bands.push({ left: [], right: [], across: segment });
    else if (last !== undefined && last.across === null) last[side].push(segment);
    else bands.push({ left: side === "left" ? [segment] : [], right: side === "right" ? [segment] : [], across: null });
  }
  return bands;
}

function linesParted(segments: readonly PdfLine[], gap: number): number {
  return bandsOf(segments, gap)
    .filter(({ left, right }) => isColumn(left) && isColumn(right) && runBeside(left, right))
    .reduce((sum, { left, right }) => sum + left.length + right.length, 0);
}

/** Lines of running text, most of them as wide as the column: the cells of a table are short, and of all widths. */
function isColumn(lines: readonly PdfLine[]): boolean {
  if (lines.length < fewestLines) return false;
  const rows = rowsOf(lines);
  const width = Math.max(...rows.map(({ right }) => right)) - Math.min(...rows.map(({ left }) => left));
  const filled = rows.reduce((sum, { left, right }) => sum + right - left, 0) / rows.length;
  const letters = rows.reduce((sum, { text }) => sum + text.length, 0) / rows.length;
  return rows.length >= fewestLines && letters >= fewestLetters && filled >= width * 0.5;
}

const fewestLetters = 18;

function runBeside(left: readonly PdfLine[], right: readonly PdfLine[]): boolean {
  const [a, b] = [extent(left), extent(right)];
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared >= 0.3 * Math.min(a.bottom - a.top, b.bottom - b.top);
}

function extent(lines: readonly PdfLine[]): { readonly top: number; readonly bottom: number } {
  const tops = lines.map(({ top }) => top);
  return { top: Math.min(...tops), bottom: Math.max(...tops) };
}
