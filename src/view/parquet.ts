import { parquetWriteBuffer } from "hyparquet-writer";

/** A Parquet file of a table, all of strings, with nulls where a row has nothing. The same rows give the same bytes. */
export function parquetOf(
  columns: readonly string[],
  rows: readonly (readonly (string | null)[])[],
  createdBy: string,
): Uint8Array {
  const columnData = columns.map((name, column) => ({
    name,
    data: rows.map((row) => row[column] ?? null),
    type: "STRING" as const,
    nullable: true,
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy }));
}
