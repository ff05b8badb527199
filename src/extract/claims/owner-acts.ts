import type { Action } from "../../record/action.js";
import type { Entity } from "../../record/entity.js";
import type { Mention } from "../../record/mention.js";
import type { Posture } from "../../record/posture.js";
import { spansOverlap } from "../../text/span.js";

type Told = Pick<Action, "type" | "actors" | "recipients">;

/**
 * The acts, each that nobody is told to do and that takes back a mission or a force ("the US embassy will be shut") with the state whose it is as its actor, where the article
 * names that state. What others do to a mission has other types.
 */
export function withOwners<Act extends Told>(
  acts: readonly Act[],
  states: readonly Posture[],
  entities: readonly Entity[],
  text: string,
): readonly Act[] {
  return acts.map((act) => {
    if (act.type !== "RETREAT" || act.actors.length > 0) return act;
    const state = states.find(
      ({ institution, subject }) =>
        /^(?:mission|force)$/.test(institution.kind) &&
        act.recipients.some(({ span, entity }) => spansOverlap(span, subject.span) || isOne(entity, subject.entity)),
    );
    const owner = state && governmentOf(state.institution.of, entities, text);
    return owner === undefined ? act : { ...act, actors: [owner] };
  });
}

function isOne(some: Mention["entity"], other: Mention["entity"]): boolean {
  return some !== null && some === other;
}

/** Where the article first names the government of a country. */
function governmentOf(country: string | null, entities: readonly Entity[], text: string): Mention | undefined {
  const found = entities.find(
    (entity) => country !== null && entity.kind === "government" && entity.country === country,
  );
  const [span] = found?.mentions ?? [];
  return found === undefined || span === undefined ? undefined : { text: text.slice(...span), span, entity: found.id };
}
