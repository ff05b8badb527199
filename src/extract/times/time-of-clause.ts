import { rangesWithin } from "../../doc/find-ranges.js";
import type { TimeId } from "../../record/id.js";
import type { Words } from "../grammar/words.js";
import { bestOf, type Weights } from "../ranking.js";
import type { TellingClause } from "../telling-clause.js";
import type { ExtractedTime } from "./extract-times.js";
import { noTimeFeatures, timeFeatures } from "./time-features.js";
import { tellsEnd, timesWithinReach } from "./times-within-reach.js";

/** From when to when a state holds, as far as the article says. */
export interface StateTimes {
  readonly since: TimeId | null;
  readonly until: TimeId | null;
}

/**
 * The date or time of day at which what a clause tells of took place, `null` where the article leaves it open: of the times in its sentence and of
 * those told shortly before or at the article's head, the likeliest by learnt weights. Lengths of time, sets and "recently" do not say when.
 * `times` lie in text order.
 */
export function timeOfClause(
  clause: TellingClause,
  times: readonly ExtractedTime[],
  words: Words,
  weights: Weights,
): TimeId | null {
  const choice = { clause, times: timesWithinReach(clause, times, words), words };
  if (choice.times.length === 0) return null;
  const candidates = choice.times.map((time) => ({ item: time, features: timeFeatures(time, choice) }));
  return bestOf(candidates, noTimeFeatures(choice), weights)?.time.id ?? null;
}

/** Since and until when the state of a clause holds. The day on which somebody is put into it is the one since when it holds. */
export function stateTimes(
  clause: TellingClause,
  times: readonly ExtractedTime[],
  words: Words,
  weights: Weights,
): StateTimes {
  const [head] = clause.anchors;
  const beside = rangesWithin(times, words.sentence(head));
  const ends = beside.filter((time) => tellsEnd(time, words) && clause.admits(time));
  return { since: timeOfClause(clause, times, words, weights), until: ends.at(-1)?.time.id ?? null };
}
