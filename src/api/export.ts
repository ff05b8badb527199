import { z } from "zod";
import { citedSheet, placedSheet } from "../ask/cited-sheet.js";
import { hiddenAmong, toldEvidence } from "../ask/told-evidence.js";
import { version } from "../run/version.js";
import type { Sheet } from "../view/sheets/sheet.js";
import { sheetCsv, sheetGeoJson, sheetJsonLines } from "../view/sheets/sheet-files.js";
import { sheetMarkdown } from "../view/sheets/sheet-markdown.js";
import { type Asking, partsOfView, sheetOfView } from "./exported-views.js";
import { Refusal } from "./refusal.js";
import { resource } from "./resource.js";

/** What a view is handed on as, and how such a file ends. */
export const exportFormats = {
  csv: { name: "csv", type: "text/csv; charset=utf-8" },
  parquet: { name: "parquet", type: "application/vnd.apache.parquet" },
  geojson: { name: "geojson", type: "application/geo+json" },
  markdown: { name: "md", type: "text/markdown; charset=utf-8" },
  docx: { name: "docx", type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  jsonl: { name: "jsonl", type: "application/x-ndjson" },
  bundle: { name: "zip", type: "application/zip" },
} as const;

export type ExportFormat = keyof typeof exportFormats;

/** What such a file is, on its way through JSON. */
export const exportedFileSchema = z.strictObject({
  name: z.string(),
  type: z.string(),
  bytes: z.base64(),
});

/** `/api/export`: a page of the desk as a file. What it answers goes out as that file. */
export const exportResource = resource({
  path: "/api/export",
  summary:
    "A page of the desk as a file: its rows with a citation each, as CSV, Parquet, GeoJSON (those with a place), Markdown, Word or JSON Lines; or an evidence bundle of the lines on it.",
  query: z.strictObject({
    view: z.string().min(1).max(8_000).describe("The address of the page, as /disputes?country=FR."),
    format: z.enum(Object.keys(exportFormats) as [ExportFormat, ...ExportFormat[]]),
  }),
  answers: exportedFileSchema,
  answer: async ({ query: { view, format }, ...asking }) => {
    const sheet = await sheetOfView(view, asking);
    const content = await contentOf(sheet, format, viewIn(view), asking);
    const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : Buffer.from(content);
    const { name, type } = exportFormats[format];
    return { name: `${fileName(sheet.title)}.${name}`, type, bytes: bytes.toString("base64") };
  },
});

async function contentOf(
  sheet: Sheet,
  format: ExportFormat,
  view: string,
  asking: Asking,
): Promise<string | Uint8Array> {
  const { store, effects } = asking;
  const cited = await citedSheet(store, sheet);
  switch (format) {
    case "csv":
      return sheetCsv(cited);
    case "jsonl":
      return sheetJsonLines(cited);
    case "geojson":
      return sheetGeoJson(await placedSheet(store, cited));
    case "markdown":
      return sheetMarkdown(cited, view);
    case "parquet": {
      const { parquetOf } = await import("../view/parquet.js");
      const cells = cited.rows.map((row) => row.cells);
      return parquetOf(cited.columns, cells, `sitrep ${version}`);
    }
    case "docx": {
      const { sheetDocument } = await import("../view/sheets/sheet-document.js");
      return sheetDocument(cited, view, `sitrep ${version}`);
    }
    case "bundle": {
      const hidden = new Set(hiddenAmong([...cited.citations.values()]));
      const chosen = [...cited.citations.values()].filter(({ id, kind }) => kind !== "words" && !hidden.has(id));
      if (chosen.length === 0) {
        throw new Refusal(
          "bad_request",
          "There is no line on this page; a bundle is of lines and their articles.",
          "view",
        );
      }
      return toldEvidence(store, chosen, { view }, effects);
    }
  }
}

/** The address without the server that it was opened at. */
function viewIn(address: string): string {
  const { path, query } = partsOfView(address);
  return query.size === 0 ? path : `${path}?${query}`;
}

/** A title as the name of a file on any system. */
function fileName(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "")
    .toLowerCase();
  return words === "" ? "sitrep" : words;
}
