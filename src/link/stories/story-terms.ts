import type { ArticleRecord, RecordArticle } from "../../record/record.js";
import { claimTerms } from "./claim-terms.js";
import type { WordWeights } from "./word-weights.js";

/** What an article is about, as weighted terms: a vector of length 1, heaviest term first. */
export type TermVector = ReadonlyMap<string, number>;

/** Words that an article is known by; the rest adds next to nothing to how alike two are. */
const mostWords = 100;

/** What counts more than once, and how much the later parts of a text count. */
interface Emphasis {
  /** How often words of the headline count, which is the text's first line. */
  readonly headline: number;
  /** How often the words after the headline count that tell what is new. */
  readonly lead: number;
  /** How often a name counts: names tell stories apart better than what happened does, since most fires are like other fires. */
  readonly name: number;
  /** After how many words behind the lead a word counts a third, being background by then; `null` where all count alike. */
  readonly fades: number | null;
}

const even: Emphasis = { headline: 2, lead: 1, name: 3, fades: null };
const newsFirst: Emphasis = { headline: 3, lead: 2, name: 2, fades: 110 };

/** Words that the lead of a report takes. */
const leadWords = 40;

/** The least that a word of the background counts. */
const leastCount = 0.3;

/** How much of an article's vector its claims make up, against 1 of its words. */
const claimWeight = 0.5;

/**
 * What an article tells of: its words, those of headline and lead above all, and who does what to whom in its claims. Chosen by hand on
 * ECB+, on the related headlines and bodies of FNC-1 and on the threads of four crises.
 */
export function articleTerms(record: ArticleRecord, weights: WordWeights): TermVector {
  const words = vectorOf(countTerms(record.article.text, newsFirst), weights);
  const claims = [...claimTerms(record)].map(([term, weight]) => [term, claimWeight * weight] as const);
  return ofLengthOne([...words, ...claims]);
}

/** What a text is about, all its parts alike: words without endings, and pairs of names or figures that stand side by side. */
export function termVector({ text }: Pick<RecordArticle, "text">, weights: WordWeights): TermVector {
  return vectorOf(countTerms(text), weights);
}

/** Terms weighted by how often they stand there and how rare they are elsewhere. */
function vectorOf(counts: ReadonlyMap<string, number>, weights: WordWeights): TermVector {
  const weighted = [...counts]
    .map(([term, count]) => [term, Math.log1p(count) * weights.of(term)] as const)
    .filter(([, weight]) => weight > 0);
  return ofLengthOne(weighted.sort(heaviestFirst).slice(0, mostWords));
}

function ofLengthOne(terms: readonly (readonly [string, number])[]): TermVector {
  const length = Math.hypot(...terms.map(([, weight]) => weight));
  return new Map(terms.toSorted(heaviestFirst).map(([term, weight]) => [term, weight / length]));
}

function heaviestFirst(a: readonly [string, number], b: readonly [string, number]): number {
  return b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
}

/** How often each term stands in the text, with what is emphasised counted more than once. */
export function countTerms(text: string, emphasis = even): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (term: string, count: number): void => void counts.set(term, (counts.get(term) ?? 0) + count);
  const lines = text.split(/\n+|(?<=[.!?]["”’']{0,2})\s+/u).filter((line) => line.trim() !== "");
  let place = 0;
  for (const [at, line] of lines.entries()) {
    let before: string | null = null;
    for (const [word] of line.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu)) {
      const times = at === 0 ? emphasis.headline : timesAt(place++, emphasis);
      const lower = withoutOwner(word.toLowerCase());
      if (lower.length < 2 || emptyWords.has(lower)) {
        before = null;
        continue;
      }
      const term = withoutEnding(lower);
      const isName = isCapital(word);
      const isFigure = !isName && startsWithFigure(word);
      add(term, times * (isName ? emphasis.name : 1));
      if (before !== null && (isName || isFigure)) add(`${before} ${term}`, times);
      before = isName || isFigure ? term : null;
    }
  }
  return counts;
}

// Most words are ASCII letters alone, and these run over every word of an article.

function withoutOwner(word: string): string {
  const unit = word.charCodeAt(word.length - (word.endsWith("s") ? 2 : 1));
  return unit === 0x27 || unit === 0x2019 ? word.replace(/['’]s?$/u, "") : word;
}

function isCapital(word: string): boolean {
  const unit = word.charCodeAt(0);
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : /^\p{Lu}/u.test(word);
}

function startsWithFigure(word: string): boolean {
  const unit = word.charCodeAt(0);
  return unit < 0x80 ? unit >= 0x30 && unit <= 0x39 : /^\p{N}/u.test(word);
}

/** How often a word counts that has so many before it, the headline left out. */
function timesAt(place: number, { lead, fades }: Emphasis): number {
  if (place < leadWords) return lead;
  return fades === null ? 1 : Math.max(leastCount, 1 - ((place - leadWords) * (1 - leastCount)) / fades);
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
  mr mrs ms one two new there here all any some more most other such only own same too very just now
  monday tuesday wednesday thursday friday saturday sunday`.split(/\s+/),
);
