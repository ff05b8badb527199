import type { EdgeView, NodeView } from "../../../src/view/network-view.js";
import { keyOfEdge } from "./network-layout.js";

/** Who does what to whom, a row for each who acts and a column for each whom it is done to. */
export interface NetworkMatrix {
  /** Those told of by the most origins first. */
  readonly rows: readonly NodeView[];
  readonly columns: readonly NodeView[];
  /** The filled ones, row by row. */
  readonly cells: readonly MatrixCell[];
}

export interface MatrixCell {
  readonly row: number;
  readonly column: number;
  /** One of each kind, the most told first. */
  readonly edges: readonly EdgeView[];
}

/** So many edges can be told apart in a picture of circles and lines. */
const mostInPicture = 18;

/** Whether a picture would be a knot, so that a matrix reads better. */
export function isDense(edges: readonly EdgeView[]): boolean {
  return edges.length > mostInPicture;
}

export function networkMatrix(nodes: readonly NodeView[], edges: readonly EdgeView[]): NetworkMatrix {
  const rows = nodes.filter(({ id }) => edges.some(({ from }) => from === id));
  const columns = nodes.filter(({ id }) => edges.some(({ to }) => to === id));
  const cells = rows.flatMap(({ id: from }, row) =>
    columns.flatMap(({ id: to }, column): readonly MatrixCell[] => {
      const own = edges.filter((edge) => edge.from === from && edge.to === to);
      return own.length === 0 ? [] : [{ row, column, edges: own }];
    }),
  );
  return { rows, columns, cells };
}

/** The edge that an arrow key leads to from another: along its row, or the nearest one of the next row that way. `null` where there is none. */
export function nextInMatrix({ cells }: NetworkMatrix, from: string, arrow: string): EdgeView | null {
  const flat = cells.flatMap(({ row, column, edges }) => edges.map((edge) => ({ row, column, edge })));
  const at = flat.findIndex(({ edge }) => keyOfEdge(edge) === from);
  const here = flat[at];
  if (here === undefined) return flat[0]?.edge ?? null;
  if (arrow === "ArrowLeft" || arrow === "ArrowRight") return flat[at + (arrow === "ArrowLeft" ? -1 : 1)]?.edge ?? null;
  const down = arrow === "ArrowDown";
  const [next] = flat
    .filter(({ row }) => (down ? row > here.row : row < here.row))
    .sort(
      (a, b) =>
        Math.abs(a.row - here.row) - Math.abs(b.row - here.row) ||
        Math.abs(a.column - here.column) - Math.abs(b.column - here.column),
    );
  return next?.edge ?? null;
}
