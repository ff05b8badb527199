import type { Posture } from "../../record/posture.js";

/** How the values of an aspect stand to each other. */
interface Scale {
  /** Words for one state: what they tell is the same. */
  readonly same: readonly string[];
  /** Values that tell less exactly what the others do. */
  readonly vague: readonly string[];
  /** Values that end the others. */
  readonly ending: readonly string[];
  /** From the least to the most: a state goes from one to the next, and what is told of the lesser after that is not new. */
  readonly stages: readonly string[];
  /** What has no part in all that: it holds beside the others, and ends nothing. */
  readonly apart: readonly string[];
}

const none: Scale = { same: [], vague: [], ending: [], stages: [], apart: [] };

const scales: Readonly<Record<Posture["aspect"], Scale>> = {
  staffing: {
    ...none,
    vague: ["reduced"],
    ending: ["restored"],
    stages: ["authorized_departure", "ordered_departure", "evacuated"],
  },
  consular: { ...none, vague: ["limited"], ending: ["resumed"] },
  operations: { ...none, same: ["closed", "suspended"], vague: ["limited"], ending: ["reopened"] },
  // Levels are raised and lowered, so each that is told later holds.
  travel_advice: none,
  relations: {
    ...none,
    ending: ["restored"],
    stages: ["downgraded", "ambassador_recalled", "diplomats_expelled", "severed"],
    apart: ["ambassador_summoned"],
  },
  airspace: { ...none, vague: ["restricted"], ending: ["reopened"] },
  border: { ...none, vague: ["restricted"], ending: ["reopened"] },
  alert: { ...none, ending: ["lowered"] },
  forces: { ...none, same: ["deployed", "reinforced"], ending: ["withdrawn"], apart: ["on_alert"] },
};

export function isVague(aspect: Posture["aspect"], value: string): boolean {
  return scales[aspect].vague.includes(value);
}

/** Whether a value says that the other states are over. */
export function isEnding(aspect: Posture["aspect"], value: string): boolean {
  return scales[aspect].ending.includes(value);
}

/** Whether two values are words for one state. */
export function isOneState(aspect: Posture["aspect"], one: string, other: string): boolean {
  const { same } = scales[aspect];
  return one === other || (same.includes(one) && same.includes(other));
}

/** Whether one of the two states cannot hold where the other does because it is its end. */
export function isOpposite(aspect: Posture["aspect"], one: string, other: string): boolean {
  const { ending, apart } = scales[aspect];
  return ending.includes(one) !== ending.includes(other) && !apart.includes(one) && !apart.includes(other);
}

/** Whether the first state, where it comes with or after the second, takes its place. */
export function takesPlaceOf(aspect: Posture["aspect"], one: string, other: string): boolean {
  const { apart } = scales[aspect];
  return !isOneState(aspect, one, other) && !apart.includes(one) && !apart.includes(other);
}

/** Whether the first state is a later stage of what the second is an earlier one of. */
export function isFurther(aspect: Posture["aspect"], one: string, other: string): boolean {
  const { stages } = scales[aspect];
  const [a, b] = [stages.indexOf(one), stages.indexOf(other)];
  return b >= 0 && a > b;
}
