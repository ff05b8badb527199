import { mergeSpans, type Span } from "../../text/span.js";
import { type RunningSentence, type RunningText, rowLength } from "./running-text.js";
import { has } from "./word-rows.js";

/** What two texts have in common; quotations do not count, because whoever reports on a speech has them. */
export interface CommonText {
  readonly first: CommonPart;
  readonly second: CommonPart;
}

/** One text's part of what is common. */
export interface CommonPart {
  /** Words of shared sentences, outside quotation marks. */
  readonly words: number;
  /** Their share of all such words, from 0 to 1. */
  readonly share: number;
  /** The shared sentences, merged where they touch. */
  readonly spans: readonly Span[];
  /** Whether the text's first sentence is shared. */
  readonly lead: boolean;
}

/** The least share of a sentence's own words that must stand in the other text in such rows. */
const enough = 0.6;

/** What two texts have in common. Takes time in proportion to their lengths. */
export function compareTexts(first: RunningText, second: RunningText): CommonText {
  return { first: commonPart(first, second.rows), second: commonPart(second, first.rows) };
}

function commonPart({ sentences, ownWords }: RunningText, rows: Uint32Array): CommonPart {
  const shared = sentences.filter((sentence) => isShared(sentence, rows));
  const words = shared.reduce((sum, sentence) => sum + sentence.ownWords, 0);
  return {
    words,
    share: ownWords === 0 ? 0 : words / ownWords,
    spans: mergeSpans(shared.map(({ span: [start, end] }): Span => [start, end + 1])).map(
      ([start, end]): Span => [start, end - 1],
    ),
    lead: shared[0] !== undefined && shared[0] === sentences[0],
  };
}

/**
 * Whether most of the sentence stands in the other text. A figure that does not makes it another sentence: reports on markets, matches
 * and earthquakes are made of the same words with other figures.
 */
function isShared(sentence: RunningSentence, rows: Uint32Array): boolean {
  const { quoted, figures, ownWords } = sentence;
  if (ownWords < rowLength) return false;
  let missing = 0;
  // Words before this place stand in a row that the other text has.
  let coveredTo = 0;
  for (let i = 0; i < quoted.length; i++) {
    const row = sentence.rows[i];
    if (row !== undefined && has(rows, row)) coveredTo = i + rowLength;
    if (quoted[i] === 1) continue;
    if (i < coveredTo) continue;
    missing++;
    if (figures[i] === 1 || (ownWords - missing) / ownWords < enough) return false;
  }
  return true;
}
