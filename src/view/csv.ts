import { hiddenLines } from "../link/corrections/correct-record.js";
import type { SourceGrade } from "../link/corrections/correction.js";
import { linesOfRecord } from "../store/lines-of-record.js";
import type { StoredRecord } from "../store/stored-records.js";
import type { Span } from "../text/span.js";
import { describeMark } from "./correction-view.js";
import { type LineView, lineView } from "./line-view.js";
import type { ReliabilityView } from "./reliability-view.js";

/** The columns, in the order in which they are written; a column is never renamed or moved, new ones come at the end. */
const columns: readonly (readonly [name: string, value: (row: Row) => string | null])[] = [
  ["id", ({ line }) => line.id],
  ["kind", ({ line }) => line.kind],
  ["type", ({ line }) => line.type],
  ["word", ({ line }) => line.word],
  ["status", ({ line }) => line.status],
  ["who", ({ line }) => line.who],
  ["whom", ({ line }) => line.whom],
  ["words", ({ line }) => line.words],
  ["hedge", ({ line }) => line.hedge],
  ["according_to", ({ line }) => line.accordingTo.join(" → ")],
  ["when", ({ line }) => line.when],
  ["where", ({ line }) => line.where],
  ["evidence", ({ evidence }) => evidence.map(([start, end]) => `${start}-${end}`).join(" ")],
  ["published", ({ line }) => line.article.published],
  ["outlet", ({ line }) => line.article.outlet],
  ["title", ({ line }) => line.article.title],
  ["url", ({ line }) => line.article.url],
  ["added", ({ stored }) => stored.added],
  ["sha256", ({ stored }) => stored.record.article.sha256],
  ["corrected", ({ line }) => line.corrections.map(describeMark).join("; ")],
  ["source_grade", ({ judged }) => judged.grade],
  ["sourcing", ({ judged, line }) => judged.lines.get(line.id)?.sourcing ?? null],
  ["credibility", ({ judged, line }) => judged.lines.get(line.id)?.credibility.toString() ?? null],
  ["day", ({ stored }) => (stored.record.article.published === null ? null : stored.day)],
  ["confidence", ({ line }) => line.confidence?.toFixed(2) ?? null],
];

/** How reliable a person holds the article's outlet to be, and how far what its lines tell of can be believed. */
export interface Judged {
  readonly grade: SourceGrade;
  /** By the ids of the lines in the whole database; none for statements and stances. */
  readonly lines: ReadonlyMap<string, ReliabilityView>;
}

const notJudged: Judged = { grade: "F", lines: new Map() };

interface Row {
  readonly stored: StoredRecord;
  readonly line: LineView;
  readonly judged: Judged;
  readonly evidence: readonly Span[];
}

/** The first line of the file, ended as RFC 4180 has it. */
export const csvHeader = csvRow(columns.map(([name]) => name));

/** The rows of a record's statements, actions, postures and stances. */
export function csvLines(stored: StoredRecord, judged: Judged = notJudged): string {
  return lineRows(stored, judged)
    .map((row) => csvRow(row.map((field) => field ?? "")))
    .join("");
}

/** The names of the columns of {@link lineRows}. */
export const lineColumns: readonly string[] = columns.map(([name]) => name);

/** The shown lines of a record as rows of a table; `null` where a line has nothing in a column. */
export function lineRows(stored: StoredRecord, judged: Judged = notJudged): readonly (readonly (string | null)[])[] {
  const { statements, actions, postures, stances } = stored.record;
  const hidden = hiddenLines(stored.marks);
  const evidence = new Map<string, readonly Span[]>(
    [...statements, ...actions, ...postures, ...stances].map((claim) => [claim.id, claim.evidence]),
  );
  return linesOfRecord(stored.record)
    .filter(({ id }) => !hidden.has(id))
    .map(({ id, kind }) => ({ stored, line: lineView({ stored, id, kind }), judged, evidence: evidence.get(id) ?? [] }))
    .map((row) => columns.map(([, value]) => value(row) || null));
}

/**
 * A row as RFC 4180 has it. What a spreadsheet would take for a formula, because somebody wrote an article or a name that begins so, gets an apostrophe before it: it is
 * words then, in every program.
 */
export function csvRow(fields: readonly string[]): string {
  return `${fields.map(harmless).map(quoted).join(",")}\r\n`;
}

/** A number may begin with a sign. */
function harmless(field: string): string {
  const isFormula =
    /^[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u.test(field) && !/^-?\d+(?:\.\d+)?$/.test(field);
  return isFormula ? `'${field}` : field;
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
