import type { TimeMeaning } from "./time-meaning.js";

/** Words before an expression that belong to it. `pattern` is sticky and ends with the space behind them. */
export interface TimeModifier {
  readonly pattern: RegExp;
  /** What they make of an expression behind them, which may start with a number; `null` where they do not go with it. */
  readonly modify: (meaning: TimeMeaning, counted: boolean) => TimeMeaning | null;
}

const partOf =
  "the (?:very )?(?:end|beginning|start|middle|close|turn|latter part|rest|(?:first|second|latter|other) half|(?:early|small|wee|late|first|second|third|fourth|last|opening|closing|final) (?:hours|minutes|days?|weeks?|weekend|months)) (?:of|in)";

/** TimeML's `mod`: which part of a time is meant, or how near it. All but the eve leave the value as it is. */
export const timeModifiers: readonly TimeModifier[] = [
  {
    pattern: /the eve of /y,
    modify: (meaning) => (mayBeDay(meaning) ? { kind: "moved", unit: "D", amount: -1, of: meaning } : null),
  },
  {
    pattern: new RegExp(
      `(?:${partOf}|(?:the )?(?:very )?(?:early|earlier|late|later|mid)(?: (?:in|on|-))?|sometime(?: in)?|a (?:good|large) part of|(?:all|most|much) of|the (?:entire|whole)) `,
      "y",
    ),
    modify: unless("duration", "set"),
  },
  {
    pattern:
      /(?:about|around|roughly|approximately|nearly|almost|at least|at most|(?:no |not )?(?:more|less|later) than) /y,
    modify: (meaning, counted) => (counted || /^(?:duration|clock|date)$/.test(meaning.kind) ? meaning : null),
  },
  {
    pattern: /(?:up to|over|under|some|as (?:much|long|many) as|fewer than) /y,
    modify: (meaning, counted) => (counted && meaning.kind === "duration" ? meaning : null),
  },
  { pattern: /each of /y, modify: (meaning) => (meaning.kind === "duration" ? meaning : null) },
];

/** Words behind an expression that belong to it; sticky, from the space before them. */
export const timeTrailer =
  / (?:or so|or (?:more|less|later|earlier|longer)|and beyond|ahead|(?:to|from) date|or two)(?= |$)/y;

function unless(...kinds: readonly TimeMeaning["kind"][]): TimeModifier["modify"] {
  return (meaning) => (kinds.includes(meaning.kind) ? null : meaning);
}

function mayBeDay({ kind }: TimeMeaning): boolean {
  return kind === "date" || kind === "weekday";
}
