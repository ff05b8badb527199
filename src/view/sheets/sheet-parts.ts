import type { CitationView } from "../citation-view.js";
import type { Sheet, SheetEntry, SheetRow } from "./sheet.js";

/** A sheet with the citations of what its rows rest on, by their ids. */
export interface CitedSheet extends Sheet {
  readonly citations: ReadonlyMap<string, CitationView>;
}

/** What a document sets under one heading: entries, or a table with the columns that are not empty there. */
export interface SheetPart {
  readonly heading: string | null;
  readonly content:
    | { readonly kind: "entries"; readonly entries: readonly DocumentEntry[] }
    | { readonly kind: "table"; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

export interface DocumentEntry extends SheetEntry {
  readonly citation: CitationView | null;
}

/** A sheet as a document has it. */
export function partsOf(sheet: CitedSheet): readonly SheetPart[] {
  return runsOf(sheet.rows).map((rows): SheetPart => {
    const heading = rows[0]?.under ?? null;
    const entries = rows.flatMap(({ entry, cite }) =>
      entry === null ? [] : [{ ...entry, citation: sheet.citations.get(cite ?? "") ?? null }],
    );
    if (entries.length > 0) return { heading, content: { kind: "entries", entries } };
    const used = sheet.columns
      .map((name, at) => ({ name, at }))
      .filter(({ at }) => rows.some(({ cells }) => cells[at]));
    return {
      heading,
      content: {
        kind: "table",
        columns: used.map(({ name }) => name.replaceAll("_", " ")),
        rows: rows.map(({ cells }) => used.map(({ at }) => cells[at] ?? "")),
      },
    };
  });
}

/** Rows that follow one another under one heading, told in one way. */
function runsOf(rows: readonly SheetRow[]): readonly (readonly SheetRow[])[] {
  const runs: SheetRow[][] = [];
  for (const row of rows) {
    const [last] = runs.at(-1) ?? [];
    const goesOn = last !== undefined && last.under === row.under && (last.entry === null) === (row.entry === null);
    if (goesOn) runs.at(-1)?.push(row);
    else runs.push([row]);
  }
  return runs;
}

/** What a sheet says under its title. */
export function aboutLines({ about, more, rows }: Sheet): readonly string[] {
  return [...about, ...(more ? [`the first ${rows.length.toLocaleString("en")} rows; there is more`] : [])];
}
