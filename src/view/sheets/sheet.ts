import type { Span } from "../../text/span.js";

/** What a page shows as a table: what every format that a view is handed on in is made of. */
export interface Sheet {
  readonly title: string;
  /** Of which days, what it is narrowed down to, how much there is; in plain words. */
  readonly about: readonly string[];
  /** As `lower_case` words; none is there twice. */
  readonly columns: readonly string[];
  readonly rows: readonly SheetRow[];
  /** Whether there are more rows than a sheet holds. */
  readonly more: boolean;
}

export interface SheetRow {
  /** One for each column; `null` where it has nothing there. */
  readonly cells: readonly (string | null)[];
  /** The heading that it stands under in a document, and the smaller one below that. */
  readonly under: string | null;
  readonly part: string | null;
  /** What it rests on, as citations are asked for: the id of a line, or of an article's version with spans. */
  readonly cite: string | null;
  readonly point: Point | null;
  /** How a document tells it; `null` where it is a row of a table there too. */
  readonly entry: SheetEntry | null;
}

/** In degrees. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

export interface SheetEntry {
  /** Who did what, in a few words. */
  readonly lead: string;
  readonly facts: readonly string[];
  /** Belongs to the entry before it, as a voice to a dispute: that entry is cited by these. */
  readonly within?: boolean;
}

/** The columns of a sheet, in their order, and what stands in them. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => string | number | null | undefined>>;

/** What a row has beside its cells. */
export type Beside = Partial<Omit<SheetRow, "cells">>;

/** A sheet of these rows; empty words are nothing. */
export function sheetOf<Row>(
  about: { readonly title: string; readonly about?: readonly string[]; readonly more?: boolean },
  columns: Columns<Row>,
  rows: readonly Row[],
  beside: (row: Row) => Beside,
): Sheet {
  const named = Object.entries(columns);
  return {
    title: about.title,
    about: about.about ?? [],
    columns: named.map(([name]) => name),
    rows: rows.map((row) => ({
      cells: named.map(([, value]) => written(value(row))),
      ...{ under: null, part: null, cite: null, point: null, entry: null },
      ...beside(row),
    })),
    more: about.more ?? false,
  };
}

function written(value: string | number | null | undefined): string | null {
  return value === null || value === undefined || value === "" ? null : String(value);
}

/** Sheets as one, one after the other, with the columns of all of them. */
export function joinedSheets(title: string, sheets: readonly Sheet[]): Sheet {
  const columns = [...new Set(sheets.flatMap((sheet) => sheet.columns))];
  return {
    title,
    about: [...new Set(sheets.flatMap(({ about }) => about))],
    columns,
    rows: sheets.flatMap((sheet) => {
      const places = columns.map((name) => sheet.columns.indexOf(name));
      return sheet.rows.map((row) => ({ ...row, cells: places.map((at) => row.cells[at] ?? null) }));
    }),
    more: sheets.some(({ more }) => more),
  };
}

/** The sheet with columns behind its own; where a new one of the same name has nothing, the old cell stays. */
export function withColumns(sheet: Sheet, more: Columns<SheetRow>): Sheet {
  const own = sheet.columns.flatMap((name, at) => (Object.hasOwn(more, name) ? [] : [{ name, at }]));
  const added = Object.entries(more).map(([name, value]) => ({ name, value, at: sheet.columns.indexOf(name) }));
  return {
    ...sheet,
    columns: [...own, ...added].map(({ name }) => name),
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: [
        ...own.map(({ at }) => row.cells[at] ?? null),
        ...added.map(({ value, at }) => written(value(row)) ?? row.cells[at] ?? null),
      ],
    })),
  };
}

/** How a citation of words is asked for: by their line or, where they are in none, by the article's version and spans. */
export function citedAs(id: string, spans: readonly Span[] = []): string | null {
  if (/\/[a-z]+_\d+$/.test(id)) return id;
  return spans.length === 0
    ? null
    : `${id}#${spans
        .slice(0, 20)
        .map(([start, end]) => `${start}-${end}`)
        .join(",")}`;
}

/** "1 article", "2 articles". */
export function countedAs(count: number, noun: string, many = `${noun}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? noun : many}`;
}
