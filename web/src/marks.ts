/** Words of a text that belong to something: a line of the record, or a field of one. */
export interface Marked {
  readonly line: string;
  /** What they are to it: "speaker", "words", "evidence". */
  readonly role: string;
  readonly span: readonly [number, number];
}

/** A stretch of text over which the same marks lie. */
export interface MarkedStretch {
  readonly start: number;
  readonly text: string;
  /** Those over it, the shortest first: what is marked most closely is meant. */
  readonly marks: readonly Marked[];
}

/** A paragraph of a text, cut where a mark begins or ends. */
export interface MarkedParagraph {
  readonly start: number;
  readonly stretches: readonly MarkedStretch[];
}

/** The paragraphs of a text with all marks in them. Blank lines part paragraphs. @param offset where the text begins in what the spans count in */
export function markedParagraphs(text: string, marks: readonly Marked[], offset = 0): readonly MarkedParagraph[] {
  const sorted = marks
    .map((mark) => ({ ...mark, span: [mark.span[0] - offset, mark.span[1] - offset] as const }))
    .filter(({ span: [start, end] }) => start < end)
    .sort((a, b) => a.span[0] - b.span[0]);
  return [...text.matchAll(/\S(?:(?!\n[^\S\n]*\n)[\s\S])*/g)].map(({ index, 0: words }) => {
    const end = index + words.length;
    const here = sorted.filter(({ span }) => span[0] < end && span[1] > index);
    return { start: index, stretches: stretches(text, index, end, here) };
  });
}

function stretches(text: string, start: number, end: number, marks: readonly Marked[]): readonly MarkedStretch[] {
  const cuts = new Set([start, end]);
  for (const { span } of marks) for (const at of span) if (at > start && at < end) cuts.add(at);
  const at = [...cuts].sort((a, b) => a - b);
  return at.slice(0, -1).map((from, index) => {
    const to = at[index + 1] ?? end;
    const over = marks.filter(({ span }) => span[0] <= from && span[1] >= to);
    return { start: from, text: text.slice(from, to), marks: over.sort(byLength) };
  });
}

function byLength(a: Marked, b: Marked): number {
  return a.span[1] - a.span[0] - (b.span[1] - b.span[0]);
}
