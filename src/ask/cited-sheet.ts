import { groupedBy } from "../link/grouped-by.js";
import { placeOfLine } from "../link/place-of-line.js";
import { parseLineId } from "../store/line-id.js";
import type { Store } from "../store/store.js";
import { recordById } from "../store/stored-records.js";
import type { CitationView } from "../view/citation-view.js";
import { type Point, type Sheet, type SheetRow, withColumns } from "../view/sheets/sheet.js";
import type { CitedSheet } from "../view/sheets/sheet-parts.js";
import { toldCitations } from "./told-citations.js";

/** The sheet with where each row is from and a citation to copy; a sheet that rests on no lines stays as it is. */
export async function citedSheet(store: Store, sheet: Sheet): Promise<CitedSheet> {
  const ids = [...new Set(sheet.rows.flatMap(({ cite }) => cite ?? []))];
  if (ids.length === 0) return { ...sheet, citations: new Map() };
  const { items } = await toldCitations(store, ids);
  const citations = new Map(items.map((one) => [one.id, one]));
  const of = (row: SheetRow): CitationView | undefined => citations.get(row.cite ?? "");
  const cited = withColumns(sheet, {
    outlet: (row) => of(row)?.article.outlet,
    title: (row) => of(row)?.article.title,
    published: (row) => of(row)?.article.published,
    url: (row) => of(row)?.article.url,
    line: (row) => row.cite,
    citation: (row) => of(row)?.citation,
  });
  return { ...cited, citations };
}

/** The sheet with the point of each row whose line tells a place that the gazetteer has. */
export async function placedSheet(store: Store, sheet: Sheet): Promise<Sheet> {
  const points = new Map<string, Point | null>();
  const lines = groupedBy(
    [...new Set(sheet.rows.flatMap(({ cite, point }) => (cite === null || point !== null ? [] : cite)))],
    (id) => parseLineId(id)?.version ?? null,
  );
  for (const [version, ids] of lines) {
    const stored = version === null ? null : await recordById(store, version);
    if (stored === null) continue;
    for (const id of ids) {
      const { lat, lon } = placeOfLine(stored.record, parseLineId(id)?.line ?? "") ?? { lat: null, lon: null };
      points.set(id, lat === null || lon === null ? null : { lat, lon });
    }
  }
  return {
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, point: row.point ?? points.get(row.cite ?? "") ?? null })),
  };
}
