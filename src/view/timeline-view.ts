import type { DueOn } from "../link/due/due-things.js";
import type { TellingFacts } from "../link/events/group-events.js";
import { tellingToShow } from "../link/events/telling-to-show.js";
import { groupedBy } from "../link/grouped-by.js";
import { compareText } from "../link/link-input.js";
import { lineId } from "../store/line-id.js";
import type { Period } from "../store/queries/line-filter.js";
import type { ToldByDay, ToldWords } from "../store/queries/told-in-period.js";
import type { BriefLine } from "./brief-line.js";
import { rankStatements, type StatementScale, sameStatements } from "./brief-ranking.js";
import { type BriefView, eventOfPage, openDue, statementOfPage } from "./brief-view.js";
import { type Chosen, linesOfChosen } from "./chosen-lines.js";

/** What happened, what came to hold and what was said, day by day. */
export interface TimelineView extends Pick<BriefView, "period" | "about" | "size"> {
  /** In order of time. */
  readonly days: readonly TimelineDay[];
  /** How much of the period is on none of them: days have a limit, and what nobody dates is on no day. */
  readonly more: number;
}

export interface TimelineDay {
  readonly day: string;
  /** Postures, then actions by weight, then statements, then what is due on that day, or passed without a report. */
  readonly lines: readonly BriefLine[];
  readonly more: number;
}

/** So many lines of a day are shown: what a reader takes in. */
export const usualDay = { postures: 8, actions: 10, statements: 4, due: 6 };

/** What is on a timeline, chosen before its words are read. */
export interface TimelineChoice {
  readonly days: readonly { readonly day: string; readonly chosen: readonly Chosen[]; readonly more: number }[];
  readonly more: number;
}

/** What of a period is on its timeline: each event on the day on which it happened, where a line tells it, else on that of the first report. */
export function chooseTimeline(
  told: ToldByDay & { readonly due: readonly DueOn[] },
  { since, until }: Period,
  scale: StatementScale,
): TimelineChoice {
  const waited = openDue(told.due);
  const isWaitedFor = waitedFor(waited.map(({ due }) => due));
  const groups = rankStatements(sameStatements(told.statements.items), scale).map(({ group }) => group);
  const postures = told.histories.flatMap((history) =>
    history.states
      .filter(({ tellings }) => !isWaitedFor(tellings))
      .map((state) => ({ day: state.from, chosen: { kind: "state", history, state } as const })),
  );
  const actions = told.actions.items.map((event) => ({
    day: tellingToShow(event.tellings)?.date ?? null,
    chosen: eventOfPage(event),
    waited: isWaitedFor(event.tellings),
  }));
  const due = waited.map((chosen) => ({ day: chosen.due.thing.due.day, chosen }));
  const statements = groups.map((group) => ({ day: group.shown.day, chosen: statementOfPage(group) }));
  const inPeriod = ({ day }: { readonly day: string | null }): boolean =>
    day !== null && (since === null || day >= since) && (until === null || day < until);
  const byDay = [postures, actions.filter((one) => !one.waited), statements, due].map((all) =>
    groupedBy(all.filter(inPeriod), ({ day }) => day ?? ""),
  );
  const most = [usualDay.postures, usualDay.actions, usualDay.statements, usualDay.due];
  const waitedActions = groupedBy(
    actions.filter((one) => one.waited),
    ({ day }) => day,
  );
  const days = [...new Set(byDay.flatMap((some) => [...some.keys()]))].sort(compareText);
  const onDays = days.reduce((sum, day) => sum + (told.actionsOfDays.get(day) ?? 0), 0);
  return {
    days: days.map((day) => {
      const all = byDay.map((some) => some.get(day) ?? []);
      const chosen = all.map((some, at) => some.slice(0, most[at]).map((one) => one.chosen));
      const actionsOfDay = (told.actionsOfDays.get(day) ?? 0) - (waitedActions.get(day)?.length ?? 0);
      const counts = all.map((some, at) => (at === 1 ? actionsOfDay : some.length));
      return {
        day,
        chosen: chosen.flat(),
        more: counts.reduce((sum, count, at) => sum + count - (chosen[at]?.length ?? 0), 0),
      };
    }),
    more: told.actions.total - onDays + told.statements.total - told.statements.items.length,
  };
}

/** Whether these tell of what stands on its day as due, with how it stands, and not as announced once more. */
function waitedFor(due: readonly DueOn[]): (tellings: readonly TellingFacts[]) => boolean {
  const coming = due.filter(({ thing }) => thing.due.as !== "until" && !thing.demanded);
  const lines = new Set(
    coming.flatMap(({ thing }) => thing.tellings.map(({ article, line }) => lineId(article, line))),
  );
  return (tellings) => {
    const shown = tellingToShow(tellings);
    return shown !== null && lines.has(lineId(shown.article, shown.line));
  };
}

/** The timeline with what was chosen for it. */
export function timelineView(
  { days, more }: TimelineChoice,
  sources: ToldWords,
  page: Pick<BriefView, "period" | "about" | "size">,
): TimelineView {
  return { ...page, days: days.map(({ chosen, ...day }) => ({ ...day, lines: linesOfChosen(chosen, sources) })), more };
}
