import { Command, InvalidArgumentError, Option } from "commander";
import { judgedLines } from "../ask/judged-lines.js";
import { toldCitations } from "../ask/told-citations.js";
import { claimsOf } from "../link/corrections/find-anchored.js";
import type { Effects } from "../run/effects.js";
import { readEvidenceFiles } from "../run/evidence-files.js";
import { version } from "../run/version.js";
import { lineId } from "../store/line-id.js";
import { findCorrections } from "../store/queries/corrections.js";
import { provenanceOf } from "../store/queries/provenance.js";
import { openStoreForReading, type Store } from "../store/store.js";
import { recordById, type StoredRecord, storedRecords } from "../store/stored-records.js";
import type { CitationView } from "../view/citation-view.js";
import { citationsMarkdown } from "../view/citations-markdown.js";
import { csvHeader, csvLines, lineRows } from "../view/csv.js";
import type { Evidence } from "../view/evidence-bundle.js";
import { geoJsonFeatures, geoJsonFrame } from "../view/geojson.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import { dateRangeOptions } from "./question-options.js";

interface ExportOptions extends DatabaseOption {
  readonly format: "jsonl" | "csv" | "geojson" | "parquet" | "markdown";
  readonly out?: string;
  readonly bundle?: string;
  readonly line?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly allVersions?: true;
}

/** `sitrep export`: prints what the database has, for other programs. */
export function exportCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  const command = new Command("export")
    .summary("print the whole database, for other programs")
    .description(
      "Prints every record, one JSON object a line; every statement, action, posture and stance as a row of CSV or Parquet; those that tell a place as GeoJSON; each with its citation as Markdown; or writes an evidence bundle that a person can check by hand.",
    )
    .addOption(
      new Option("--format <format>", "what to print")
        .choices(["jsonl", "csv", "geojson", "parquet", "markdown"])
        .default("jsonl"),
    )
    .addOption(new Option("--out <file>", "write Parquet to this file; it is no text to print").argParser(checkedPath))
    .addOption(
      new Option("--bundle <file>", "write an evidence bundle to this zip file instead").argParser(checkedPath),
    )
    .addOption(new Option("--line <ids...>", "only these lines, for Markdown and bundles"))
    .option("--all-versions", "with the versions of articles that later ones replace")
    .addOption(databaseOption())
    .addHelpText(
      "after",
      "\nExamples:\n  sitrep export > records.jsonl\n  sitrep export --format csv --since 2031-03-04 > lines.csv\n  sitrep export --format parquet --out lines.parquet\n  sitrep export --bundle evidence.zip --since 2031-03-04\n  sitrep export --bundle chosen.zip --line art_5c34f14789777e74/st_3 art_5c34f14789777e74/po_1",
    )
    .action(async (options: ExportOptions) => exit(await exportAll(options, effects)));
  for (const option of dateRangeOptions()) command.addOption(option);
  return command;
}

async function exportAll(options: ExportOptions, effects: Effects): Promise<ExitStatus> {
  const { db, format, out, bundle } = options;
  if (bundle === undefined && (format === "parquet") !== (out !== undefined)) {
    effects.report("sitrep: --format parquet and --out go together; the other formats are printed\n");
    return 2;
  }
  if (options.line !== undefined && bundle === undefined && format !== "markdown") {
    effects.report("sitrep: --line goes with --format markdown and with --bundle; the other formats print all lines\n");
    return 2;
  }
  const store = openStoreForReading(db);
  try {
    const chosen = options.line === undefined ? null : await toldCitations(store, options.line);
    if (chosen !== null && chosen.missing.length > 0) {
      effects.report(`sitrep: the database has no line ${chosen.missing.join(", ")}\n`);
      return 2;
    }
    const hidden = chosen?.items.filter(({ corrections }) => corrections.some(({ kind }) => kind === "hide")) ?? [];
    if (hidden.length > 0) {
      effects.report(`sitrep: hidden lines are not handed on: ${hidden.map(({ id }) => id).join(", ")}\n`);
      return 2;
    }
    if (chosen !== null && bundle === undefined) {
      await effects.print(citationsMarkdown(chosen.items));
      return 0;
    }
    if (bundle !== undefined)
      return await writeOut(bundle, await bundleOf(store, options, chosen?.items ?? null, effects), effects);
    if (out !== undefined) return await writeOut(out, await parquetIn(store, options), effects);
    await printAll(store, options, effects);
    return 0;
  } finally {
    await store.close();
  }
}

async function printAll(store: Store, options: ExportOptions, { print }: Effects): Promise<void> {
  const { format } = options;
  let first = true;
  if (format === "csv") await print(csvHeader);
  if (format === "geojson") await print(geoJsonFrame.start);
  for await (const stored of recordsIn(store, options)) {
    if (format === "markdown") {
      const ids = claimsOf(stored.record).map(({ line }) => lineId(stored.record.article.id, line.id));
      if (ids.length > 0) await print(`${citationsMarkdown((await toldCitations(store, ids)).items)}\n`);
      continue;
    }
    if (format !== "geojson") {
      await print(format === "csv" ? csvLines(stored, await judgedLines(store, stored)) : recordLine(stored));
      continue;
    }
    for (const feature of geoJsonFeatures(stored)) {
      await print(first ? feature : `${geoJsonFrame.between}${feature}`);
      first = false;
    }
  }
  if (format === "geojson") await print(geoJsonFrame.end);
}

/** The record; where people corrected it, with what they did. */
function recordLine({ record, marks }: StoredRecord): string {
  return `${JSON.stringify(marks.length === 0 ? record : { ...record, corrections: marks })}\n`;
}

async function* recordsIn(store: Store, { since, until, allVersions }: ExportOptions): AsyncGenerator<StoredRecord> {
  for await (const stored of storedRecords(store, { since, until })) {
    if (stored.newest || allVersions) yield stored;
  }
}

async function parquetIn(store: Store, options: ExportOptions): Promise<Uint8Array> {
  const { parquetOf } = await import("../view/parquet.js");
  const rows = [];
  for await (const stored of recordsIn(store, options))
    rows.push(...lineRows(stored, await judgedLines(store, stored)));
  return parquetOf(rows, `sitrep ${version}`);
}

async function bundleOf(
  store: Store,
  options: ExportOptions,
  chosen: readonly CitationView[] | null,
  effects: Effects,
): Promise<Uint8Array> {
  const { evidenceBundle } = await import("../view/evidence-bundle.js");
  const articles: Evidence["articles"][number][] = [];
  for await (const stored of chosen === null ? recordsIn(store, options) : recordsOf(store, chosen)) {
    articles.push({ stored, provenance: await provenanceOf(store, stored.key) });
  }
  const { since = null, until = null, allVersions = false } = options;
  return evidenceBundle({
    articles,
    corrections: await findCorrections(store),
    question: {
      since,
      until,
      allVersions,
      ...(chosen === null ? {} : { lines: chosen.map(({ id }) => id).join(" ") }),
    },
    chosen,
    producer: `sitrep ${version}`,
    ...(await readEvidenceFiles(effects)),
  });
}

/** The records that chosen lines are of, in the order in which they were chosen. */
async function* recordsOf(store: Store, chosen: readonly CitationView[]): AsyncGenerator<StoredRecord> {
  for (const id of new Set(chosen.map(({ article }) => article.id))) {
    const stored = await recordById(store, id);
    if (stored !== null) yield stored;
  }
}

async function writeOut(path: string, bytes: Uint8Array, { writeFile, report }: Effects): Promise<ExitStatus> {
  try {
    await writeFile(path, bytes);
    return 0;
  } catch (error) {
    report(`sitrep: ${path}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function checkedPath(path: string): string {
  if (path.trim() === "") throw new InvalidArgumentError("Expected the path of a file.");
  return path;
}
