import type { PageBlock } from "./page-outline.js";
import { titleTest } from "./page-words.js";

const isRefusalTitle = titleTest("refusal-title");
const isSignInTitle = titleTest("sign-in-title");

/** In characters: a page that says that there is no story says little else. */
const longestRefusal = 1_200;

/**
 * Says of what is left of a page whether it is no story but a refusal: a page that was not found, one to sign in on, a check for robots. It goes by its heading
 * and its brevity, or by its words, when most of them are of such pages.
 */
export function isRefusal(
  headings: readonly (string | null)[],
  body: readonly string[],
  blocks: readonly PageBlock[],
): boolean {
  const length = body.join("").length;
  if (length > longestRefusal) return false;
  const parts = headings.flatMap((heading) => (heading === null ? [] : [heading, ...heading.split(/\s+[|–—·-]\s+/)]));
  if (parts.some(isRefusalTitle)) return true;
  const lengthOf = (marks: readonly PageBlock["mark"][]): number =>
    blocks.filter(({ mark }) => marks.includes(mark)).reduce((sum, { text }) => sum + text.length, 0);
  if (parts.some(isSignInTitle) && lengthOf(["order", "offer", "wall"]) * 2 > length) return true;
  const refusals = new Set(blocks.filter(({ mark }) => mark === "refusal").map(({ text }) => text));
  const refusing = body.filter((line) => refusals.has(line)).join("").length;
  return refusing > 0 && refusing * 2 >= length;
}
