import { numberedRows } from "../text/table.js";

/** Where something written down stands: the table in `data/`, the line, and the row with "|" between its fields. */
export interface TableRow {
  readonly table: string;
  readonly line: number;
  readonly text: string;
}

/** A row of a table of `data/` that knows how to complain. */
export interface Row {
  readonly source: TableRow;
  /** The field in a column, counted from 0. */
  readonly field: (column: number) => string;
  /** Throws a {@link TableError} that names the table and the row. */
  readonly fail: (found: string, expected: string) => never;
}

/** Classes of words by their names: `@weapons`. */
export type Classes = ReadonlyMap<string, readonly string[]>;

/** The rows of a table. Throws a {@link TableError} where one has another number of fields than `columns`, if that is given. */
export function rowsOf(table: string, text: string, columns?: number): readonly Row[] {
  return numberedRows(text).map(({ line, fields }) => {
    const source = { table, line, text: fields.join(" | ") };
    const fail = (found: string, expected: string): never => {
      throw new TableError(`Found ${found} in the row "${source.text}" of data/${table}; expected ${expected}.`);
    };
    if (columns !== undefined && fields.length !== columns)
      fail(`${fields.length} fields`, `${columns}, with tabs between them`);
    return { source, field: (column) => fields[column] ?? "", fail };
  });
}

/** The classes of a table of two columns, name and words; a class may go on over several rows and hold classes that stand above it. */
export function classesOf(table: string, text: string): Classes {
  const classes = new Map<string, string[]>();
  for (const row of rowsOf(table, text, 2)) {
    const name = row.field(0);
    if (!/^@[a-z-]+$/.test(name)) row.fail(`"${name}"`, "the name of a class, as @weapons");
    classes.set(name, [...(classes.get(name) ?? []), ...alternatives(row, row.field(1), classes)]);
  }
  return classes;
}

/** The words of a field, parted by "|", with the words of a class in its place. */
export function alternatives(row: Row, field: string, classes: Classes): readonly string[] {
  return field.split("|").flatMap((written) => {
    const word = written.trim();
    if (word === "") return row.fail("an empty word", 'words with "|" between them');
    if (!word.startsWith("@")) return [word];
    return classes.get(word) ?? row.fail(`the class ${word}`, "one that the table of classes defines");
  });
}

/** The field, `null` for the dash that stands for nothing. */
export function unlessDash(field: string): string | null {
  return field === "-" ? null : field;
}

/** The value that the field names; complains where it is none of those allowed. */
export function oneOf<Value extends string>(row: Row, found: string, allowed: readonly Value[]): Value {
  return allowed.find((value) => value === found) ?? row.fail(`"${found}"`, `one of ${allowed.join(", ")}`);
}

/** A table of `data/` has a row that the program cannot use. */
class TableError extends Error {
  override readonly name = "TableError";
}
