/**
 * Each row as one text, the same for rows with the same values in whatever order of columns.
 *
 * @param rows which all have the same columns
 */
export function rowTexts(rows: readonly object[]): readonly string[] {
  const columns = Object.keys(rows[0] ?? {}).sort();
  return rows.map((row) => {
    const values: Readonly<Record<string, unknown>> = { ...row };
    return JSON.stringify(columns.map((column) => plain(values[column])));
  });
}

function plain(value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value;
}
