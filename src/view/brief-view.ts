import type { Dispute } from "../link/disputes/find-disputes.js";
import type { Event } from "../link/events/group-events.js";
import { compareText } from "../link/link-input.js";
import type { PostureHistory, PostureState } from "../link/postures/posture-histories.js";
import type { Period } from "../store/queries/line-filter.js";
import type { PeriodSize } from "../store/queries/period.js";
import type { ToldArticle, ToldInPeriod } from "../store/queries/told-in-period.js";
import { type BriefLine, type BriefSources, disputeLine, eventLine, stateLine, statementLine } from "./brief-line.js";
import {
  compareActions,
  compareDisputes,
  type OfficeTitles,
  rankStatements,
  type StatementGroup,
  sameStatements,
} from "./brief-ranking.js";

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
}

/** What fits on a page that somebody reads from top to bottom. */
export const onePage: BriefLimits = { changes: 12, postures: 12, actions: 12, statements: 12, disputes: 6 };

/** The page on a period, as it was known when the period ended. */
export function briefView(
  told: ToldInPeriod,
  { period, about, size }: Pick<BriefView, "period" | "about" | "size">,
  titles: OfficeTitles,
  limits: BriefLimits = onePage,
): BriefView {
  const groups = sameStatements(told.statements.items, told.lines);
  const ranked = rankStatements(groups, { lines: told.lines, titles });
  const unread = told.statements.total - told.statements.items.length;
  const changes = fairly(changesIn(told, ranked, period.since), limits.changes);
  const actions = told.actions.items.toSorted(compareActions).flatMap((event) => eventLine(event, told) ?? []);
  const statements = ranked.flatMap((group) => groupLine(group, told) ?? []);
  const disputes = told.disputes.items.toSorted(compareDisputes).map((dispute) => disputeLine(dispute, told));
  return {
    period,
    about,
    size,
    changes,
    postures: section(posturesNow(told), limits.postures),
    actions: section(actions, limits.actions, told.actions.total - told.actions.items.length),
    statements: section(statements, limits.statements, unread),
    disputes: section(disputes, limits.disputes, told.disputes.total - told.disputes.items.length),
  };
}

function section(lines: readonly BriefLine[], most: number, unread = 0): BriefSection {
  return { lines: lines.slice(0, most), more: Math.max(0, lines.length - most) + unread };
}

export function groupLine({ shown, told, origins }: StatementGroup, sources: BriefSources): BriefLine | null {
  return statementLine({ id: shown.id, same: told.map(({ article }) => article), origins }, sources);
}

/** The states that hold, the latest first; then those that are announced. What was superseded, denied or only spoken of is left out. */
function posturesNow(told: ToldInPeriod): readonly BriefLine[] {
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
    .flatMap(({ history, state }) => stateLine(history, state, told) ?? []);
}

function holds({ standing }: PostureState): boolean {
  return standing === "in_force" || standing === "disputed";
}

function isLater(coming: PostureState, last: PostureState | undefined): boolean {
  return last === undefined || (coming.value !== last.value && compareText(coming.from ?? "", last.from ?? "") >= 0);
}

/** So many lines in all, in the order of the lists: none crowds out another, and what one leaves free goes to the first that has more. */
function fairly(lists: readonly (readonly BriefLine[])[], most: number): BriefSection {
  const share = Math.floor(most / lists.length);
  let free = most - lists.reduce((sum, list) => sum + Math.min(share, list.length), 0);
  const lines = lists.flatMap((list) => {
    const more = Math.min(free, Math.max(0, list.length - share));
    free -= more;
    return list.slice(0, share + more);
  });
  return { lines, more: lists.reduce((sum, list) => sum + list.length, 0) - lines.length };
}

/**
 * What the period changed: states that are new and what they took the place of, disputes that opened, actions that a second independent origin tells
 * of on a later day than the first, and what people of standing deny; each list the better founded, then the latest first. The words
 * of postures and the sides of disputes stand in their own sections.
 */
function changesIn(told: ToldInPeriod, ranked: readonly StatementGroup[], since: string | null) {
  const isNew = (day: string | null): boolean => day !== null && (since === null || day >= since);
  const dayOf = ({ article }: { readonly article: string }): string | null => told.articles.get(article)?.day ?? null;
  const states = told.histories.items
    .flatMap((history) => newState(history, told, (one) => isNew(dayOf(one))))
    .toSorted((a, b) => b.told.origins - a.told.origins || compareText(b.day ?? "", a.day ?? ""));
  const opened = told.disputes.items
    .filter((dispute) => isNew(openedOn(dispute, told.articles)))
    .toSorted(compareDisputes)
    .map((dispute): BriefLine => ({ ...disputeLine(dispute, told), mark: "new dispute", sides: [] }));
  const confirmed = told.actions.items
    .filter((event) => isNew(confirmedOn(event, told.articles)))
    .toSorted(compareActions)
    .flatMap((event) => eventLine(event, told) ?? [])
    .map((line): BriefLine => ({ ...line, facts: ["second independent origin", ...line.facts] }));
  const inDispute = new Set(
    told.disputes.items.flatMap(({ sides }) =>
      sides.flatMap(({ ends }) => ends.map(({ article, line }) => `${article}/${line}`)),
    ),
  );
  const denials = ranked
    .filter(
      ({ shown, told: all }) => shown.act === "deny" && !shown.negated && !all.some(({ id }) => inDispute.has(id)),
    )
    .flatMap((group) => groupLine(group, told) ?? []);
  return [states, opened, confirmed, denials];
}

/** The state that holds of a history, where it is new. */
function newState(
  history: PostureHistory,
  sources: BriefSources,
  isNew: (telling: { readonly article: string }) => boolean,
): readonly BriefLine[] {
  const at = history.states.findLastIndex(holds);
  const state = history.states[at];
  if (state === undefined || !state.tellings.every(isNew)) return [];
  const line = stateLine(history, state, sources);
  const before = history.states.slice(0, at).findLast(holds);
  const news = before === undefined ? "new posture" : `new posture, in place of ${before.value.replaceAll("_", " ")}`;
  return line === null ? [] : [{ ...line, facts: [news, ...line.facts], words: null }];
}

/** The day on which a second side first stood against the first. */
function openedOn({ sides }: Dispute, articles: ReadonlyMap<string, ToldArticle>): string | null {
  const firsts = sides.flatMap(
    ({ ends }) => ends.flatMap(({ article }) => articles.get(article)?.day ?? []).sort()[0] ?? [],
  );
  return firsts.sort()[1] ?? null;
}

/** The day on which a second independent origin told of it, where that is later than the first; `null` where there is none. */
function confirmedOn({ tellings }: Event, articles: ReadonlyMap<string, ToldArticle>): string | null {
  const told = tellings
    .flatMap(({ article, origin }) => {
      const day = articles.get(article)?.day;
      return day === undefined ? [] : [{ day, origin }];
    })
    .toSorted((a, b) => compareText(a.day, b.day));
  const [first] = told;
  const second = told.find(({ origin }) => origin !== first?.origin);
  return first === undefined || second === undefined || second.day === first.day ? null : second.day;
}
