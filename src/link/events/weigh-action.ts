import { compareText } from "../link-input.js";
import type { TellingFacts } from "./group-events.js";
import { tellingToShow } from "./telling-to-show.js";

/** What makes one action more important than another, the first count before the second, and so on; of equals the later. */
export interface ActionWeight {
  /** Independent origins. */
  readonly origins: number;
  /** 3: violence and coercion; 2: force moved, ties cut; 1: hard words; 0: talk. */
  readonly severity: number;
  /** 2: told as a fact; 1: announced; 0: only possible, or denied. */
  readonly certainty: number;
  readonly articles: number;
  /** The day on which it happened, as the telling has it that stands for all. */
  readonly date: string | null;
  /** The day on which a second independent origin told of it, where that is later than the first; `null` where there is none. */
  readonly confirmed: string | null;
}

/**
 * The weight of an action by these tellings of it.
 *
 * @param what its PLOVER type
 * @param tellings in order of time
 */
export function weighAction(what: string, tellings: readonly TellingFacts[]): ActionWeight {
  const shown = tellingToShow(tellings);
  return {
    origins: new Set(tellings.map(({ origin }) => origin)).size,
    severity: severities.get(what) ?? 0,
    certainty: shown === null ? 0 : certaintyOf(shown),
    articles: new Set(tellings.map(({ article }) => article)).size,
    date: shown?.date ?? null,
    confirmed: confirmedOn(tellings),
  };
}

const severities: ReadonlyMap<string, number> = new Map([
  ...["ASSAULT", "COERCE"].map((type) => [type, 3] as const),
  ...["MOBILIZE", "SANCTION", "RETREAT"].map((type) => [type, 2] as const),
  ...["THREATEN", "PROTEST", "REJECT", "ACCUSE"].map((type) => [type, 1] as const),
]);

function certaintyOf({ status }: TellingFacts): number {
  return status === "happened" || status === "ongoing" ? 2 : status === "announced" ? 1 : 0;
}

function confirmedOn(tellings: readonly TellingFacts[]): string | null {
  const told = tellings
    .flatMap(({ day, origin }) => (day === null ? [] : [{ day, origin }]))
    .toSorted((a, b) => compareText(a.day, b.day));
  const [first] = told;
  const second = told.find(({ origin }) => origin !== first?.origin);
  return first === undefined || second === undefined || second.day === first.day ? null : second.day;
}
