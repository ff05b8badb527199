import type { Action } from "../../record/action.js";
import type { Mention } from "../../record/mention.js";

/** The parties of an act, which the article may tell in another sentence than the act itself. */
type Told = Pick<Action, "type" | "actors" | "recipients" | "trigger">;

/**
 * The acts, each that lacks its actors or its recipients with those of another telling of the same act: one of its type with the other side in common, or one told
 * by the same word whose other side is not told. The nearest before it counts, or else the first behind.
 */
export function withPartiesFromElsewhere<Act extends Told>(acts: readonly Act[]): readonly Act[] {
  return acts.map((act, at) => {
    const others = [...acts.slice(0, at).reverse(), ...acts.slice(at + 1)].filter(({ type }) => type === act.type);
    const actors = act.actors.length > 0 ? act.actors : partiesElsewhere(act, others, "actors", "recipients");
    const recipients =
      act.recipients.length > 0 ? act.recipients : partiesElsewhere(act, others, "recipients", "actors");
    return { ...act, actors, recipients };
  });
}

function partiesElsewhere(
  act: Told,
  others: readonly Told[],
  missing: "actors" | "recipients",
  told: "actors" | "recipients",
): readonly Mention[] {
  const same = others.find(
    (other) =>
      other[missing].length > 0 &&
      (share(act[told], other[told]) ||
        (act.trigger.lemma === other.trigger.lemma && (act[told].length === 0 || other[told].length === 0))),
  );
  return same?.[missing] ?? [];
}

/** Whether two lists have somebody in common: one entity, or the same words. */
function share(some: readonly Mention[], others: readonly Mention[]): boolean {
  return some.some((one) =>
    others.some((other) =>
      one.entity === null ? one.text.toLowerCase() === other.text.toLowerCase() : one.entity === other.entity,
    ),
  );
}
