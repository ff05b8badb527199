import type { Quotation, QuotationLayer, SentenceLayer, TokenLayer, TokenRange } from "../../doc/layers.js";

type Side = "open" | "close" | "either";

interface Mark {
  readonly family: "double" | "low" | "single" | "guillemet";
  readonly side: Side;
}

type FlatQuotation = Omit<Quotation, "depth">;

interface OpenQuotation {
  readonly family: Mark["family"];
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
 * the end of its paragraph, unless whole pairs of its family stand behind it. Apostrophes are no marks.
 */
export function findQuotations(text: string, tokens: TokenLayer, layer: SentenceLayer): QuotationLayer {
  const quotations: FlatQuotation[] = [];
  const state = new Uint8Array(tokens.length);
  let carried: OpenQuotation | null = null;
  for (const paragraph of layer.paragraphs) {
    carried = pairMarks(text, tokens, paragraph, carried, quotations, state);
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
  close(left, paragraph.end, null);
  return left;
}

function opensHere(mark: Mark, innermost: Mark["family"] | undefined): boolean {
  if (innermost !== undefined && closes(mark, innermost)) return mark.side === "open" && mark.family === innermost;
  return mark.side !== "close";
}

/** A low mark is closed by either of the high ones: „…” and, in German, „…“. */
function closes(mark: Mark, family: Mark["family"]): boolean {
  return mark.family === family || (family === "low" && mark.family === "double");
}

/** What quote mark token `i` is, or `null` where it is none (an apostrophe, an inch mark, another token). */
function markAt(text: string, tokens: TokenLayer, i: number): Mark | null {
  const word = text.slice(tokens.start[i], tokens.end[i]);
  switch (word) {
    case "„":
      return { family: "low", side: "open" };
    case "“":
    case "``":
      return { family: "double", side: "open" };
    case "”":
    case "''":
      return { family: "double", side: "close" };
    case "«":
      return { family: "guillemet", side: "open" };
    case "»":
      return { family: "guillemet", side: "close" };
    case '"':
      return { family: "double", side: straightSide(text, tokens, i) };
    case "‘":
      return { family: "single", side: "open" };
    case "’":
    case "'":
      return singleMark(text, tokens, i, word);
    default:
      return null;
  }
}

function straightSide(text: string, tokens: TokenLayer, i: number): Side {
  const before = text.charAt((tokens.start[i] ?? 0) - 1);
  const after = text.charAt(tokens.end[i] ?? 0);
  const spaceBefore = before === "" || /[\s([{—–-]/.test(before);
  const spaceAfter = after === "" || /[\s.,;:!?)\]}—–-]/.test(after);
  if (spaceBefore && !spaceAfter) return "open";
  if (spaceAfter && !spaceBefore) return "close";
  return "either";
}

function singleMark(text: string, tokens: TokenLayer, i: number, word: string): Mark | null {
  const before = text.charAt((tokens.start[i] ?? 0) - 1);
  const after = text.charAt(tokens.end[i] ?? 0);
  const spaceBefore = before === "" || /[\s([{—–“"]/.test(before);
  if (spaceBefore) return word === "'" && /[\p{L}[…]/u.test(after) ? { family: "single", side: "open" } : null;
  const closesWord = after === "" || /[\s.,;:!?)\]}”"—–]/.test(after);
  if (!closesWord) return null;
  // "the ministers' plan": a plural's apostrophe, unless punctuation stands before the mark or behind it.
  if (/s/i.test(before) && /\s/.test(after)) return null;
  return { family: "single", side: "close" };
}
