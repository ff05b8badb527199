import { parse } from "csv-parse/sync";
import { readEntry } from "../entries/entry-article.js";
import { type Entry, entryFields, isArticle } from "../entries/entry-fields.js";
import { type FieldNames, fieldKey } from "../entries/field-names.js";
import type { KnownFacts } from "../known-facts.js";
import { decodeText } from "../plain/decode-text.js";
import { type ReadingOrNote, unreadable } from "../reading.js";
import { tableDelimiter } from "../sniff/sniff-text.js";

/** 128 MiB, as for JSON. */
const largestTable = 128 * 1024 * 1024;

/**
 * The articles of a table with a header, CSV or TSV: one for each row, its parts known by the names of the columns. A row that has other cells than
 * the header is named, and the next is read; a table whose columns hold no article gives the reason, with their names.
 */
export async function* readTableArticles(
  bytes: Uint8Array,
  input: string,
  known: KnownFacts,
  names: FieldNames,
): AsyncGenerator<ReadingOrNote> {
  if (bytes.length > largestTable)
    return yield unreadable(input, `this table has ${bytes.length} bytes; up to ${largestTable} are read`);
  const decoding = decodeText(bytes);
  if (decoding.kind === "binary") return yield unreadable(input, "this is binary data, not a table");
  const text = decoding.text.replace(/^\ufeff/, "");
  const { rows, brokenAt } = rowsOf(text, input);
  const [first, ...others] = rows;
  const header = first?.map((name) => name.trim()) ?? [];
  const [missing] = (names.get("given") ?? []).filter(
    (name) => !header.some((one) => fieldKey(one) === fieldKey(name)),
  );
  if (missing !== undefined)
    return yield unreadable(input, `--map names "${missing}", which is no column of this table${columnsIn(header)}`);
  if (!mayHoldArticles(header, names))
    return yield unreadable(
      input,
      `this is a table in which no article is known${columnsIn(header)}; --map text=NAME says which column holds the text`,
    );
  const own: KnownFacts = { ...known, id: null, url: null };
  for (const [index, cells] of others.entries()) {
    const name = `${input}, row ${index + 1}`;
    if (cells.length !== header.length)
      yield unreadable(name, `it has ${cells.length} cells, the header ${header.length}`);
    else yield await readEntry(entryOf(header, cells), name, own, names);
  }
  if (brokenAt !== null) {
    yield unreadable(
      input,
      `the table breaks off behind row ${others.length}: a quotation mark is not closed by line ${brokenAt}`,
    );
  } else if (others.length === 0) yield unreadable(input, "this table has no rows");
}

interface Rows {
  readonly rows: readonly (readonly string[])[];
  /** The line at which no more could be read. */
  readonly brokenAt: number | null;
}

/** The rows with words, each a list of cells, the header first. */
function rowsOf(text: string, input: string): Rows {
  const rows: string[][] = [];
  try {
    parse(text, {
      delimiter: delimiterOf(text, input),
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      on_record: (cells: string[]) => {
        rows.push(cells);
        return null;
      },
    });
    return { rows, brokenAt: null };
  } catch (error) {
    const line = typeof error === "object" && error !== null && "lines" in error ? error.lines : null;
    if (typeof line !== "number") throw error;
    return { rows, brokenAt: line };
  }
}

function delimiterOf(text: string, input: string): string {
  return (
    tableDelimiter(text.slice(0, 4_096)) ?? (/\.tsv(?:\.gz)?$/i.test(input) || /^[^\n]*\t/.test(text) ? "\t" : ",")
  );
}

/** Whether a row in which all cells are full would be an article. */
function mayHoldArticles(header: readonly string[], names: FieldNames): boolean {
  return isArticle(entryFields(Object.fromEntries(header.map((name) => [name, "https://a.example"])), names));
}

function entryOf(header: readonly string[], cells: readonly string[]): Entry {
  return Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ""]));
}

function columnsIn(header: readonly string[]): string {
  const shown = header
    .filter((name) => /^[\p{L}\p{N}_.@:/ -]{1,40}$/u.test(name))
    .slice(0, 8)
    .join(", ");
  return shown === "" ? "" : ` (its columns are ${shown})`;
}
