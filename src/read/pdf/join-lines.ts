import type { PageStart } from "../../text/page-starts.js";
import type { Block, PdfLine } from "./reading-order.js";

/** A block with the page that it is on. */
export interface PdfBlock {
  readonly page: number;
  readonly lines: Block;
}

/** A paragraph, with where each page begins in it. */
export interface PdfParagraph {
  readonly text: string;
  readonly size: number;
  readonly pages: readonly PageStart[];
}

/**
 * The paragraphs of the blocks: lines that belong together are joined, also across columns and pages, past the notes at a page's foot. A word that is parted
 * at a line's end is put together; its hyphen stays where the document writes the word so elsewhere, or has
 * both parts as words and never the whole.
 */
export function joinLines(blocks: readonly PdfBlock[]): readonly PdfParagraph[] {
  const joiner = new Joiner(wordsIn(blocks), usualLeading(blocks));
  for (const block of blocks) joiner.add(block);
  return joiner.paragraphs();
}

interface Draft {
  text: string;
  last: PdfLine;
  /** The edges of the block that the last line is in. */
  edges: Edges;
  readonly first: PdfLine;
  readonly pages: [start: number, page: number][];
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

class Joiner {
  readonly #words: ReadonlySet<string>;
  readonly #leading: number;
  readonly #drafts: Draft[] = [];
  /** What the last line went to. */
  #current: Draft | null = null;

  constructor(words: ReadonlySet<string>, leading: number) {
    this.#words = words;
    this.#leading = leading;
  }

  add({ page, lines }: PdfBlock): void {
    const edges = {
      left: Math.min(...lines.map(({ left }) => left)),
      right: Math.max(...lines.map(({ right }) => right)),
    };
    for (const [index, line] of lines.entries()) {
      const draft = index === 0 ? this.#unfinished(line) : this.#below(line, edges);
      this.#current = draft === null ? this.#begin(line, edges, page) : this.#append(draft, line, edges, page);
    }
  }

  #begin(line: PdfLine, edges: Edges, page: number): Draft {
    const draft: Draft = { text: line.text, last: line, first: line, edges, pages: [[0, page]] };
    this.#drafts.push(draft);
    return draft;
  }

  #append(draft: Draft, line: PdfLine, edges: Edges, page: number): Draft {
    const before = withoutHyphen(draft.text, line.text, this.#words);
    if (draft.pages.at(-1)?.[1] !== page) draft.pages.push([before.length, page]);
    // A tab that gets here stood between words of a sentence.
    draft.last = { ...line, text: line.text.replaceAll("\t", " ") };
    draft.text = before + draft.last.text;
    draft.edges = edges;
    return draft;
  }

  paragraphs(): readonly PdfParagraph[] {
    return this.#drafts.map(({ text, first, pages }) => ({ text, size: first.size, pages }));
  }

  /** The last paragraph where the line goes on with it, from the line above in the same block. */
  #below(line: PdfLine, edges: Edges): Draft | null {
    const draft = this.#current;
    if (draft === null || startsNew(line) || hasCells(draft.last)) return null;
    if (hasCells(line) && !fills(line, draft, edges)) return null;
    const { last } = draft;
    const size = Math.max(last.size, line.size);
    if (!isSameSize(last, line) || line.top - last.top > this.#leading * size * 1.3) return null;
    if (areCentred(last, line, edges)) return draft;
    const indent = line.left - edges.left > size * 0.7 && last.left - edges.left < size * 0.4;
    if (indent && !startsNew(draft.first)) return null;
    return endsShort(last, line, edges) ? null : draft;
  }

  /** The paragraph that breaks off at the end of an earlier block and goes on with the line; the notes below it are smaller. */
  #unfinished(line: PdfLine): Draft | null {
    if (startsNew(line) || (hasCells(line) && !twoWords.test(line.text))) return null;
    for (let back = 1; back <= mostNotes; back++) {
      const draft = this.#drafts.at(-back);
      if (draft === undefined) return null;
      if (isSameSize(draft.last, line)) return goesOn(draft, line) ? draft : null;
      if (draft.last.size > line.size) return null;
    }
    return null;
  }
}

const mostNotes = 8;

function isSameSize(a: PdfLine, b: PdfLine): boolean {
  return Math.abs(a.size - b.size) <= 0.08 * Math.max(a.size, b.size);
}

/** A bullet, a number or a letter of a list. */
function startsNew({ text }: PdfLine): boolean {
  return /^(?:[•‣▪●◦○■□➢✓·*\uf0b7\uf0a7]|[-–—](?=\s)|\(?(?:\d{1,2}|[a-z])[.)](?=\s))/.test(text);
}

function hasCells({ text }: PdfLine): boolean {
  return text.includes("\t");
}

/** Whether what looks like two cells are two words set apart to fill the column, within a sentence. */
const twoWords = /^\p{Ll}\S*\t\S+$/u;

function fills({ text, left, right, size }: PdfLine, above: Draft, edges: Edges): boolean {
  const isFull = (line: Edges): boolean => Math.max(line.left - edges.left, edges.right - line.right) < size / 2;
  return twoWords.test(text) && !endsSentence(above.text) && isFull({ left, right }) && isFull(above.last);
}

function areCentred(a: PdfLine, b: PdfLine, { left, right }: Edges): boolean {
  const inside = (line: PdfLine) => Math.min(line.left - left, right - line.right) > line.size * 0.8;
  const apart = Math.abs(a.left + a.right - b.left - b.right) / 2;
  return apart < a.size * 0.5 && (inside(a) || inside(b)) && Math.abs(a.left - b.left) > 1;
}

/** Whether the line above ends before its column does, as the last one of a paragraph or a heading. */
function endsShort(above: PdfLine, line: PdfLine, { left, right }: Edges): boolean {
  const open = (right - above.right) / Math.max(1, right - left);
  if (open > 0.15 && endsSentence(above.text)) return true;
  // The next line's first word would have had its place there.
  const firstWord = (line.text.indexOf(" ") < 0 ? line.text.length : line.text.indexOf(" ")) + 1;
  const room = (right - above.right) / (above.size * 0.5);
  return open > 0.12 && room > firstWord * 1.5 && /^[\p{Lu}\p{N}“"‘]/u.test(line.text) && !/[,-]$/.test(above.text);
}

function goesOn(draft: Draft, line: PdfLine): boolean {
  if (hasCells(draft.last) || endsSentence(draft.text)) return false;
  if (/(?:\p{L}-|,)$/u.test(draft.text.slice(-4)) || /^[\p{Ll}(]/u.test(line.text)) return true;
  const { right, left } = draft.edges;
  return draft.last.font === line.font && right - draft.last.right < 0.12 * (right - left) && draft.text.length > 40;
}

function endsSentence(text: string): boolean {
  return /[.?!:;…]["”’')\]]*$/.test(text.slice(-8));
}

/** Paragraphs may be long; their last word is not. */
const longestWord = 100;

/** The text up to where the next line begins: with a space, or without the hyphen of a parted word. */
function withoutHyphen(text: string, next: string, words: ReadonlySet<string>): string {
  const before = /(\p{L}+(?:-\p{L}+)*)-$/u.exec(text.slice(-longestWord))?.[1];
  if (before === undefined) return `${text} `;
  const after = /^\p{Ll}+/u.exec(next)?.[0];
  if (after === undefined) return text;
  const [joined, parted] = [`${before}${after}`.toLowerCase(), `${before}-${after}`.toLowerCase()];
  const ofTwoWords = words.has(before.toLowerCase()) && words.has(after);
  return !words.has(joined) && (words.has(parted) || ofTwoWords) ? text : text.slice(0, -1);
}

/** The words of all lines in lower case, but for the two ends of those that are parted. */
function wordsIn(blocks: readonly PdfBlock[]): ReadonlySet<string> {
  const words = new Set<string>();
  let parted = false;
  for (const { lines } of blocks) {
    for (const { text } of lines) {
      const whole = text
        .toLowerCase()
        .replace(parted ? /^\p{Ll}+/u : "", "")
        .replace(/\p{L}+-$/u, "");
      for (const [word] of whole.matchAll(/\p{L}+(?:-\p{L}+)*/gu)) words.add(word);
      parted = /\p{L}-$/u.test(text);
    }
  }
  return words;
}

/** The distance between lines of text, in heights of a letter: the median. */
function usualLeading(blocks: readonly PdfBlock[]): number {
  const found = blocks
    .flatMap(({ lines }) =>
      lines.slice(1).flatMap((line, index) => {
        const above = lines[index];
        return above === undefined || !isSameSize(above, line) ? [] : [(line.top - above.top) / line.size];
      }),
    )
    .filter((leading) => leading > 0.8 && leading < 3.5)
    .sort((a, b) => a - b);
  return found[Math.floor(found.length / 2)] ?? 1.3;
}
