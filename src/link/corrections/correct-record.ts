import type { ArticleRecord } from "../../record/record.js";
import { recordFaults } from "../../record/record-faults.js";
import type { Span } from "../../text/span.js";
import { anchorsIn, articleOfVersion, type LineCorrection, type markKinds } from "./correction.js";
import { anchoredLine, type CorrectableLine, correctableLines, spanOfClaim } from "./find-anchored.js";
import { relabelled } from "./relabel.js";

/** That a correction holds for a line. */
export interface LineMark {
  /** The line's id within its record. */
  readonly line: string;
  readonly correction: number;
  readonly kind: (typeof markKinds)[number];
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  readonly why: string | null;
  /** The note, the tag, or the name of whom it is assigned to; of these alone. */
  readonly text?: string;
}

export interface CorrectedRecord {
  /** Hidden lines are in it still: others may rest on them. */
  readonly record: ArticleRecord;
  /** In the order in which the corrections were made. */
  readonly marks: readonly LineMark[];
  /** Corrections of this very text that cannot be applied, and why. */
  readonly lost: readonly { readonly correction: number; readonly reason: string }[];
}

/**
 * The record with what people corrected in it. Lines are found by their words in the record as it is without corrections, so none can keep another from its
 * line. What was said of a line holds for the same line in the copies of its text; an article that is taken out leaves its copies.
 *
 * @param corrections those in effect, in the order in which they were made; of whatever articles
 * @param copies the articles that are copies of one text with this one
 */
export function correctRecord(
  record: ArticleRecord,
  corrections: readonly LineCorrection[],
  copies: ReadonlySet<string> = new Set(),
): CorrectedRecord {
  const article = articleOfVersion(record.article.id);
  let corrected = record;
  const marks: LineMark[] = [];
  const lost: CorrectedRecord["lost"][number][] = [];
  for (const { key, by, at, detail } of corrections) {
    const mark = ({ line }: CorrectableLine): LineMark => {
      const said = { line: line.id, correction: key, kind: detail.kind, by, at, why: detail.why };
      return "text" in detail ? { ...said, text: detail.text } : said;
    };
    if (detail.kind === "remove" && articleOfVersion(detail.article) === article)
      marks.push(...correctableLines(record).map(mark));
    for (const anchor of anchorsIn(detail)) {
      const from = articleOfVersion(anchor.article);
      if (from !== article && !copies.has(from)) continue;
      const own = anchor.article === record.article.id;
      const claim = anchoredLine(record, anchor);
      if (claim === null) {
        if (own) lost.push({ correction: key, reason: `no line is over the words "${anchor.words}" any more` });
        continue;
      }
      if (detail.kind === "relabel") {
        const moved = own ? 0 : spanOfClaim(claim)[0] - anchor.span[0];
        const result = relabelIn(corrected, claim, movedBy(moved, detail.fields));
        if (result.kind === "refused") {
          if (own) lost.push({ correction: key, reason: result.reason });
          continue;
        }
        corrected = result.value;
      }
      marks.push(mark(claim));
    }
  }
  return { record: corrected, marks, lost };
}

/** The lines that marks hide, those of an article that is taken out among them. */
export function hiddenLines(marks: readonly LineMark[]): ReadonlySet<string> {
  return new Set(marks.flatMap(({ line, kind }) => (kind === "hide" || kind === "remove" ? [line] : [])));
}

/** The record without the lines that are hidden; a hidden statement that others are told in stays, for they would be the article's own words without it. */
export function withoutHidden(record: ArticleRecord, hidden: ReadonlySet<string>): ArticleRecord {
  if (hidden.size === 0) return record;
  const shown = <Line extends { readonly id: string }>(lines: readonly Line[]): readonly Line[] =>
    lines.filter(({ id }) => !hidden.has(id));
  const [actions, postures, stances] = [shown(record.actions), shown(record.postures), shown(record.stances)];
  const used = new Set<string | null>([
    ...[...actions, ...postures, ...stances].map(({ accordingTo }) => accordingTo),
    ...stances.map(({ target }) => target.statement),
    ...record.statements.map(({ within }) => within),
  ]);
  const statements = record.statements.filter(({ id }) => !hidden.has(id) || used.has(id));
  return { ...record, statements, actions, postures, stances };
}

type Relabelling = Parameters<typeof relabelled>[1];

/** The fields where the line stands elsewhere in the text: what they were corrected to stands as far from it. */
function movedBy(by: number, fields: Relabelling): Relabelling {
  if (by === 0) return fields;
  const moved = ([start, end]: Span): Span => [start + by, end + by];
  return fields.map(({ value, ...field }) => {
    switch (value.form) {
      case "time":
      case "place":
        return { ...field, value: { ...value, span: moved(value.span) } };
      case "entity":
        return {
          ...field,
          value: { ...value, entities: value.entities.map(({ name, span }) => ({ name, span: moved(span) })) },
        };
      default:
        return { ...field, value };
    }
  });
}

function relabelIn(
  record: ArticleRecord,
  { kind, line: { id } }: CorrectableLine,
  fields: Relabelling,
): { readonly kind: "done"; readonly value: ArticleRecord } | { readonly kind: "refused"; readonly reason: string } {
  const now = correctableLines(record).find((claim) => claim.kind === kind && claim.line.id === id);
  if (now === undefined) return { kind: "refused", reason: `the record has no ${kind} ${id}` };
  const result = relabelled(now, fields, record);
  if (result.kind === "refused") return result;
  const corrected = withClaim(record, result.value);
  const [fault] = recordFaults(corrected);
  return fault === undefined || recordFaults(record).includes(fault)
    ? { kind: "done", value: corrected }
    : { kind: "refused", reason: fault };
}

function withClaim(record: ArticleRecord, { kind, line }: CorrectableLine): ArticleRecord {
  const replaced = <Line extends { readonly id: string }>(lines: readonly Line[], by: Line): readonly Line[] =>
    lines.map((one) => (one.id === by.id ? by : one));
  switch (kind) {
    case "statement":
      return { ...record, statements: replaced(record.statements, line) };
    case "action":
      return { ...record, actions: replaced(record.actions, line) };
    case "posture":
      return { ...record, postures: replaced(record.postures, line) };
    case "stance":
      return { ...record, stances: replaced(record.stances, line) };
  }
}
