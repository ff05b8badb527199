import { type LineFacts, lineFacts } from "../record/line-facts.js";
import type { ArticleRecord } from "../record/record.js";
import { lineId } from "../store/line-id.js";
import type { LineKind } from "../store/lines-of-record.js";
import type { FoundLine } from "../store/queries/find-lines.js";
import { type MarkView, marksOfLine } from "./correction-view.js";

/** An article in a list: enough to know it by. `id` is that of the version. */
export interface ArticleView {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly url: string | null;
}

/** A statement, action, posture or stance in a list. */
export interface LineView extends LineFacts {
  /** Names the line in the whole database. */
  readonly id: string;
  readonly kind: LineKind;
  readonly article: ArticleView;
  /** How likely it is read right, from 0 to 1; `null` of a statement. */
  readonly confidence: number | null;
  /** What people corrected in it; `hide` only where the line was asked for by its id. */
  readonly corrections: readonly MarkView[];
}

/** The line as a list shows it. @throws {RangeError} where its record does not have it: the database is broken then. */
export function lineView({ stored: { record, marks }, id, kind }: FoundLine): LineView {
  const { id: version, title, outlet, published, url } = record.article;
  const article = { id: version, title, outlet, published, url };
  return {
    id: lineId(version, id),
    kind,
    article,
    confidence: confidenceOf(record, id),
    corrections: marksOfLine(marks, id),
    ...lineFacts(record, kind, id),
  };
}

function confidenceOf({ statements, actions, postures, stances }: ArticleRecord, id: string): number | null {
  return [...statements, ...actions, ...postures, ...stances].find((line) => line.id === id)?.confidence ?? null;
}
