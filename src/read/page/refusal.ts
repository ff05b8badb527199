import type { PageBlock, PageOutline } from "./page-outline.js";
import { phraseCount, phraseText, titleTest } from "./page-words.js";

const isRefusalTitle = titleTest("refusal-title");
const isErrorTitle = titleTest("error-title");
const isSignInTitle = titleTest("sign-in-title");
const plansIn = phraseCount("plan");

/** In characters: a page that says that there is no story says little else. */
const longestRefusal = 1_200;

/**
 * Says of what is left of a page whether it is no story but a refusal: a page that was not found, one to sign in or to subscribe on, an error, a check for robots, or
 * the bare signs of a film or a script. It goes by its heading and its brevity, or by its words, when most of them are of such pages. `isLedAway`: the address
 * led on to one that such pages have.
 */
export function isRefusal(
  headings: readonly (string | null)[],
  body: readonly string[],
  { blocks, heading }: Pick<PageOutline, "blocks" | "heading">,
  isLedAway: boolean,
): boolean {
  const length = body.join("").length;
  if (length > longestRefusal) return false;
  if (isLedAway) return true;
  if (body.every(isSign) && (heading !== null || body.some((line) => waiting.test(line)))) return true;
  const parts = headings.flatMap((heading) => (heading === null ? [] : [heading, ...heading.split(/\s+[|–—·-]\s+/)]));
  if (parts.some(isRefusalTitle)) return true;
  const marked = (marks: readonly PageBlock["mark"][]): ReadonlySet<string> =>
    new Set(blocks.filter(({ mark }) => marks.includes(mark)).map(({ text }) => text));
  const lengthOf = (lines: ReadonlySet<string>): number => [...lines].reduce((sum, line) => sum + line.length, 0);
  const offers = marked(["order", "offer", "wall"]);
  if (parts.some(isSignInTitle)) {
    const selling = new Set([...offers, ...body.filter(isOfPlan)]);
    if (lengthOf(selling) * 2 > length) return true;
  }
  const refusals = marked(["refusal"]);
  const refusing = body.filter((line) => refusals.has(line)).join("").length;
  return refusing > 0 && (refusing * 2 >= length || parts.some(isErrorTitle));
}

/** What a page shows until a script has filled it. */
const waiting = /^(?:loading|please wait|one moment|fetching)\b/i;

/** In words. */
const longestSign = 4;

/** "Duration 02:13", "Loading…": a line that is no sentence and too short to tell anything. */
function isSign(line: string): boolean {
  const words = line.match(/\p{L}{2,}/gu)?.length ?? 0;
  return words <= longestSign && !/(?<!\.)[.!?]["”’')]*$/u.test(line);
}

const price =
  /(?:[$€£¥]\s?\d[\d.,]*|\b\d[\d.,]*\s?(?:[$€£¥]|\p{L}{2,12}))\s*(?:\/|\b(?:an?|per|every|each)\b)\s*(?:day|week|month|quarter|year)\b|\b(?:monthly|yearly|weekly|annual(?:ly)?)\b[^.]{0,12}\d/iu;

/** A line that names a price by the month, or has words of such offers. */
function isOfPlan(line: string): boolean {
  return price.test(line) || plansIn(phraseText(line)) > 0;
}
