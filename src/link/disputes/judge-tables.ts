/** Rows of whole numbers from -127 to 127, each row with the number that one step of it stands for. */
export interface JudgeTable {
  readonly rows: number;
  readonly columns: number;
  readonly steps: Float32Array;
  readonly values: Int8Array;
  /** What is added to a product with each row; none where it is empty. */
  readonly bias: Float32Array;
}

/** The tables of a judge by name, and by what attention is divided. */
export interface Tables {
  (name: string): JudgeTable;
  readonly scale: number;
}

/** The file of a judge is not what this version reads. */
export class JudgeBroken extends Error {
  override readonly name = "JudgeBroken";
}

interface Header {
  readonly scale: number;
  readonly tables: readonly {
    readonly name: string;
    readonly rows: number;
    readonly columns: number;
    readonly bias: boolean;
  }[];
}

/** The tables in a file. Throws {@link JudgeBroken} where it ends before they do. */
export function tablesIn(file: Uint8Array): Tables {
  const whole = file.slice();
  const view = new DataView(whole.buffer);
  const length = whole.length < 4 ? whole.length : view.getUint32(0, true);
  const broken = (): JudgeBroken =>
    new JudgeBroken("Found a judge of pairs that this version does not read; install the program again.");
  if (4 + length > whole.length) throw broken();
  const { scale, tables }: Header = JSON.parse(new TextDecoder().decode(whole.subarray(4, 4 + length)));
  const found = new Map<string, JudgeTable>();
  let at = 4 + length;
  const floats = (count: number): Float32Array => {
    const values = Float32Array.from({ length: count }, (_, i) => view.getFloat32(at + 4 * i, true));
    at += 4 * count;
    return values;
  };
  const size = tables.reduce((sum, { rows, columns, bias }) => sum + rows * (columns + (bias ? 8 : 4)), at);
  if (size !== whole.length) throw broken();
  for (const { name, rows, columns, bias } of tables) {
    const steps = floats(rows);
    const values = new Int8Array(whole.buffer, at, rows * columns);
    at += rows * columns;
    found.set(name, { rows, columns, steps, values, bias: floats(bias ? rows : 0) });
  }
  const table = (name: string): JudgeTable => {
    const one = found.get(name);
    if (one === undefined) throw broken();
    return one;
  };
  return Object.assign(table, { scale });
}

/** A row of a table. */
export function row({ columns, steps, values }: JudgeTable, at: number): Float64Array {
  const step = steps[at] ?? 0;
  return Float64Array.from(values.subarray(at * columns, (at + 1) * columns), (value) => value * step);
}

/** A table times a vector, with the bias. */
export function product({ rows, columns, steps, values, bias }: JudgeTable, vector: Float64Array): Float64Array {
  const result = new Float64Array(rows);
  for (let i = 0, at = 0; i < rows; i++) {
    let sum = 0;
    for (let k = 0; k < columns; k++, at++) sum += (values[at] ?? 0) * (vector[k] ?? 0);
    result[i] = sum * (steps[i] ?? 0) + (bias[i] ?? 0);
  }
  return result;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}

/** Each number, zero where it is below. */
export function positive(values: Float64Array): Float64Array {
  return values.map((value) => Math.max(0, value));
}

/** Shares that make up 1, by the numbers as logarithms. */
export function shares(logits: Float64Array): Float64Array {
  const most = Math.max(...logits);
  const parts = logits.map((value) => Math.exp(value - most));
  const sum = parts.reduce((all, part) => all + part, 0);
  return parts.map((part) => part / sum);
}
