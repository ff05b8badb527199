import { knownEntity } from "../../link/entities/match-entities.js";
import { isKnown } from "../../link/line.js";
import type { PersonOrBodyId } from "../../link/link-id.js";
import { givenNames } from "../corrections/correction-rows.js";
import { reasonedMembers } from "../links/link-codec.js";
import type { Store } from "../store.js";

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
export async function partiesOf({ tables }: Store, ids: readonly string[]): Promise<ReadonlyMap<string, Party>> {
  const parties = new Map<string, Party>();
  const given = await givenNames(tables);
  for (const id of new Set(ids.filter(isKnown))) {
    const rows = await tables
      .selectFrom("member")
      .innerJoin("version", "version.key", "member.version")
      .select(["version.id", "member.entity", "member.who", "member.key", "member.told", "member.reason"])
      .where("member.who", "=", id)
      .orderBy("member.day")
      .orderBy("member.name")
      .orderBy("member.version")
      .orderBy("member.entity")
      .limit(mostNaming)
      .execute();
    if (rows.length === 0) continue;
    const members = reasonedMembers(rows);
    // The id is that of a row, so it is one of ours.
    const known = knownEntity(id as PersonOrBodyId, members);
    const { kind, country, roles } = known;
    const name = given.get(id) ?? known.name;
    const role = roles.find(({ former }) => !former)?.title ?? null;
    parties.set(id, { id, name, kind, country, role });
  }
  return parties;
}
