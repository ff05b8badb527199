/** What this folder uses of a text item of pdf.js. */
export interface PdfItem {
  readonly str: string;
  /** The matrix from text space to the page: scale and rotation, then the position of the baseline's start. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

/** Words that stand together on a page, in points from its left and its top as they read. */
export interface PdfPiece {
  text: string;
  readonly left: number;
  right: number;
  /** Of the baseline. */
  readonly top: number;
  readonly size: number;
  readonly font: string;
  /** Whether white space follows. */
  spaced: boolean;
  /** The how many-th of the page it is drawn as. */
  readonly drawn: number;
}

export interface PagePieces {
  readonly pieces: readonly PdfPiece[];
  /** The upper and the lower edge of the page. */
  readonly top: number;
  readonly bottom: number;
}

/** The pieces of a page, turned upright as most of its text is. Text that runs across it, as watermarks and stamps at the margin do, is left out. */
export function pagePieces(items: readonly PdfItem[], view: readonly number[]): PagePieces {
  const quarters = items.map(quarterOf);
  const quarter = commonest(items, quarters);
  const pieces: PdfPiece[] = [];
  for (const [index, item] of items.entries()) {
    const text = plainLetters(item.str);
    const last = pieces.at(-1);
    if (text.trim() === "") {
      if (last !== undefined && item.str !== "") last.spaced = true;
      continue;
    }
    if (quarters[index] !== quarter) continue;
    const [left, top] = upright(item.transform[4] ?? 0, item.transform[5] ?? 0, quarter);
    const size = Math.hypot(item.transform[2] ?? 0, item.transform[3] ?? 0) || item.height || 1;
    const spaced = /\s$/.test(text);
    if (/^\s/.test(text) && last !== undefined) last.spaced = true;
    pieces.push({
      text: text.trim(),
      left,
      right: left + Math.abs(item.width),
      top,
      size,
      font: item.fontName,
      spaced,
      drawn: pieces.length,
    });
  }
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = view;
  const edges = [upright(x0, y0, quarter)[1], upright(x1, y1, quarter)[1]];
  return { pieces: sane(pieces), top: Math.min(...edges), bottom: Math.max(...edges) };
}

/** By how many quarters of a turn the text is turned, `null` for anything between. */
function quarterOf({ transform }: PdfItem): number | null {
  const turns = Math.atan2(transform[1] ?? 0, transform[0] ?? 1) / (Math.PI / 2);
  const quarter = Math.round(turns);
  return Math.abs(turns - quarter) > 0.1 ? null : (quarter + 4) % 4;
}

function commonest(items: readonly PdfItem[], quarters: readonly (number | null)[]): number {
  const letters = [0, 0, 0, 0];
  for (const [index, item] of items.entries()) {
    const quarter = quarters[index] ?? null;
    if (quarter !== null) letters[quarter] = (letters[quarter] ?? 0) + item.str.trim().length;
  }
  return letters.indexOf(Math.max(...letters));
}

/** The point with its page turned so that the text reads from left to right; the second number grows downwards. */
function upright(x: number, y: number, quarter: number): readonly [number, number] {
  switch (quarter) {
    case 1:
      return [y, x];
    case 2:
      return [-x, y];
    case 3:
      return [-y, -x];
    default:
      return [x, -y];
  }
}

/** Broken files have positions that no page has. */
function sane(pieces: readonly PdfPiece[]): readonly PdfPiece[] {
  return pieces.filter(({ left, right, top, size }) => [left, right, top, size].every((one) => Math.abs(one) < 1e6));
}

/** Ligatures as the letters that they stand for, the hyphens of typesetters as the usual one; what has no Unicode letter at all (private use, control characters) is left out. */
function plainLetters(text: string): string {
  return text
    .replace(/[\ufb00-\ufb06]/g, (one) => one.normalize("NFKC"))
    .replace(/[\u00ad\u2010\u2011]/g, "-")
    .replace(/[\0-\x08\x0b-\x1f\x7f\u200b]/g, "");
}
