import { voicesOf } from "../link/disputes/one-quarrel.js";
import type { TellingFacts } from "../link/events/group-events.js";
import { tellingToShow } from "../link/events/telling-to-show.js";
import { compareText } from "../link/link-input.js";
import type { KnownState, StateTold } from "../link/postures/known-history.js";
import { lineId } from "../store/line-id.js";
import type { Reviewed } from "../store/queries/review.js";
import type { ToldToReview } from "../store/queries/told-in-period.js";
import { actsToldByStates, idOnPage, weightOfAct, weightOfVoices } from "./brief-news.js";
import { rankStatements, type StatementGroup, type StatementScale, sameStatements } from "./brief-ranking.js";
import type { ToldThing } from "./chosen-lines.js";
import { reliabilityView } from "./reliability-view.js";

// docs/methods/ranking.md tells this rule to the reader of the queue.

/** What can be asked of the queue. */
export const reviewKinds = ["line", "event", "state", "dispute"] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/** Something that nobody has confirmed or rejected. */
export interface Unreviewed {
  readonly kind: ReviewKind;
  /** What a correction of it names: a line, an event, a history or a dispute. */
  readonly id: string;
  /** Of a history, the state that is meant. */
  readonly state: string | null;
  readonly weight: number;
  /** Why it weighs what it does, in plain words. */
  readonly reasons: readonly string[];
  readonly chosen: ToldThing;
  /** The lines that it is told by, as corrections mark them. */
  readonly lines: readonly { readonly article: string; readonly line: string }[];
}

/**
 * What nobody has looked at, the weightiest first: what a brief would give the most room to, and of that first what is contested or rests on somebody's word.
 *
 * @param denied who says that lines are not so, by the ids of the lines
 */
export function rankForReview(
  told: ToldToReview,
  reviewed: Reviewed,
  scale: StatementScale,
  { since, denied }: { readonly since: string | null; readonly denied: ReadonlyMap<string, readonly string[]> },
): readonly Unreviewed[] {
  return [
    ...statesToReview(told, reviewed, since),
    ...actsToReview(told, reviewed, denied),
    ...disputesToReview(told, reviewed),
    ...statementsToReview(told, reviewed, scale),
  ].toSorted((a, b) => b.weight - a.weight || compareText(idOnPage(a.chosen), idOnPage(b.chosen)));
}

type Told = readonly TellingFacts[];
type Denied = ReadonlyMap<string, readonly string[]>;

function actsToReview(told: ToldToReview, { events }: Reviewed, denied: Denied): readonly Unreviewed[] {
  const double = actsToldByStates(told.actions, told.besides, told.setting);
  return told.actions.items
    .filter(({ id }) => !events.has(id) && !double.has(id))
    .map((event) => ({
      ...({ kind: "event", id: event.id, state: null, chosen: { kind: "event", event } } as const),
      ...weighed(weightOfAct(event.what, event.tellings), event.tellings, {
        origins: event.origins.length,
        reliability: reliabilityView(event.tellings, denied),
      }),
    }));
}

function statesToReview(
  { histories, setting }: ToldToReview,
  { lines }: Reviewed,
  since: string | null,
): readonly Unreviewed[] {
  const isNamed = ({ article, line }: TellingFacts): boolean => lines.has(lineId(article, line));
  return histories.flatMap((history) =>
    lastOfEach(history.states)
      .filter(({ standing, until }) => standing !== "possible" && standing !== "denied" && until === null)
      .filter(({ tellings }) => !tellings.some(isNamed))
      .filter(({ tellings }) =>
        tellings.some(({ day, article }) => day !== null && day >= (since ?? "") && !setting.before.has(article)),
      )
      .map((state) => ({
        ...({ kind: "state", id: history.id, state: state.value } as const),
        chosen: { kind: "state", history, state } as const,
        ...weighed(weightOfVoices(state.told.origins) + weightOfState, state.tellings, state.told),
      })),
  );
}

/** A correction names a state by its value, and means the last of that value. */
function lastOfEach(states: readonly KnownState[]): readonly KnownState[] {
  return [...new Map(states.map((state) => [state.value, state])).values()];
}

function disputesToReview({ disputes }: ToldToReview, reviewed: Reviewed): readonly Unreviewed[] {
  return disputes.items
    .filter(({ id }) => !reviewed.disputes.has(id))
    .map((dispute) => {
      const voices = voicesOf(dispute);
      return {
        ...({ kind: "dispute", id: dispute.id, state: null, chosen: { kind: "dispute", dispute } } as const),
        weight: weightOfVoices(voices) + weightOfDispute + contestedWeight,
        reasons: ["in dispute", originsOf(voices)],
        lines: [],
      };
    });
}

function statementsToReview({ statements }: ToldToReview, { lines }: Reviewed, scale: StatementScale) {
  const isReviewed = ({ told }: StatementGroup): boolean => told.some(({ id }) => lines.has(id));
  return rankStatements(sameStatements(statements.items), scale)
    .filter(({ group }) => !isReviewed(group))
    .map(({ group, weight }): Unreviewed => {
      const { shown, told, origins } = group;
      return {
        ...({ kind: "line", id: shown.id, state: null, chosen: { kind: "statement", group } } as const),
        weight,
        reasons: [originsOf(origins)],
        lines: told.map(({ article, id }) => ({ article, line: id.slice(article.length + 1) })),
      };
    });
}

/** That a state is told, beside by how many. */
const weightOfState = 1.5;
/** That there is a dispute, beside how many take part. */
const weightOfDispute = 1;
const contestedWeight = 1;
const claimedWeight = 0.5;

function weighed(
  weight: number,
  tellings: Told,
  { origins, reliability: { sourcing } }: Pick<StateTold, "origins" | "reliability">,
): Pick<Unreviewed, "weight" | "reasons" | "lines"> {
  const shown = tellingToShow(tellings)?.status;
  const doubt =
    sourcing === "contested" || sourcing === "withdrawn" ? contestedWeight : sourcing === "claimed" ? claimedWeight : 0;
  return {
    weight: weight + doubt,
    reasons: [
      ...(sourcing === "reported" ? [] : [doubts[sourcing]]),
      ...(shown === "possible" || shown === "conditional" ? ["not certain"] : []),
      originsOf(origins),
    ],
    lines: tellings.map(({ article, line }) => ({ article, line })),
  };
}

const doubts = {
  claimed: "on the word of those who say so",
  contested: "contested",
  withdrawn: "taken back by whoever told it",
} as const;

function originsOf(count: number): string {
  return count === 1 ? "one origin" : `${count} origins`;
}
