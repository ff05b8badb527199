import type { Quotation, QuotationLayer, SentenceLayer, TokenLayer, TokenRange } from "../../doc/layers.js";
import { type QuoteMark, quoteMark } from "../../doc/quote-marks.js";
import { spokenBehindDashes } from "./spoken-behind-dashes.js";

type FlatQuotation = Omit<Quotation, "depth">;

interface OpenQuotation {
  readonly family: QuoteMark["family"];
  readonly open: number;
  readonly first: number;
  readonly continues: boolean;
  /** No later pair of the same family stands behind the opening mark. */
  lone: boolean;
}

/**
 * The stretches in quote marks. Curly marks tell their side; a straight mark's side is read from the white space around it.
 * Marks pair within a paragraph, innermost first. A quotation that a paragraph leaves open goes on in the next one where
 * that starts with an opening mark of the same family, as newspapers set it; an opening mark that nothing closes quotes to
 * the end of its paragraph, unless whole pairs of its family stand behind it. Apostrophes are no marks. In a paragraph without marks dashes may stand for them.
 */
export function findQuotations(text: string, tokens: TokenLayer, layer: SentenceLayer): QuotationLayer {
  const quotations: FlatQuotation[] = [];
  const state = new Uint8Array(tokens.length);
  let carried: OpenQuotation | null = null;
  for (const paragraph of layer.paragraphs) {
    const before = quotations.length;
    carried = pairMarks(text, tokens, paragraph, carried, quotations, state);
    if (quotations.length > before) continue;
    for (const spoken of spokenBehindDashes(text, tokens, paragraph)) {
      quotations.push(spoken);
      for (let k = spoken.inner.first; k < spoken.inner.end; k++) state[k] = 1;
      for (const mark of [spoken.open, spoken.close]) if (mark !== null) state[mark] = 2;
    }
  }
  quotations.sort((a, b) => a.inner.first - b.inner.first || b.inner.end - a.inner.end);
  return { quotations: withDepths(quotations), state };
}

/** Counted when all pairs are known: an opening mark that turns out to have no partner holds nothing. */
function withDepths(quotations: readonly FlatQuotation[]): Quotation[] {
  const around: FlatQuotation[] = [];
  return quotations.map((quotation) => {
    while ((around.at(-1)?.inner.end ?? quotation.inner.end) < quotation.inner.end) around.pop();
    around.push(quotation);
    return { ...quotation, depth: around.length - 1 };
  });
}

function pairMarks(
  text: string,
  tokens: TokenLayer,
  paragraph: TokenRange,
  before: OpenQuotation | null,
  quotations: FlatQuotation[],
  state: Uint8Array,
): OpenQuotation | null {
  const stack: OpenQuotation[] = [];
  const close = (quotation: OpenQuotation, at: number, mark: number | null): void => {
    quotations.push({
      inner: { first: quotation.first, end: at },
      open: quotation.open,
      close: mark,
      continues: quotation.continues,
    });
    for (let k = quotation.first; k < at; k++) if (state[k] === 0) state[k] = 1;
    state[quotation.open] = 2;
    if (mark !== null) state[mark] = 2;
  };
  for (let i = paragraph.first; i < paragraph.end; i++) {
    const mark = markAt(text, tokens, i);
    if (mark === null) continue;
    if (opensHere(mark, stack.at(-1)?.family)) {
      const continues = i === paragraph.first && before?.family === mark.family;
      stack.push({ family: mark.family, open: i, first: i + 1, continues, lone: true });
      continue;
    }
    const index = stack.findLastIndex((open) => closes(mark, open.family));
    const quotation = stack[index];
    if (!quotation) continue;
    stack.length = index;
    for (const outer of stack) outer.lone = outer.lone && outer.family !== mark.family;
    close(quotation, i, i);
  }
  const left = stack.find((open) => open.lone && open.family !== "single");
  stack.length = 0;
  if (!left) return null;
  const next = markAt(text, tokens, paragraph.end);
  const cue = next?.family === left.family ? null : commaBeforeCue(text, tokens, left.first, paragraph.end);
  close(left, cue === null ? paragraph.end : cue + 1, null);
  return cue === null ? left : null;
}

/**
 * The comma that ends the words of a sentence before its speaker and a cue ("We stay, the mayor said on Friday."): there a quotation ends whose
 * closing mark is missing. `null` without one.
 */
function commaBeforeCue(text: string, tokens: TokenLayer, first: number, end: number): number | null {
  for (let i = first, comma = -1; i < end; i++) {
    const word = text.slice(tokens.start[i], tokens.end[i]);
    if (/^[.?!]$/.test(word)) return null;
    if (word === ",") comma = i;
    else if (comma > first && i - comma <= farthestCue && cues.test(word)) return comma;
  }
  return null;
}

const farthestCue = 6;
const cues = /^(?:said|says|told|added|asked|warned|replied|wrote|insisted)$/;

function opensHere(mark: QuoteMark, innermost: QuoteMark["family"] | undefined): boolean {
  if (innermost !== undefined && closes(mark, innermost)) return mark.side === "open" && mark.family === innermost;
  return mark.side !== "close";
}

/** A low mark is closed by either of the high ones: „…” and, in German, „…“. */
function closes(mark: QuoteMark, family: QuoteMark["family"]): boolean {
  if (mark.family === family) return true;
  return (family === "low" && mark.family === "double") || (family === "low-single" && mark.family === "single");
}

/** What quote mark token `i` is, with its side where the space around it tells one; `null` where it is none (an apostrophe, an inch mark). */
function markAt(text: string, tokens: TokenLayer, i: number): QuoteMark | null {
  const word = text.slice(tokens.start[i], tokens.end[i]);
  const mark = quoteMark(word);
  if (mark === null) return null;
  const before = text.charAt((tokens.start[i] ?? 0) - 1);
  const after = text.charAt(tokens.end[i] ?? 0);
  if (mark.family === "single") return mark.side === "open" ? mark : singleMark(mark, before, after);
  if (mark.family === "low-single") return /[\p{L}\p{N}…]/u.test(after) ? mark : null;
  return {
    family: mark.family,
    side: mark.side === "either" ? straightSide(before, after) : turned(mark.side, before, after),
  };
}

function straightSide(before: string, after: string): QuoteMark["side"] {
  const spaceBefore = before === "" || /[\s([{—–-]/.test(before);
  const spaceAfter = after === "" || /[\s.,;:!?)\]}—–-]/.test(after);
  if (spaceBefore && !spaceAfter) return "open";
  if (spaceAfter && !spaceBefore) return "close";
  return "either";
}

/** The side of a mark that has one, as the space around it shows: in »So« and ”So” the first one opens. */
function turned(side: "open" | "close", before: string, after: string): "open" | "close" {
  if (side === "close") return /^[\s(]?$/.test(before) && /[\p{L}\p{N}]/u.test(after) ? "open" : "close";
  return /[\p{L}\p{N}.,!?…]/u.test(before) && (after === "" || /[\s.,;:!?)]/.test(after)) ? "close" : "open";
}

function singleMark({ side }: QuoteMark, before: string, after: string): QuoteMark | null {
  const spaceBefore = before === "" || /[\s([{—–“"]/.test(before);
  if (spaceBefore) return side === "either" && /[\p{L}[…]/u.test(after) ? { family: "single", side: "open" } : null;
  const closesWord = after === "" || /[\s.,;:!?)\]}”"—–]/.test(after);
  if (!closesWord) return null;
  // "the ministers' plan": a plural's apostrophe, unless punctuation stands before the mark or behind it.
  if (/s/i.test(before) && /\s/.test(after)) return null;
  return { family: "single", side: "close" };
}
