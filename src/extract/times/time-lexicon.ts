import { parseTable } from "../../text/table.js";
import type { RecognisedTime, TimeMeaning } from "./time-meaning.js";

/** Expressions whose value is written down: "now", "recently", "daily". */
export interface TimeLexicon {
  /** The longest one that starts at the token; `text` is its sentence in lower case, which the token starts at `start` in. */
  timeAt(text: string, start: number, token: number): RecognisedTime | null;
}

const longest = 5;

/** The lexicon from `data/times.tsv`. Throws a `TypeError` where a row has a type that TIMEX3 does not know. */
export function timeLexicon(table: string): TimeLexicon {
  const entries = new Map(
    parseTable(table).map(([phrase = "", type = "", value = ""]) => [phrase, meaningOf(phrase, type, value)]),
  );
  return {
    timeAt(text, start, token) {
      let end = start;
      let best: RecognisedTime | null = null;
      for (let length = 1; length <= longest && end < text.length; length++) {
        const space = text.indexOf(" ", length === 1 ? start : end + 1);
        end = space < 0 ? text.length : space;
        const meaning = entries.get(text.slice(start, end));
        if (meaning !== undefined) best = { first: token, end: token + length, meaning };
      }
      return best;
    },
  };
}

/** A day of every year (`XXXX-12-25`) is a date without its year; every other value stands as it is. */
function meaningOf(phrase: string, type: string, value: string): TimeMeaning {
  if (value.startsWith("XXXX-")) return { kind: "date", year: null, part: value.slice("XXXX-".length), direction: 0 };
  if (type === "DATE" || type === "TIME" || type === "DURATION" || type === "SET")
    return { kind: "fixed", type, value };
  throw new TypeError(`Found the type "${type}" for "${phrase}"; expected DATE, TIME, DURATION or SET.`);
}
