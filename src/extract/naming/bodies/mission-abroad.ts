import type { TokenRange } from "../../../doc/layers.js";
import type { DraftEntity } from "../draft-entity.js";
import type { EntityContext } from "../entity-context.js";
import { type Country, withoutThe } from "../entity-lexicons.js";
import type { BodyClusters } from "./cluster-bodies.js";

/** A mission that is called by where it stands, with the state that puts it in some state and so owns it. */
export interface MissionAbroad {
  readonly owner: Country;
  readonly host: Country;
}

/**
 * Whose "Yemen embassy" is in "UK closes Yemen embassy": that of the state which acts on it, where the words before "embassy" are a country's name and
 * not its adjective; `null` where no other state does.
 */
export function missionAbroad(context: EntityContext, { first, end }: TokenRange): MissionAbroad | null {
  const { words, lexicons } = context;
  if (!/^(?:embassy|consulate)$/.test(words.lower(end - 1))) return null;
  const name = withoutThe(words.slice({ first, end: end - 1 }));
  const host = lexicons.countryAdjectives.has(name)
    ? undefined
    : (lexicons.countryNames.get(name) ?? lexicons.countrySeats.get(name));
  const owner = host && actingState(context, end - 1);
  return host && owner && owner.code !== host.code ? { owner, host } : null;
}

/** The state behind "of" in "the Embassy of Norland": whose mission it is, whatever other mission the text has named; `null` where no state stands there. */
export function stateOfMission({ words, lexicons }: EntityContext, mission: number): Country | null {
  if (!/^(?:embassy|consulate)$/.test(words.lower(mission)) || words.lower(mission + 1) !== "of") return null;
  for (let end = mission + 6; end > mission + 2; end--) {
    const found = lexicons.countryNames.get(withoutThe(words.slice({ first: mission + 2, end })));
    if (found) return found;
  }
  return null;
}

/** What a state's act upon its own mission is called. */
const acts = /^(?:close|shut|shutter|evacuate|suspend|reopen|vacate|abandon|pull|downsize|reduce)$/;

function actingState({ words, lexicons, relation, governor }: EntityContext, mission: number): Country | undefined {
  const verb = governor(mission);
  if (relation(mission) !== "obj" || !acts.test(words.lemma(verb))) return undefined;
  const subject = words.children(verb).find((child) => words.deprel(child) === "nsubj");
  if (subject === undefined) return undefined;
  for (let end = subject + 3; end > subject; end--) {
    const found = lexicons.countryNames.get(withoutThe(words.slice({ first: subject, end })));
    if (found) return found;
  }
  return lexicons.countrySeats.get(words.lower(subject));
}

/** A state's mission, wherever it stands. */
export function missionNamed(bodies: Pick<BodyClusters, "named">, owner: Country, noun: string): DraftEntity {
  return bodies.named(`${owner.adjective} ${noun}`, "facility", owner.code);
}

/** The mission that a state which acts on it closes or empties in another. */
export function namedMission(
  bodies: Pick<BodyClusters, "named">,
  { owner, host }: MissionAbroad,
  noun: string,
): DraftEntity {
  return bodies.named(`${owner.adjective} ${noun} in ${host.name}`, "facility", owner.code);
}
