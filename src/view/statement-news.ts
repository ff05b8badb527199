import type { Signs } from "../extract/claims/confidence.js";
import type { DatedStatement } from "../store/queries/told-in-period.js";
import { nearnessOf } from "./line-weights.js";

/** What tells for it that a statement is news of its article, and not what the article reminds of or mentions by the way. */
export function signsOfNews({
  act,
  content,
  spans,
  voice: { form, kind, naming, titles },
}: Pick<DatedStatement, "act" | "content" | "spans" | "voice">): Signs {
  const said = content.trim();
  const words = said.split(/\s+/).length;
  return [
    ["news", 1],
    ["news near the beginning", nearnessOf(spans)],
    ["news words", Math.min(words, most) / most],
    ["news of few words", words < few ? 1 : 0],
    ["news to do", /^(?:not )?to /i.test(said) ? 1 : 0],
    [`news act ${act}`, 1],
    [`news form ${form}`, 1],
    [`news by ${kind ?? "nobody known"}`, 1],
    [`news speaker ${naming ?? "none"}`, 1],
    ["news titled", titles.length > 0 ? 1 : 0],
  ];
}

/** More words count no more. */
const most = 40;
/** Fewer words than these say little. */
const few = 5;
