import type { Action } from "../../record/action.js";
import type { Mention } from "../../record/mention.js";

/** What the article may tell of an act in another sentence than the act itself, and what shows that both tell the same. */
type Told = Pick<Action, "type" | "status" | "actors" | "recipients" | "trigger" | "time">;

/** The first other that passes of those before it, the nearest first, and then of those behind it. */
function findNearest<Act>(acts: readonly Act[], at: number, passes: (other: Act) => boolean): Act | undefined {
  for (let i = at - 1; i >= 0; i--) {
    const other = acts[i];
    if (other !== undefined && passes(other)) return other;
  }
  return acts.find((other, i) => i > at && passes(other));
}

/** The acts, each that has no time with that of the nearest telling of the same act that has one. */
export function withTimesFromElsewhere<Act extends Told>(acts: readonly Act[]): readonly Act[] {
  return acts.map((act, at) => {
    if (act.time !== null) return act;
    const same = findNearest(acts, at, (other) => other.time !== null && happenedTogether(act, other));
    return same === undefined ? act : { ...act, time: same.time };
  });
}

/**
 * Whether two acts are one, or parts of one: of the same type and status, upon one of the same. Somebody is attacked or charged once, mostly; people meet the same
 * people again and again.
 */
function happenedTogether(act: Told, other: Told): boolean {
  return (
    act.type === other.type &&
    act.type !== "CONSULT" &&
    act.status === other.status &&
    share(act.recipients, other.recipients)
  );
}

/** Whether two lists have somebody in common: one entity, or the same words. */
function share(some: readonly Mention[], others: readonly Mention[]): boolean {
  return some.some((one) =>
    others.some((other) =>
      one.entity === null ? one.text.toLowerCase() === other.text.toLowerCase() : one.entity === other.entity,
    ),
  );
}
