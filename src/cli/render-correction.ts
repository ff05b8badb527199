import { beforeWords } from "../view/before-words.js";
import type { CorrectionView } from "../view/correction-view.js";
import type { Rendering } from "./rendering.js";
import { wrap } from "./wrap.js";

/** Who corrected what, when and why, and what became of it, with the id at the end. */
export function renderCorrection(view: CorrectionView, { style, width }: Rendering): string {
  const { at, by, what, why, undone, lost, id } = view;
  const before = beforeWords(view);
  const facts = [
    `${style("bold", by)} ${style("dim", at.slice(0, 16).replace("T", " "))}`,
    what,
    ...(before === null ? [] : [`before: ${before}`]),
    ...(why === null ? [] : [`because ${why}`]),
    ...(undone === null ? [] : [style("yellow", `taken back by ${undone.by}, ${undone.id}`)]),
    ...(lost.length === 0 ? [] : [style("red", `no longer applies: ${lost.join("; ")}`)]),
  ];
  return `${wrap(`${facts.join(style("dim", " · "))} ${style("dim", id)}`, width, "  ").trimStart()}`;
}
