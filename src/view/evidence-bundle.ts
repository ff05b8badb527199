import { strToU8, zipSync } from "fflate";
import { hiddenLines } from "../link/corrections/correct-record.js";
import { correctableLines } from "../link/corrections/find-anchored.js";
import { lineId } from "../store/line-id.js";
import type { ListedCorrection } from "../store/queries/corrections.js";
import type { Intake } from "../store/queries/intake.js";
import type { StoredRecord } from "../store/stored-records.js";
import { sha256 } from "../text/hash.js";
import type { CitationView } from "./citation-view.js";
import { citationsMarkdown } from "./citations-markdown.js";
import { correctionView } from "./correction-view.js";
import { explainedLine } from "./explained-line.js";
import { lineView } from "./line-view.js";

/** What goes into a bundle. */
export interface BundledEvidence {
  readonly articles: readonly { readonly stored: StoredRecord; readonly intake: Intake }[];
  readonly corrections: readonly ListedCorrection[];
  /** What was asked for, to be told in the manifest. */
  readonly question: Readonly<Record<string, string | boolean | null>>;
  /** The lines that were chosen, of these articles; `null` for all. */
  readonly chosen: readonly CitationView[] | null;
  /** The version of the program that makes the bundle. */
  readonly producer: string;
  /** The script and the page of instructions that come with every bundle. */
  readonly script: string;
  readonly readme: string;
}

/** The bundle as the bytes of a zip file. The same evidence gives the same bytes. */
export function evidenceBundle(evidence: BundledEvidence): Uint8Array {
  const { articles, corrections, question, chosen, producer, script, readme } = evidence;
  const only = chosen === null ? null : new Set(chosen.map(({ id }) => id));
  const named = articles.map((one, at) => ({ ...one, file: `articles/${String(at + 1).padStart(5, "0")}.txt` }));
  const files = new Map<string, string>([
    ["README.md", readme],
    ["check.mjs", script],
    ["articles.jsonl", jsonLines(named.map(articleRow))],
    ["lines.jsonl", jsonLines(named.flatMap(({ stored }) => lineRows(stored, only)))],
    ...(chosen === null ? [] : [["citations.md", citationsMarkdown(chosen)] as const]),
    ["corrections.jsonl", jsonLines(corrections.map((one) => ({ ...correctionView(one), ...one.correction.detail })))],
    ...named.map(({ stored, file }) => [file, stored.record.article.text] as const),
  ]);
  const manifest = {
    format: "sitrep.evidence/1",
    producer,
    question,
    files: [...files].map(([name, content]) => ({ name, sha256: sha256(content) })),
  };
  files.set("manifest.json", `${JSON.stringify(manifest, null, 2)}\n`);
  // Zip times are local: a local midnight reads the same in every zone.
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries([...files].map(([name, content]) => [name, strToU8(content)])), { mtime });
}

function articleRow({
  stored,
  intake,
  file,
}: BundledEvidence["articles"][number] & { readonly file: string }): unknown {
  const { text: _, ...article } = stored.record.article;
  const { number, newest, added } = stored;
  return {
    ...article,
    file,
    article: stored.article,
    version: number,
    newest,
    added,
    ...intake,
    producer: stored.record.producer,
  };
}

/** The lines of a record that are not hidden, each with all words that it was read from; of these the chosen ones. */
function lineRows(stored: StoredRecord, only: ReadonlySet<string> | null): readonly unknown[] {
  const { record, marks } = stored;
  const hidden = hiddenLines(marks);
  return correctableLines(record).flatMap(({ kind, line: { id } }) => {
    const isLeftOut = hidden.has(id) || only?.has(lineId(record.article.id, id)) === false;
    const explained = isLeftOut ? null : explainedLine(record, id);
    if (explained === null) return [];
    const { article, ...line } = lineView({ stored, id, kind });
    const spans = [
      ...explained.fields.flatMap(({ field, words }) => words.map(({ text, span }) => ({ field, span, words: text }))),
      ...explained.evidence.map((span) => ({ field: "evidence", span, words: record.article.text.slice(...span) })),
    ];
    return [{ ...line, article: article.id, spans }];
  });
}

function jsonLines(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}
