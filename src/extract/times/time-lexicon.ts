import { parseTable } from "../../text/table.js";
import type { RecognisedTime } from "./recognise-times.js";
import type { TimexType } from "./time-meaning.js";

/** Expressions whose value is written down: "now", "recently", "daily". */
export interface TimeLexicon {
  /** The longest one that starts at the token; `text` is its sentence in lower case, which the token starts at `start` in. */
  timeAt(text: string, start: number, token: number): RecognisedTime | null;
}

const longest = 5;

/** The lexicon from `data/times.tsv`. */
export function timeLexicon(table: string): TimeLexicon {
  const entries = new Map(
    parseTable(table).map(
      ([phrase = "", type = "", value = ""]) => [phrase, { type: typeOf(type, phrase), value }] as const,
    ),
  );
  return {
    timeAt(text, start, token) {
      let end = start;
      let best: RecognisedTime | null = null;
      for (let length = 1; length <= longest && end < text.length; length++) {
        const space = text.indexOf(" ", end + (length === 1 ? 0 : 1));
        end = space < 0 ? text.length : space;
        const entry = entries.get(text.slice(start, end));
        if (entry !== undefined) best = { first: token, end: token + length, meaning: { kind: "fixed", ...entry } };
      }
      return best;
    },
  };
}

function typeOf(type: string, phrase: string): TimexType {
  if (type === "DATE" || type === "TIME" || type === "DURATION" || type === "SET") return type;
  throw new TypeError(`Found the type "${type}" for "${phrase}"; expected DATE, TIME, DURATION or SET.`);
}
