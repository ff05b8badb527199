import type { RecordArticle } from "../../record/record.js";
import type { WordWeights } from "./word-weights.js";

/** What an article is about, as weighted terms: a vector of length 1, heaviest term first. */
export type TermVector = ReadonlyMap<string, number>;

/** Terms that an article is known by; the rest adds next to nothing to how alike two are. */
const mostTerms = 100;

/** Names tell stories apart better than what happened does: most fires are like other fires. */
const nameWeight = 3;

/** The headline counts as often as this. */
const titleWeight = 2;

/** The article's terms: words without endings, and pairs of names or figures that stand side by side, weighted by how rare they are. */
export function termVector(article: Pick<RecordArticle, "text">, weights: WordWeights): TermVector {
  const weighted = [...countTerms(article.text)]
    .map(([term, count]) => [term, (1 + Math.log(Math.max(1, count))) * weights.of(term)] as const)
    .filter(([, weight]) => weight > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostTerms);
  const length = Math.hypot(...weighted.map(([, weight]) => weight));
  return new Map(weighted.map(([term, weight]) => [term, weight / length]));
}

/** How often each term stands in the text, headline and names counted more than once. */
export function countTerms(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (term: string, count: number): void => void counts.set(term, (counts.get(term) ?? 0) + count);
  const [headline = "", ...body] = text.split(/\n+|(?<=[.!?]["”’']{0,2})\s+/u).filter((line) => line.trim() !== "");
  for (const [line, times] of [[headline, titleWeight] as const, ...body.map((one) => [one, 1] as const)]) {
    let before: string | null = null;
    for (const [word] of line.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu)) {
      const lower = word.toLowerCase().replace(/['’]s?$/u, "");
      if (lower.length < 2 || emptyWords.has(lower)) {
        before = null;
        continue;
      }
      const term = withoutEnding(lower);
      const isName = /^\p{Lu}/u.test(word);
      const isFigure = /^\p{N}/u.test(word);
      add(term, times * (isName ? nameWeight : 1));
      if (before !== null && (isName || isFigure)) add(`${before} ${term}`, times);
      before = isName || isFigure ? term : null;
    }
  }
  return counts;
}

/** The word without the endings of plural, past and present participle; crude, but the same for the forms of one word. */
function withoutEnding(word: string): string {
  if (word.length > 5 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.length > 6 && word.endsWith("ing")) return word.slice(0, -3);
  if (word.length > 5 && word.endsWith("ed")) return word.slice(0, -2);
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

/** Words that stand in all articles alike. */
const emptyWords: ReadonlySet<string> = new Set(
  `a an the and or but if then than that this these those it its it's is are was were be been being am do does did has have had having will
  would could should may might can not no nor so as at by for from in into of off on onto out over to up with about after before under again
  also he she they him his her their them we us our you your i me my who whom whose which what when where why how said says say told re ve ll
  mr mrs ms one two new there here all any some more most other such only own same too very just now`.split(/\s+/),
);
