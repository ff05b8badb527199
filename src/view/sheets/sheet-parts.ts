import type { CitationView } from "../citation-view.js";
import type { Sheet, SheetEntry, SheetRow } from "./sheet.js";

/** A sheet with the citations of what its rows rest on, by their ids. */
export interface CitedSheet extends Sheet {
  readonly citations: ReadonlyMap<string, CitationView>;
}

/** What a document sets under one heading, `null` where it is that of the part before: entries, or a table with the columns that are not empty there. */
export interface SheetPart {
  readonly heading: string | null;
  readonly part: string | null;
  readonly content:
    | { readonly kind: "entries"; readonly entries: readonly DocumentEntry[] }
    | { readonly kind: "table"; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

export interface DocumentEntry extends SheetEntry {
  readonly citation: CitationView | null;
  /** Whether entries that belong to this one follow. */
  readonly hasMore: boolean;
}

/** A sheet as a document has it. */
export function partsOf(sheet: CitedSheet): readonly SheetPart[] {
  let before: SheetRow | undefined;
  return runsOf(sheet.rows).map((rows): SheetPart => {
    const { under = null, part = null } = rows[0] ?? {};
    const isNew = before?.under !== under;
    const heads = { heading: isNew ? under : null, part: isNew || before?.part !== part ? part : null };
    before = rows[0];
    const entries = rows.flatMap(({ entry, cite }, at) => {
      if (entry === null) return [];
      const hasMore = entry.within !== true && rows[at + 1]?.entry?.within === true;
      return [{ ...entry, hasMore, citation: hasMore ? null : (sheet.citations.get(cite ?? "") ?? null) }];
    });
    if (entries.length > 0) return { ...heads, content: { kind: "entries", entries } };
    const used = sheet.columns
      .map((name, at) => ({ name, at }))
      .filter(({ at }) => rows.some(({ cells }) => cells[at]));
    return {
      ...heads,
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
    const goesOn =
      last !== undefined &&
      last.under === row.under &&
      last.part === row.part &&
      (last.entry === null) === (row.entry === null);
    if (goesOn) runs.at(-1)?.push(row);
    else runs.push([row]);
  }
  return runs;
}

/** A citation in two: its words, and the address that it ends with; `null` where it ends with none of the web, which nothing may open. */
export function citedParts({
  citation,
  article: { url },
}: CitationView): readonly [words: string, address: string | null] {
  const isWeb = url !== null && /^https?:\/\/[^\s<>]+$/i.test(url) && URL.canParse(url);
  return isWeb && citation.endsWith(url) ? [citation.slice(0, -url.length), url] : [citation, null];
}

/** What a sheet says under its title. */
export function aboutLines({ about, more, rows }: Sheet): readonly string[] {
  return [...about, ...(more ? [`the first ${rows.length.toLocaleString("en")} rows; there is more`] : [])];
}
