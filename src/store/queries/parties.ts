import { knownEntity } from "../../link/entities/match-entities.js";
import { isKnown } from "../../link/line.js";
import type { PersonOrBodyId } from "../../link/link-id.js";
import { givenNames } from "../corrections/correction-rows.js";
import { keptFacts } from "../kept-facts.js";
import type { Store } from "../store.js";
import { membersOf } from "./members-of.js";

/** Somebody known, as a lane, a column or a node names them. */
export interface Party {
  readonly id: string;
  /** Of those in full the one that articles use most. */
  readonly name: string;
  readonly kind: string;
  /** An ISO 3166-1 code. */
  readonly country: string | null;
  /** The first title that articles give and do not call former, with whose it is: "Foreign Minister". */
  readonly role: string | null;
}

/** So many articles, the earliest, are asked who somebody is: later ones shorten the name. */
const mostNaming = 60;

/** Those of these ids that are of somebody known, by id. */
export async function partiesOf(store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, Party>> {
  const known = ids.filter(isKnown);
  const kept = await keptFacts<Party | null>(store, "parties");
  const found = await foundParties(
    store,
    known.filter((id) => !kept.has(id)),
  );
  const parties = new Map<string, Party>();
  for (const id of known) {
    const party = kept.get(id) ?? found.get(id) ?? null;
    kept.set(id, party);
    if (party !== null) parties.set(id, party);
  }
  return parties;
}

async function foundParties(store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, Party>> {
  if (ids.length === 0) return new Map();
  const given = await givenNames(store.tables);
  const parties = new Map<string, Party>();
  for (const [id, members] of await membersOf(store, ids, { which: "first", most: mostNaming })) {
    // The id is that of a row, so it is one of ours.
    const { name: told, kind, country, roles } = knownEntity(id as PersonOrBodyId, members);
    const name = given.get(id) ?? told;
    const role = roles.find(({ former }) => !former)?.title ?? null;
    parties.set(id, { id, name, kind, country, role });
  }
  return parties;
}
