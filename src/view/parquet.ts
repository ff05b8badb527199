import { parquetWriteBuffer } from "hyparquet-writer";
import { lineColumns } from "./csv.js";

/** A Parquet file of lines: the columns of the CSV, all of strings, with nulls where a line has nothing. The same rows give the same bytes. */
export function parquetOf(rows: readonly (readonly (string | null)[])[], createdBy: string): Uint8Array {
  const columnData = lineColumns.map((name, column) => ({
    name,
    data: rows.map((row) => row[column] ?? null),
    type: "STRING" as const,
    nullable: true,
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy }));
}
