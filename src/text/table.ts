/** A row of a table, and the line that it stands on, counted from 1. */
export interface NumberedRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/** The rows of a table as {@link parseTable} gives them, each with its line. */
export function numberedRows(text: string): readonly NumberedRow[] {
  return text.split("\n").flatMap((written, index) => {
    if (written.trim() === "" || written.startsWith("#")) return [];
    return [{ line: index + 1, fields: written.split("\t").map((field) => field.trim()) }];
  });
}

/**
 * The rows of a table of knowledge (`data/*.tsv`): fields between tabs, white space around them cut off. Lines that are empty or start
 * with `#` are left out.
 */
export function parseTable(text: string): string[][] {
  return numberedRows(text).map(({ fields }) => [...fields]);
}
