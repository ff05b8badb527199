import type { ArticleRecord } from "../../record/record.js";
import type { Span } from "../../text/span.js";
import { wordRows } from "./word-rows.js";

/** A sentence as copies are compared: its words and where they stand. */
export interface RunningSentence {
  readonly span: Span;
  /** A number for each word, the same for the same word in lower case. */
  readonly words: Int32Array;
  /** A number for each three words in a row. */
  readonly rows: Uint32Array;
  /** 1 for each word in quotation marks: what somebody said, and not what the article made of it. */
  readonly quoted: Uint8Array;
  /** 1 for each word with a digit. */
  readonly figures: Uint8Array;
  /** How many of the words stand outside quotation marks. */
  readonly ownWords: number;
}

/** What an article is compared by: its sentences without headline, dateline, bylines and credits. */
export interface RunningText {
  readonly sentences: readonly RunningSentence[];
  /** The rows of all sentences, in rising order. */
  readonly rows: Uint32Array;
  /** Words outside quotation marks. */
  readonly ownWords: number;
}

/** The running text of a record's article. */
export function runningText(record: ArticleRecord): RunningText {
  const { text, title } = record.article;
  const quotations = quotationsIn(record);
  const sentences: RunningSentence[] = [];
  for (const paragraph of textParagraphs(text)) {
    const words = text.slice(...paragraph).trim();
    if (words === title?.trim() || isCredit(words)) continue;
    for (const span of sentencesOf(text, afterDateline(text, paragraph))) {
      const sentence = runningSentence(text, span, quotations);
      if (sentence.words.length > 0) sentences.push(sentence);
    }
  }
  const ownWords = sentences.reduce((sum, sentence) => sum + sentence.ownWords, 0);
  return { sentences, rows: allRows(sentences), ownWords };
}

/** Rows of three words tell a copied stretch from common phrases once most of a sentence is made of them. */
export const rowLength = 3;

function allRows(sentences: readonly RunningSentence[]): Uint32Array {
  const all = new Uint32Array(sentences.reduce((sum, { rows }) => sum + rows.length, 0));
  let at = 0;
  for (const { rows } of sentences) {
    all.set(rows, at);
    at += rows.length;
  }
  return all.sort();
}

/** Paragraphs as spans: what blank lines part. Line ends alone do too, where a text has no blank line. */
export function textParagraphs(text: string): readonly Span[] {
  return stretches(text, [0, text.length], text.includes("\n\n") ? /\n[ \t]*\n/g : /\n/g);
}

/** Sentences of a paragraph, near enough to compare texts: an abbreviation that cuts one in two does so in every copy. */
function sentencesOf(text: string, paragraph: Span): readonly Span[] {
  return stretches(text, paragraph, /(?<=[.!?]["”’')\]]{0,3})\s+(?=["“‘'([]?[\p{Lu}\p{N}])/gu);
}

function stretches(text: string, [start, end]: Span, between: RegExp): readonly Span[] {
  const spans: Span[] = [];
  const part = text.slice(start, end);
  let from = 0;
  for (const { 0: gap, index } of part.matchAll(between)) {
    if (part.slice(from, index).trim() !== "") spans.push([start + from, start + index]);
    from = index + gap.length;
  }
  if (part.slice(from).trim() !== "") spans.push([start + from, end]);
  return spans;
}

function runningSentence(text: string, span: Span, quotations: readonly Span[]): RunningSentence {
  const words = [...text.slice(...span).matchAll(/[\p{L}\p{N}]+(?:['’.,][\p{L}\p{N}]+)*/gu)];
  const near = quotations.filter(([start, end]) => start < span[1] && end > span[0]);
  const numbers = new Int32Array(words.length);
  const quoted = new Uint8Array(words.length);
  const figures = new Uint8Array(words.length);
  let ownWords = 0;
  for (const [at, { 0: word, index }] of words.entries()) {
    numbers[at] = wordNumber(word);
    if (hasFigure(word)) figures[at] = 1;
    const start = span[0] + index;
    if (near.some((one) => one[0] <= start && start < one[1])) quoted[at] = 1;
    else ownWords++;
  }
  return { span, words: numbers, rows: wordRows(numbers, rowLength), quoted, figures, ownWords };
}

function hasFigure(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (unit >= 0x80) return /\p{N}/u.test(word);
    if (unit >= 0x30 && unit <= 0x39) return true;
  }
  return false;
}

/** FNV-1a over the UTF-16 units of the word in lower case, with one kind of apostrophe. */
function wordNumber(word: string): number {
  const plain = word.includes("’") ? word.toLowerCase().replaceAll("’", "'") : word.toLowerCase();
  let hash = 0x811c9dc5;
  for (let i = 0; i < plain.length; i++) hash = Math.imul(hash ^ plain.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** Stretches in quotation marks: those that the record knows, and whatever stands between double ones in a paragraph. */
function quotationsIn({ article, statements }: ArticleRecord): readonly Span[] {
  const marked = [...article.text.matchAll(/“[^”\n]*[”\n]|"[^"\n]*["\n]|«[^»\n]*[»\n]/gu)].map(
    ({ 0: quotation, index }): Span => [index, index + quotation.length],
  );
  return [...marked, ...statements.flatMap(({ content }) => content.quoted)];
}

const dateline =
  /^\s*(?:\p{Lu}[\p{Lu}.'’ -]+(?:,[^.()]{1,60})?\s*(?:\([^)]{2,40}\))?|[^.()\n]{2,60}\([^)]{2,40}\))\s*[-–—]+\s+/u;

function afterDateline(text: string, [start, end]: Span): Span {
  const found = dateline.exec(text.slice(start, end));
  return [start + (found?.[0].length ?? 0), end];
}

/** Lines that tell of the making of the article, and are added or dropped with each copy. */
function isCredit(paragraph: string): boolean {
  return paragraph.length < 300 && (making.test(paragraph) || byline.test(paragraph));
}

const making =
  /^[([]?(?:(?:additional )?(?:reporting|writing|editing) by|compiled by|source:|photo(?:graph)?s?(?::| by)|copyright|©|read more|related:|advertisement|subscribe|sign up|follow us)/i;

/** "By Lena Ostrow, Orsen Mail": names and no sentence. */
const byline = /^[Bb][Yy] \p{Lu}[^.!?]*$/u;
