import type { Dispute } from "../link/disputes/find-disputes.js";
import type { DueOn } from "../link/due/due-things.js";
import type { Event, TellingFacts } from "../link/events/group-events.js";
import { compareText } from "../link/link-input.js";
import type { PostureHistory, PostureState } from "../link/postures/posture-histories.js";
import type { Period } from "../store/queries/line-filter.js";
import type { PeriodSize } from "../store/queries/period.js";
import type { Bounded, ToldInPeriod, ToldWords } from "../store/queries/told-in-period.js";
import type { BriefLine } from "./brief-line.js";
import {
  compareDisputes,
  type OfficeTitles,
  rankStatements,
  type StatementGroup,
  sameStatements,
} from "./brief-ranking.js";
import { type Chosen, linesOfChosen } from "./chosen-lines.js";
import { inDueOrder } from "./due-view.js";

/** One page on what the articles of a period tell. */
export interface BriefView {
  readonly period: BriefPeriod;
  /** What it is narrowed down to, in plain words; empty for all. */
  readonly about: readonly string[];
  readonly size: PeriodSize;
  readonly changes: BriefSection;
  readonly postures: BriefSection;
  readonly actions: BriefSection;
  readonly statements: BriefSection;
  readonly disputes: BriefSection;
  /** What is due in the period or in the week after it, and what of it passed without a report. */
  readonly due: BriefSection;
}

/** The days from `since` on and before `until`. `chosen`: the last day that there are articles of, because nobody asked for another. */
export interface BriefPeriod extends Period {
  readonly chosen: "asked" | "last_day";
}

/** The most important lines first, and how many more there are. */
export interface BriefSection {
  readonly lines: readonly BriefLine[];
  readonly more: number;
}

/** So many lines of each section are on the page. */
export interface BriefLimits {
  readonly changes: number;
  readonly postures: number;
  readonly actions: number;
  readonly statements: number;
  readonly disputes: number;
  readonly due: number;
}

/** What fits on a page that somebody reads from top to bottom. */
export const onePage: BriefLimits = { changes: 12, postures: 12, actions: 12, statements: 12, disputes: 6, due: 6 };

/** What is on the page, chosen before its words are read. */
export type BriefChoice = Readonly<Record<keyof BriefLimits, ChosenSection>>;

interface ChosenSection {
  readonly chosen: readonly Chosen[];
  readonly more: number;
}

/** What of a period is on the page, as it was known when the period ended. */
export function chooseBrief(
  told: ToldInPeriod & { readonly due: readonly DueOn[] },
  since: string | null,
  titles: OfficeTitles,
  limits: BriefLimits = onePage,
): BriefChoice {
  const ranked = rankStatements(sameStatements(told.statements.items), titles);
  const actions = told.actions.items.map(eventOfPage);
  const disputes = told.disputes.items
    .toSorted(compareDisputes)
    .map((dispute) => ({ kind: "dispute", dispute }) as const);
  const unread = ({ items, total }: Bounded<unknown>): number => total - items.length;
  return {
    changes: fairly(changesIn(told, ranked, since), limits.changes),
    postures: section(posturesNow(told), limits.postures),
    actions: section(actions, limits.actions, unread(told.actions)),
    statements: section(ranked.map(statementOfPage), limits.statements, unread(told.statements)),
    disputes: section(disputes, limits.disputes, unread(told.disputes)),
    due: section(openDue(told.due), limits.due),
  };
}

/** The page with what was chosen for it. */
export function briefView(
  choice: BriefChoice,
  sources: ToldWords,
  page: Pick<BriefView, "period" | "about" | "size">,
): BriefView {
  const lines = ({ chosen, more }: ChosenSection): BriefSection => ({ lines: linesOfChosen(chosen, sources), more });
  return {
    ...page,
    changes: lines(choice.changes),
    postures: lines(choice.postures),
    actions: lines(choice.actions),
    statements: lines(choice.statements),
    disputes: lines(choice.disputes),
    due: lines(choice.due),
  };
}

function section(all: readonly Chosen[], most: number, unread = 0): ChosenSection {
  return { chosen: all.slice(0, most), more: Math.max(0, all.length - most) + unread };
}

export function eventOfPage(event: Event<TellingFacts>): Chosen {
  return { kind: "event", event };
}

/** What is still due, the next first, and what passed without a report; the rest is among states and actions. */
export function openDue(due: readonly DueOn[]): readonly Extract<Chosen, { readonly kind: "due" }>[] {
  return inDueOrder(due.filter(isOpen)).map((one) => ({ kind: "due", due: one }));
}

function isOpen({ outcome: { state }, thing: { follow } }: DueOn): boolean {
  return state === "due" || (state === "passed" && follow.length > 0);
}

export function statementOfPage(group: StatementGroup): Chosen {
  return { kind: "statement", group };
}

/** The states that hold, the latest first; then those that are announced. What was superseded, denied or only spoken of is left out. */
function posturesNow(told: ToldInPeriod): readonly Chosen[] {
  const now = told.histories.items.flatMap((history) => {
    const last = history.states.findLast(holds);
    const coming = history.states.findLast(({ standing }) => standing === "announced");
    const states = [...(last === undefined ? [] : [last]), ...(coming && isLater(coming, last) ? [coming] : [])];
    return states.map((state) => ({ history, state }));
  });
  return now
    .toSorted(
      (a, b) =>
        Number(holds(b.state)) - Number(holds(a.state)) ||
        compareText(b.state.from ?? "", a.state.from ?? "") ||
        b.state.origins.length - a.state.origins.length ||
        compareText(a.history.id, b.history.id),
    )
    .map((one) => ({ kind: "state", ...one }));
}

function holds({ standing }: Pick<PostureState, "standing">): boolean {
  return standing === "in_force" || standing === "disputed";
}

/** Whether a telling says that it is so; that it will be was said before. */
function isFact({ status }: TellingFacts): boolean {
  return status === "happened" || status === "ongoing";
}

function isLater(coming: PostureState<TellingFacts>, last: PostureState<TellingFacts> | undefined): boolean {
  return last === undefined || (coming.value !== last.value && compareText(coming.from ?? "", last.from ?? "") >= 0);
}

/** So many lines in all, in the order of the lists: none crowds out another, and what one leaves free goes to the first that has more. */
function fairly(lists: readonly Bounded<Chosen>[], most: number): ChosenSection {
  const share = Math.floor(most / lists.length);
  let free = most - lists.reduce((sum, { items }) => sum + Math.min(share, items.length), 0);
  const chosen = lists.flatMap(({ items }) => {
    const more = Math.min(free, Math.max(0, items.length - share));
    free -= more;
    return items.slice(0, share + more);
  });
  return { chosen, more: lists.reduce((sum, { total }) => sum + total, 0) - chosen.length };
}

/**
 * What the period changed: states that are new and what they took the place of, disputes that opened, actions that a second independent origin tells
 * of on a later day than the first, and what people of standing deny; each list the better founded, then the latest first. The words
 * of postures and the sides of disputes stand in their own sections.
 */
function changesIn(
  told: ToldInPeriod,
  ranked: readonly StatementGroup[],
  since: string | null,
): readonly Bounded<Chosen>[] {
  const isNew = (day: string | null): boolean => day !== null && (since === null || day >= since);
  const states = told.histories.items
    .flatMap((history) => newState(history, isNew))
    .toSorted(
      (a, b) => b.state.origins.length - a.state.origins.length || compareText(b.state.from ?? "", a.state.from ?? ""),
    );
  const opened = told.disputes.items
    .filter((dispute) => isNew(openedOn(dispute)))
    .toSorted(compareDisputes)
    .map((dispute): Chosen => ({ kind: "dispute", dispute, news: { mark: "new dispute", sides: [] } }));
  const confirmed = told.confirmed.items.map(
    (event): Chosen => ({ kind: "event", event, news: { fact: "second independent origin" } }),
  );
  const inDispute = new Set(
    told.disputes.items.flatMap(({ sides }) =>
      sides.flatMap(({ ends }) => ends.map(({ article, line }) => `${article}/${line}`)),
    ),
  );
  const denials = ranked
    .filter(
      ({ shown, told: all }) => shown.act === "deny" && !shown.negated && !all.some(({ id }) => inDispute.has(id)),
    )
    .map(statementOfPage);
  return [whole(states), whole(opened), { items: confirmed, total: told.confirmed.total }, whole(denials)];
}

function whole(items: readonly Chosen[]): Bounded<Chosen> {
  return { items, total: items.length };
}

/** The state that holds of a history, where it is new. */
function newState(
  history: PostureHistory<TellingFacts>,
  isNew: (day: string | null) => boolean,
): readonly Extract<Chosen, { readonly kind: "state" }>[] {
  const at = history.states.findLastIndex(holds);
  const state = history.states[at];
  if (state === undefined || !state.tellings.filter(isFact).every(({ day }) => isNew(day))) return [];
  // What was told of the same day was no news before it.
  const before = history.states.slice(0, at).findLast((one) => holds(one) && one.from !== state.from);
  const fact = before === undefined ? "new posture" : `new posture, in place of ${before.value.replaceAll("_", " ")}`;
  return [{ kind: "state", history, state, news: { fact, words: null } }];
}

/** The day on which a second side first stood against the first. */
function openedOn({ sides }: Dispute): string | null {
  const firsts = sides.flatMap(({ ends }) => ends.flatMap(({ day }) => day ?? []).sort()[0] ?? []);
  return firsts.sort()[1] ?? null;
}
