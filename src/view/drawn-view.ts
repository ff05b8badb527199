import type { DrawnPeriod } from "../store/queries/drawn-period.js";
import type { Period } from "../store/queries/line-filter.js";
import { dayAfter, wholeDays } from "../text/days.js";

/** Of which days a picture is drawn, and what is left out of it. */
export interface DrawnView {
  readonly asked: Period;
  /** The first day that is drawn and the day behind the last; `null` where there is nothing to draw. */
  readonly since: string | null;
  readonly until: string | null;
  /** The last day that is drawn and that an article tells to be its own: undated ones stand behind it, on the day on which they were added. */
  readonly last: string | null;
  readonly articles: number;
  /** Articles of earlier days that were asked for too, and are too many to draw. */
  readonly earlier: number;
  /** What it is narrowed down to, in plain words; empty for all. */
  readonly about: readonly string[];
  /** Days in between on which nobody in the record wrote anything, each stretch once, in order of time. */
  readonly gaps: readonly GapView[];
}

/** From a day on, and before `until`. */
export interface GapView {
  readonly since: string;
  readonly until: string;
  readonly days: number;
}

export function drawnView(
  { since, until, last, articles, earlier, days }: DrawnPeriod,
  asked: Period,
  about: readonly string[],
): DrawnView {
  const question = { since: asked.since, until: asked.until };
  const ends = { since: since || null, until: until || null, last: last || null };
  return { asked: question, ...ends, articles, earlier, about, gaps: gapsBetween(days.map(({ day }) => day)) };
}

/** The stretches between days that follow one another, but not at once. */
function gapsBetween(days: readonly string[]): readonly GapView[] {
  return days.slice(1).flatMap((next, at) => {
    const since = dayAfter(days[at] ?? next, 1);
    if (since >= next) return [];
    return [{ since, until: next, days: wholeDays(since, next) }];
  });
}
