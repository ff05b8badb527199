import { groupedBy } from "../link/grouped-by.js";
import { compareText } from "../link/link-input.js";
import type { ToldInPeriod } from "../store/queries/told-in-period.js";
import { type BriefLine, eventLine, stateLine } from "./brief-line.js";
import { compareActions, type OfficeTitles, rankStatements, sameStatements } from "./brief-ranking.js";
import { type BriefView, groupLine } from "./brief-view.js";

/** What happened, what came to hold and what was said, day by day. */
export interface TimelineView extends Pick<BriefView, "period" | "about" | "size"> {
  /** In order of time. */
  readonly days: readonly TimelineDay[];
  /** How much of the period is on none of them: days have a limit, and what nobody dates is on no day. */
  readonly more: number;
}

export interface TimelineDay {
  readonly day: string;
  /** Postures, then actions by weight, then statements. */
  readonly lines: readonly BriefLine[];
  readonly more: number;
}

/** So many lines of a day are shown. */
export interface TimelineLimits {
  readonly postures: number;
  readonly actions: number;
  readonly statements: number;
}

/** What a reader takes in of a day. */
export const usualDay: TimelineLimits = { postures: 8, actions: 10, statements: 4 };

/** The timeline of a period: each event on the day on which it happened, where a line tells it, else on that of the first report. */
export function timelineView(
  told: ToldInPeriod,
  { period, about, size }: Pick<BriefView, "period" | "about" | "size">,
  titles: OfficeTitles,
  limits: TimelineLimits = usualDay,
): TimelineView {
  const inPeriod = ({ day }: BriefLine): boolean =>
    day !== null && (period.since === null || day >= period.since) && (period.until === null || day < period.until);
  const postures = told.histories.items
    .flatMap((history) => history.states.flatMap((state) => stateLine(history, state, told) ?? []))
    .filter(inPeriod);
  const actions = told.actions.items
    .toSorted(compareActions)
    .flatMap((event) => eventLine(event, told) ?? [])
    .filter(inPeriod);
  const groups = rankStatements(sameStatements(told.statements.items, told.lines), { lines: told.lines, titles });
  const statements = groups.flatMap((group) => groupLine(group, told) ?? []).filter(inPeriod);
  const [byPosture, byAction, byStatement] = [postures, actions, statements].map((lines) =>
    groupedBy(lines, ({ day }) => day ?? ""),
  );
  const days = [...new Set([...postures, ...actions, ...statements].flatMap(({ day }) => day ?? []))].sort(compareText);
  return {
    period,
    about,
    size,
    days: days.map((day) => {
      const all = [
        [byPosture?.get(day) ?? [], limits.postures],
        [byAction?.get(day) ?? [], limits.actions],
        [byStatement?.get(day) ?? [], limits.statements],
      ] as const;
      return {
        day,
        lines: all.flatMap(([lines, most]) => lines.slice(0, most)),
        more: all.reduce((sum, [lines, most]) => sum + Math.max(0, lines.length - most), 0),
      };
    }),
    more: told.actions.total - told.actions.items.length + told.statements.total - told.statements.items.length,
  };
}
