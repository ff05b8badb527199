import type { TellingFacts } from "../events/group-events.js";
import { type Reliability, reliabilityOf } from "../events/reliability.js";
import { firstOfOutlets } from "../first-of-outlets.js";
import type { PostureHistory, PostureState } from "./posture-histories.js";

/** A history as a page ranks and shows it: its states with how they are told, instead of with all that tells them. */
export interface KnownHistory extends Omit<PostureHistory<TellingFacts>, "states"> {
  readonly states: readonly KnownState[];
}

/** `tellings` are all, or of them those of the days that a page is of, the one to show and the first. */
export interface KnownState extends Omit<PostureState<TellingFacts>, "origins" | "reason"> {
  readonly told: StateTold;
}

/** By how many a state is told, and how far they can be believed. */
export interface StateTold {
  readonly origins: number;
  readonly articles: number;
  /** The first articles, one of each outlet; {@link mostOutlets} at most. */
  readonly in: readonly string[];
  readonly reliability: Reliability;
}

/** So many outlets are named for a state. */
export const mostOutlets = 4;

/** What a history is told by needs of elsewhere. */
export interface ToldElsewhere {
  readonly outletOf: (article: string) => string | null;
  /** The origins of those who say that the line is not so. */
  readonly deniersOf: (telling: TellingFacts) => readonly string[];
}

/** The history with how its states are told, and all that tells them. */
export function knownHistory(history: PostureHistory<TellingFacts>, elsewhere: ToldElsewhere): KnownHistory {
  return {
    ...history,
    states: history.states.map(({ origins, reason: _, ...state }) => ({
      ...state,
      told: stateTold({ ...state, origins }, elsewhere),
    })),
  };
}

/** How a state is told. */
function stateTold(
  { tellings, origins }: Pick<PostureState<TellingFacts>, "tellings" | "origins">,
  { outletOf, deniersOf }: ToldElsewhere,
): StateTold {
  const articles = new Set(tellings.map(({ article }) => article));
  return {
    origins: origins.length,
    articles: articles.size,
    in: firstOfOutlets([...articles], (article) => outletOf(article) ?? article).slice(0, mostOutlets),
    reliability: reliabilityOf(tellings, tellings.flatMap(deniersOf)),
  };
}
