import type { LineMark } from "../link/corrections/correct-record.js";
import { type Correction, correctionId, wordsOfMark } from "../link/corrections/correction.js";
import type { ListedCorrection } from "../store/queries/corrections.js";
import { oneLine } from "../text/one-line.js";
import { type CorrectionChange, correctionChanges, textOf } from "./correction-changes.js";
import { aboutOf, plainCorrection } from "./plain-correction.js";

/** A correction in a list. */
export interface CorrectionView {
  readonly id: string;
  readonly kind: Correction["detail"]["kind"];
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  /** What it was made of, as the person named it. */
  readonly subject: string;
  /** What it says, as a sentence would. */
  readonly what: string;
  /** The same without ids. */
  readonly plain: string;
  /** The id of what it is about; `null` where that is several things, or an outlet. */
  readonly about: string | null;
  readonly changes: readonly CorrectionChange[];
  /** The note, the tag, or the name of whom it is assigned to; `null` for all else. */
  readonly text: string | null;
  readonly why: string | null;
  /** What took it back, `null` where nothing did. */
  readonly undone: { readonly id: string; readonly by: string; readonly at: string } | null;
  /** Why it no longer applies; empty where it does. */
  readonly lost: readonly string[];
}

/** That a line was corrected, beside the line. */
export interface MarkView {
  readonly id: string;
  readonly kind: LineMark["kind"];
  readonly by: string;
  readonly at: string;
  readonly why: string | null;
  /** The note, the tag, or the name of whom it is assigned to; `null` for all else. */
  readonly text: string | null;
}

/** The correction as a list shows it. */
export function correctionView({ correction, undone, lost, before }: ListedCorrection): CorrectionView {
  const { by, at, subject, detail } = correction;
  return {
    ...{ id: correctionId(correction), kind: detail.kind, by, at, subject },
    ...{ what: describeCorrection(correction), plain: plainCorrection(correction), about: aboutOf(correction) },
    ...{ changes: correctionChanges(correction, before), text: textOf(correction), why: detail.why },
    undone: undone === null ? null : { id: correctionId(undone), by: undone.by, at: undone.at },
    lost,
  };
}

/** What a correction says: `rejected one/st_1, "the quay was shut"`. */
export function describeCorrection({ subject, detail }: Correction): string {
  switch (detail.kind) {
    case "hide":
      return `rejected ${subject}, ${wordsOfLines(detail.lines)}`;
    case "confirm":
      return `confirmed ${subject}, ${wordsOfLines(detail.lines)}`;
    case "note":
      return `noted of ${subject}, ${wordsOfLines(detail.lines)}: ${oneLine(detail.text)}`;
    case "tag":
      return `tagged ${subject}, ${wordsOfLines(detail.lines)}: ${detail.text}`;
    case "assign":
      return `assigned to ${detail.text}: ${subject}, ${wordsOfLines(detail.lines)}`;
    case "note-dispute":
      return `noted of the dispute ${detail.dispute.id}, “${oneLine(detail.dispute.about)}”: ${oneLine(detail.text)}`;
    case "tag-dispute":
      return `tagged the dispute ${detail.dispute.id}, “${oneLine(detail.dispute.about)}”: ${detail.text}`;
    case "assign-dispute":
      return `assigned to ${detail.text}: the dispute ${detail.dispute.id}, “${oneLine(detail.dispute.about)}”`;
    case "remove":
      return `took out the article ${subject}${detail.title === null ? "" : `, “${oneLine(detail.title)}”`}`;
    case "confirm-entity":
      return `confirmed ${detail.entity.name} (${detail.entity.id}) to be one`;
    case "hide-entity":
      return `said to be no person or body: ${detail.entity.name} (${detail.entity.id})`;
    case "rename-entity":
      return `named ${detail.entity.name} (${detail.entity.id}) “${detail.name}”`;
    case "merge-events":
      return `said to be one ${/^\p{Lu}/u.test(detail.what) ? "act" : "state"}: ${detail.groups.map(({ id }) => id).join(", ")}`;
    case "split-event":
      return `said not to be of ${detail.from} but of ${detail.to}: ${wordsOfLines(detail.lines)}`;
    case "confirm-dispute":
      return `confirmed the dispute ${detail.dispute.id}, “${oneLine(detail.dispute.about)}”`;
    case "hide-dispute":
      return `said to be no dispute: ${detail.dispute.id}, “${oneLine(detail.dispute.about)}”`;
    case "merge-disputes":
      return `said to be one dispute: ${detail.groups.map(({ id }) => id).join(", ")}`;
    case "grade":
      return `graded ${detail.outlet} ${detail.grade}`;
    case "relabel": {
      const fields = detail.fields.map(({ field, written }) => `${field}=${written}`).join(" ");
      return `relabelled ${subject}, “${oneLine(detail.line.words)}”: ${fields}`;
    }
    case "merge-entities":
      return `said to be one: ${detail.groups.map(({ id, name }) => `${name} (${id})`).join(", ")}`;
    case "merge-stories":
      return `said to be one story: ${detail.groups.map(({ id }) => id).join(", ")}`;
    case "split-entity": {
      const members = detail.members.map(({ article, name }) => `${name} in ${article}`).join(", ");
      return `said not to be ${detail.from} but ${detail.to}: ${members}`;
    }
    case "split-story":
      return `said not to be of ${detail.from} but of ${detail.to}: ${detail.articles.join(", ")}`;
    case "undo":
      return `took back co_${detail.correction}`;
  }
}

/** The words of lines, each once: copies tell the same. */
function wordsOfLines(lines: readonly { readonly words: string }[]): string {
  return [...new Set(lines.map(({ words }) => `“${oneLine(words)}”`))].join(", ");
}

/** The marks of a line. */
export function marksOfLine(marks: readonly LineMark[], line: string): readonly MarkView[] {
  return marks.filter((mark) => mark.line === line).map(markView);
}

export function markView({ correction, kind, by, at, why, text }: LineMark): MarkView {
  return { id: correctionId({ key: correction }), kind, by, at, why, text: text ?? null };
}

/** "relabelled by ana 2031-03-07 (co_1)", "tagged “embassies” by ana 2031-03-07 (co_2)". */
export function describeMark({ id, kind, by, at, text }: MarkView): string {
  const what = text === null ? "" : kind === "assign" ? ` to ${text}` : ` “${oneLine(text)}”`;
  return `${wordsOfMark[kind]}${what} by ${by} ${at.slice(0, 10)} (${id})`;
}
