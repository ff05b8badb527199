import type { Action } from "../../record/action.js";
import type { Mention } from "../../record/mention.js";

/** What the article may tell of an act in another sentence than the act itself, and what shows that both tell the same. */
type Told = Pick<Action, "type" | "status" | "actors" | "recipients" | "trigger" | "time">;

/**
 * The acts, each that lacks its actors or its recipients with those of another telling of the same act: one of its type with the other side in common, or one told
 * by the same word whose other side is not told. The nearest before it counts, or else the first behind.
 */
export function withPartiesFromElsewhere<Act extends Told>(acts: readonly Act[]): readonly Act[] {
  return acts.map((act, at) => {
    const actors = act.actors.length > 0 ? act.actors : partiesElsewhere(acts, at, "actors", "recipients");
    const recipients = act.recipients.length > 0 ? act.recipients : partiesElsewhere(acts, at, "recipients", "actors");
    return { ...act, actors, recipients };
  });
}

/** The first other that passes of those before it, the nearest first, and then of those behind it. */
function findNearest<Act>(acts: readonly Act[], at: number, passes: (other: Act) => boolean): Act | undefined {
  for (let i = at - 1; i >= 0; i--) {
    const other = acts[i];
    if (other !== undefined && passes(other)) return other;
  }
  return acts.find((other, i) => i > at && passes(other));
}

function partiesElsewhere(
  acts: readonly Told[],
  at: number,
  missing: "actors" | "recipients",
  told: "actors" | "recipients",
): readonly Mention[] {
  const act = acts[at];
  if (act === undefined) return [];
  const same = findNearest(
    acts,
    at,
    (other) =>
      other.type === act.type &&
      other[missing].length > 0 &&
      (share(act[told], other[told]) ||
        (act.trigger.lemma === other.trigger.lemma && (act[told].length === 0 || other[told].length === 0))),
  );
  return same?.[missing] ?? [];
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
