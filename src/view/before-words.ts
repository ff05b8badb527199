import type { CorrectionView } from "./correction-view.js";

/** How what nobody has confirmed or rejected is told to be. */
export const notReviewed = "not reviewed";

/** What stood there before, "happened; Norland"; `null` where nothing did, or where the sentence of the correction has it. */
export function beforeWords({
  kind,
  plain,
  changes,
}: Pick<CorrectionView, "kind" | "plain" | "changes">): string | null {
  if (kind === "undo" || /^(merge|split)-/.test(kind)) return null;
  const told = changes.flatMap(({ before }) => (before === null || before === notReviewed ? [] : [before]));
  const words = told.filter((one) => !plain.includes(one)).join("; ");
  return words === "" ? null : words;
}
