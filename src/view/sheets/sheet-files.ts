import { csvRow } from "../csv.js";
import { geoJsonFrame } from "../geojson.js";
import type { Sheet } from "./sheet.js";

/** A sheet as CSV (RFC 4180), with a mark that it is UTF-8, without which spreadsheets take it for something else. */
export function sheetCsv({ columns, rows }: Sheet): string {
  const lines = rows.map(({ cells }) => csvRow(cells.map((cell) => cell ?? "")));
  return `\uFEFF${csvRow(columns)}${lines.join("")}`;
}

/** The rows that have a point, as GeoJSON (RFC 7946). */
export function sheetGeoJson({ columns, rows }: Sheet): string {
  const features = rows.flatMap(({ cells, point, cite }) => {
    if (point === null) return [];
    const properties = Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? null]));
    const geometry = { type: "Point", coordinates: [point.lon, point.lat] };
    return [JSON.stringify({ type: "Feature", ...(cite === null ? {} : { id: cite }), geometry, properties })];
  });
  return `${geoJsonFrame.start}${features.join(geoJsonFrame.between)}${geoJsonFrame.end}`;
}

/** One JSON object a row. */
export function sheetJsonLines({ columns, rows }: Sheet): string {
  return rows
    .map(({ cells }) => `${JSON.stringify(Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? null])))}\n`)
    .join("");
}
