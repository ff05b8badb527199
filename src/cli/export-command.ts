import { Command, InvalidArgumentError, Option } from "commander";
import { answerTo } from "../api/answering/answer-to.js";
import { openRecordReader } from "../api/answering/record-reader.js";
import { exportedFileSchema, exportResource } from "../api/export.js";
import { partsOfView, selectionOf } from "../api/exported-views.js";
import { Refusal } from "../api/refusal.js";
import { judgedLines } from "../ask/judged-lines.js";
import { askedDays } from "../ask/period-of.js";
import { toldCitations } from "../ask/told-citations.js";
import { hiddenAmong, toldEvidence } from "../ask/told-evidence.js";
import { correctableLines } from "../link/corrections/find-anchored.js";
import type { Effects } from "../run/effects.js";
import { version } from "../run/version.js";
import { lineId } from "../store/line-id.js";
import type { Store } from "../store/store.js";
import { type StoredRecord, storedRecords } from "../store/stored-records.js";
import type { CitationView } from "../view/citation-view.js";
import { citationsMarkdown } from "../view/citations-markdown.js";
import { csvHeader, csvLines, lineColumns, lineRows } from "../view/csv.js";
import { geoJsonFeatures, geoJsonFrame } from "../view/geojson.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import { dateRangeOptions } from "./question-options.js";
import { withRecord } from "./with-record.js";

interface ExportOptions extends DatabaseOption {
  readonly format: "jsonl" | "csv" | "geojson" | "parquet" | "markdown" | "docx";
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
    .summary("export the whole database, or a page of the desk")
    .argument(
      "[view]",
      "the address of a page of the desk, as /disputes or http://127.0.0.1:4311/disputes?country=FR",
      checkedPath,
    )
    .description(
      "Prints the whole database: each record as a line of JSON, each statement, action, posture and stance as a row of CSV or Parquet, those with a place as GeoJSON, or each with its citation as Markdown. Or writes an evidence bundle that anybody can check. With a view, exports that page of the desk, as its menu “Hand on” does, each line with its citation; also as a Word document.",
    )
    .addOption(
      new Option("--format <format>", "the format")
        .choices(["jsonl", "csv", "geojson", "parquet", "markdown", "docx"])
        .default("jsonl"),
    )
    .addOption(new Option("--out <file>", "write to this file; required for Parquet and Word").argParser(checkedPath))
    .addOption(
      new Option("--bundle <file>", "write an evidence bundle to this zip file instead").argParser(checkedPath),
    )
    .addOption(new Option("--line <ids...>", "only these lines"))
    .option("--all-versions", "include versions of articles that later ones replaced")
    .addOption(databaseOption())
    .addHelpText(
      "after",
      "\nExamples:\n  sitrep export > records.jsonl\n  sitrep export --format csv --since 2031-03-04 > lines.csv\n  sitrep export --format parquet --out lines.parquet\n  sitrep export '/disputes?country=FR' --format docx --out disputes.docx\n  sitrep export --bundle evidence.zip --since 2031-03-04\n  sitrep export --bundle chosen.zip --line art_5c34f14789777e74/st_3 art_5c34f14789777e74/po_1",
    )
    .action(async (view: string | undefined, options: ExportOptions) => exit(await exportAll(view, options, effects)));
  for (const option of dateRangeOptions()) command.addOption(option);
  return command;
}

async function exportAll(view: string | undefined, options: ExportOptions, effects: Effects): Promise<ExitStatus> {
  const fault = faultOf(view, options);
  if (fault !== null) {
    effects.report(`sitrep: ${fault}\n`);
    return 2;
  }
  const { db, format, out, bundle, line } = options;
  const isList = bundle !== undefined || format === "markdown";
  if (view !== undefined) return exportView(view, options, effects);
  if (line !== undefined && !isList) return exportView(selectionOf(line), options, effects);
  return await withRecord(db, async (store) => {
    const chosen = line === undefined ? null : await toldCitations(store, line);
    if (chosen !== null && chosen.missing.length > 0) {
      effects.report(`sitrep: the database has no line ${chosen.missing.join(", ")}\n`);
      return 2;
    }
    const hidden = hiddenAmong(chosen?.items ?? []);
    if (hidden.length > 0) {
      effects.report(`sitrep: rejected lines are not exported: ${hidden.join(", ")}\n`);
      return 2;
    }
    if (bundle !== undefined)
      return await writeOut(bundle, await bundleOf(store, options, chosen?.items ?? null, effects), effects);
    if (format === "parquet" && out !== undefined) return await writeOut(out, await parquetIn(store, options), effects);
    if (out !== undefined)
      return await writeText(out, (to) => printLines(store, options, chosen?.items ?? null, to), effects);
    await printLines(store, options, chosen?.items ?? null, effects.print);
    return 0;
  });
}

/** What does not go together, `null` where all does. */
function faultOf(
  view: string | undefined,
  { format, out, bundle, line, since, until, allVersions }: ExportOptions,
): string | null {
  const isFile = format === "parquet" || format === "docx";
  if (bundle === undefined && isFile && out === undefined)
    return `--format ${format} needs --out, and --out works only with it; the other formats are printed`;
  if (bundle !== undefined && out !== undefined) return "--bundle already names the file; leave out --out";
  if (view !== undefined && (line !== undefined || since !== undefined || until !== undefined || allVersions))
    return "the address of a view already says what is in it; leave out --line, --since, --until and --all-versions";
  if (view === undefined && format === "docx" && line === undefined && bundle === undefined)
    return "a Word document needs a view or lines: give the address of a page of the desk, as /disputes, or --line";
  return null;
}

/** A page of the desk, as the desk hands it on. */
async function exportView(
  view: string,
  { db, format, out, bundle }: ExportOptions,
  effects: Effects,
): Promise<ExitStatus> {
  const as_of = partsOfView(view).query.get("as_of");
  const query = { view, format: bundle === undefined ? format : "bundle", ...(as_of === null ? {} : { as_of }) };
  const reader = await openRecordReader(db);
  try {
    const request = { url: view, params: {}, query, mayCorrect: false };
    const file = exportedFileSchema.parse(JSON.parse(await answerTo(exportResource, request, reader, effects)));
    const bytes = Buffer.from(file.bytes, "base64");
    const path = bundle ?? out;
    if (path !== undefined) return await writeOut(path, new Uint8Array(bytes), effects);
    await effects.print(bytes.toString("utf8"));
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    effects.report(`sitrep: ${error.message}\n`);
    return error.code === "not_found" ? 1 : 2;
  } finally {
    await reader.close();
  }
}

type Print = Effects["print"];

async function printLines(
  store: Store,
  options: ExportOptions,
  chosen: readonly CitationView[] | null,
  print: Print,
): Promise<void> {
  if (chosen !== null) await print(citationsMarkdown(chosen));
  else await printAll(store, options, print);
}

async function writeText(path: string, write: (print: Print) => Promise<void>, effects: Effects): Promise<ExitStatus> {
  const parts: string[] = [];
  await write(async (text) => {
    parts.push(text);
  });
  return writeOut(path, new TextEncoder().encode(parts.join("")), effects);
}

async function printAll(store: Store, options: ExportOptions, print: Print): Promise<void> {
  const { format } = options;
  let first = true;
  if (format === "csv") await print(csvHeader);
  if (format === "geojson") await print(geoJsonFrame.start);
  for await (const stored of recordsIn(store, options)) {
    if (format === "markdown") {
      const ids = correctableLines(stored.record).map(({ line }) => lineId(stored.record.article.id, line.id));
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

async function* recordsIn(store: Store, options: ExportOptions): AsyncGenerator<StoredRecord> {
  for await (const stored of storedRecords(store, await askedDays(options, store))) {
    if (stored.newest || options.allVersions) yield stored;
  }
}

async function parquetIn(store: Store, options: ExportOptions): Promise<Uint8Array> {
  const { parquetOf } = await import("../view/parquet.js");
  const rows = [];
  for await (const stored of recordsIn(store, options))
    rows.push(...lineRows(stored, await judgedLines(store, stored)));
  return parquetOf(lineColumns, rows, `sitrep ${version}`);
}

async function bundleOf(
  store: Store,
  options: ExportOptions,
  chosen: readonly CitationView[] | null,
  effects: Effects,
): Promise<Uint8Array> {
  const { since = null, until = null } = await askedDays(options, store);
  const { allVersions = false } = options;
  const lines = chosen === null ? {} : { lines: chosen.map(({ id }) => id).join(" ") };
  return toldEvidence(store, chosen ?? recordsIn(store, options), { since, until, allVersions, ...lines }, effects);
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
