/** A piece of two texts: in both, or in one of them. */
export interface Piece {
  readonly kind: "same" | "out" | "in";
  readonly text: string;
}

/**
 * What became of a text, by paragraphs, and by words within a paragraph that took the place of one: the longest common run of them stays. Texts too
 * long to compare so are given as one that went and one that came.
 */
export function comparedTexts(before: string, after: string): readonly (readonly Piece[])[] {
  const [from, to] = [before, after].map((text) => text.split(/\n\s*\n/));
  const rows: Piece[][] = [];
  let out: string[] = [];
  let into: string[] = [];
  const flush = (): void => {
    for (let at = 0; at < Math.max(out.length, into.length); at++) rows.push(changedParagraph(out[at], into[at]));
    [out, into] = [[], []];
  };
  for (const { kind, text } of compared(from ?? [], to ?? [])) {
    if (kind === "out") out.push(text);
    else if (kind === "in") into.push(text);
    else {
      flush();
      rows.push([{ kind: "same", text }]);
    }
  }
  flush();
  return rows;
}

function changedParagraph(out: string | undefined, into: string | undefined): Piece[] {
  if (out === undefined || into === undefined)
    return [{ kind: into === undefined ? "out" : "in", text: into ?? out ?? "" }];
  return joined(compared(wordsOf(out), wordsOf(into)));
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\s*\S+/g) ?? [];
}

/** So many cells of the table that finds the longest common run: a tenth of a second. */
const mostCells = 4_000_000;

function compared(from: readonly string[], to: readonly string[]): readonly Piece[] {
  const width = to.length + 1;
  if ((from.length + 1) * width > mostCells)
    return [
      ...from.map((text) => ({ kind: "out", text }) as const),
      ...to.map((text) => ({ kind: "in", text }) as const),
    ];
  const longest = new Uint16Array((from.length + 1) * width);
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0;
  for (let row = from.length - 1; row >= 0; row--)
    for (let column = to.length - 1; column >= 0; column--)
      longest[row * width + column] =
        from[row] === to[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const pieces: Piece[] = [];
  let [row, column] = [0, 0];
  while (row < from.length || column < to.length) {
    const [left, right] = [from[row], to[column]];
    if (left !== undefined && left === right) {
      pieces.push({ kind: "same", text: left });
      row++;
      column++;
    } else if (left !== undefined && (right === undefined || at(row + 1, column) >= at(row, column + 1))) {
      pieces.push({ kind: "out", text: left });
      row++;
    } else {
      pieces.push({ kind: "in", text: right ?? "" });
      column++;
    }
  }
  return pieces;
}

function joined(pieces: readonly Piece[]): Piece[] {
  const rows: Piece[] = [];
  for (const piece of pieces) {
    const last = rows.at(-1);
    if (last?.kind === piece.kind) rows[rows.length - 1] = { kind: piece.kind, text: last.text + piece.text };
    else rows.push(piece);
  }
  return rows;
}
