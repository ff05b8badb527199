import type { LineMark } from "../link/corrections/correct-record.js";
import { type Correction, correctionId, type RemarkKind } from "../link/corrections/correction.js";
import { lineId } from "../store/line-id.js";
import type { ToldWords } from "../store/queries/told-in-period.js";
import type { BriefLine } from "./brief-line.js";
import { linesOfChosen } from "./chosen-lines.js";
import { type MarkView, markView } from "./correction-view.js";
import type { ReviewKind, Unreviewed } from "./review-ranking.js";

/** Something that nobody has confirmed or rejected, as the queue shows it. */
export interface ReviewView {
  readonly kind: ReviewKind;
  readonly id: string;
  readonly state: string | null;
  readonly weight: number;
  readonly reasons: readonly string[];
  readonly line: BriefLine;
  /** What people said of it so far: notes, tags, whom it is assigned to, what was corrected. */
  readonly marks: readonly MarkView[];
}

/** Of a queue, so many as have words. */
export function reviewViews(
  queue: readonly Unreviewed[],
  sources: ToldWords,
  marks: ReadonlyMap<string, readonly LineMark[]>,
  disputes: ReadonlyMap<string, readonly Correction[]>,
): readonly ReviewView[] {
  return queue.flatMap(({ chosen, lines, ...one }) => {
    const [line] = linesOfChosen([chosen], sources);
    if (line === undefined) return [];
    const said = lines.flatMap(({ article, line: own }) => marks.get(lineId(article, own)) ?? []).map(markView);
    const all = [...said, ...(disputes.get(one.id) ?? []).flatMap(markOfCorrection)];
    return [{ ...one, weight: Math.round(one.weight * 100) / 100, line, marks: eachOnce(all) }];
  });
}

/** What was said of a dispute, in the form of what is said of a line. */
export function markOfCorrection(correction: Correction): readonly MarkView[] {
  const { by, at, detail } = correction;
  const said = { id: correctionId(correction), by, at, why: detail.why };
  if (detail.kind === "confirm-dispute") return [{ ...said, kind: "confirm", text: null }];
  if (!("text" in detail)) return [];
  return [{ ...said, kind: detail.kind.replace(/-dispute$/, "") as RemarkKind, text: detail.text }];
}

function eachOnce(marks: readonly MarkView[]): readonly MarkView[] {
  return [...new Map(marks.map((mark) => [mark.id, mark])).values()];
}
