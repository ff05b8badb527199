import type { Quotation, TokenLayer, TokenRange } from "../../doc/layers.js";

const dash = /^(?:[—–―]|--)$/;
const pause = /^(?:[,.?!…]|\.{2,})$/;
const cues = /^(?:said|says|told|added|asked|warned|replied|wrote|insisted|answered|continued|explained)$/;
/** So many tokens may stand between what is said and the verb that says so. */
const farthestCue = 6;

/**
 * What is said in a paragraph of a dialogue, which opens with a dash as newspapers of other languages set it: "— We stay, — said the mayor. — The water is falling." Empty where no
 * verb of saying stands behind what is said, as in a list.
 */
export function spokenBehindDashes(
  text: string,
  tokens: TokenLayer,
  paragraph: TokenRange,
): readonly Omit<Quotation, "depth">[] {
  const word = (token: number): string => text.slice(tokens.start[token], tokens.end[token]);
  if (!dash.test(word(paragraph.first))) return [];
  const found: Omit<Quotation, "depth">[] = [];
  for (let open: number | null = paragraph.first; open !== null; ) {
    const said = endOfSaid(open + 1, paragraph.end, word);
    if (found.length === 0 && said === null) return [];
    const end: number = said ?? paragraph.end;
    const close = end < paragraph.end && dash.test(word(end)) ? end : null;
    if (end > open + 1) found.push({ inner: { first: open + 1, end }, open, close, continues: false });
    open = said === null ? null : nextOpening((close ?? end - 1) + 1, paragraph.end, word);
  }
  return found;
}

/** Where what is said ends before who says it: behind the comma or stop that a verb of saying follows; `null` where none does. */
function endOfSaid(first: number, end: number, word: (token: number) => string): number | null {
  for (let at = first; at < end; at++) {
    if (!pause.test(word(at)) && !dash.test(word(at + 1))) continue;
    const told = dash.test(word(at + 1)) ? at + 2 : at + 1;
    for (let cue = told; cue < Math.min(end, told + farthestCue); cue++) {
      if (cues.test(word(cue))) return at + 1;
      if (pause.test(word(cue))) break;
    }
  }
  return null;
}

/** The dash behind who says it, from which on they go on; in "―said the mayor―. The water is falling" it stands before the stop. */
function nextOpening(first: number, end: number, word: (token: number) => string): number | null {
  for (let at = first; at < end - 1; at++) {
    if (!dash.test(word(at))) continue;
    return /^[.,:]$/.test(word(at + 1)) ? at + 1 : at;
  }
  return null;
}
