import type { TokenRange } from "../../doc/layers.js";
import type { Words } from "../grammar/words.js";

/** A sentence as the rules read it: its tokens in lower case with straight apostrophes and one space between. */
export interface SentenceLine {
  readonly text: string;
  readonly sentence: TokenRange;
  /** Where a token of the sentence starts in `text`. */
  startOf(token: number): number;
  /** How many tokens a sticky expression takes from this place of `text` on; 0 where it does not stand there. */
  tokensAt(start: number, pattern: RegExp): number;
}

/** The line of a sentence. */
export function sentenceLine(sentence: TokenRange, words: Words): SentenceLine {
  const starts: number[] = [];
  const tokens: string[] = [];
  let at = 0;
  for (let token = sentence.first; token < sentence.end; token++) {
    const word = words.lower(token).replaceAll("’", "'");
    starts.push(at);
    tokens.push(word);
    at += word.length + 1;
  }
  const text = tokens.join(" ");
  return {
    text,
    sentence,
    startOf: (token) => starts[token - sentence.first] ?? text.length,
    tokensAt(start, pattern) {
      pattern.lastIndex = start;
      const match = pattern.exec(text);
      return match === null ? 0 : match[0].trim().split(" ").length;
    },
  };
}
